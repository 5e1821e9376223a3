namespace MopsPS.Core.Matching.Data;

/// <summary>The sex that a name or a form of address says of its bearer.</summary>
public enum Sex
{
    /// <summary>It says nothing.</summary>
    Unknown,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,
}
