namespace MopsPS;

/// <summary>What to do with a row that has more or fewer fields than the header.</summary>
public enum RaggedRow
{
    /// <summary>Keep it and report it: missing fields are null, surplus fields are joined to the last column with the separator, so that nothing is lost.</summary>
    Keep,

    /// <summary>Leave it out and report it.</summary>
    Skip,

    /// <summary>Stop with an error.</summary>
    Stop,
}

/// <summary>What to do with repeated and blank headers.</summary>
public enum DuplicateHeader
{
    /// <summary>Number them (<c>Email</c>, <c>Email_2</c>; <c>Column3</c> for a blank one) and report it.</summary>
    Rename,

    /// <summary>Stop with an error.</summary>
    Error,
}
