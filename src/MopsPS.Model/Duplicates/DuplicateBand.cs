namespace MopsPS;

/// <summary>What should be done with a pair or a group; a larger value is surer.</summary>
public enum DuplicateBand
{
    /// <summary>Likely enough that a person should look at it.</summary>
    Review,

    /// <summary>Sure enough to be treated as the same.</summary>
    Match,
}
