namespace MopsPS;

/// <summary>What the law of a region asks for before a marketing message is sent.</summary>
public enum ConsentRule
{
    /// <summary>Consent comes first.</summary>
    OptIn,

    /// <summary>Messages are allowed until the person says no.</summary>
    OptOut,
}
