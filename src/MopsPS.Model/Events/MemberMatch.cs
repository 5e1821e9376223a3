namespace MopsPS;

/// <summary>Whether a participant was found among the known people.</summary>
public enum MemberMatch
{
    /// <summary>No known people were given.</summary>
    NotSought,

    /// <summary>Found, and sure enough.</summary>
    Matched,

    /// <summary>May be one of several, or is too unlike to be sure; a person decides.</summary>
    Ambiguous,

    /// <summary>Not among them.</summary>
    NotFound,
}
