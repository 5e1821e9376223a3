namespace MopsPS;

/// <summary>How a pair was wrong.</summary>
public enum DuplicateErrorKind
{
    /// <summary>Found as the same, and is not.</summary>
    False,

    /// <summary>Is the same, and was not found.</summary>
    Missing,
}
