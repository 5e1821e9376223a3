namespace MopsPS;

/// <summary>What a person decided about a group, or about one record of it.</summary>
public enum MergeDecision
{
    /// <summary>Nothing yet.</summary>
    Undecided,

    /// <summary>They are one: merge.</summary>
    Merge,

    /// <summary>They are not the same.</summary>
    KeepApart,

    /// <summary>Not now.</summary>
    Skip,
}
