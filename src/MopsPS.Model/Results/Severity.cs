namespace MopsPS;

/// <summary>How much a finding matters; a larger value matters more.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information = 0,

    /// <summary>Probably wrong, or wrong without harm so far.</summary>
    Warning = 1,

    /// <summary>Wrong: it breaks attribution, a law or a send.</summary>
    Error = 2,
}
