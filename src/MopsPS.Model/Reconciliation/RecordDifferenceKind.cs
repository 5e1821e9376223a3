namespace MopsPS;

/// <summary>What is not as it should be between two exports.</summary>
public enum RecordDifferenceKind
{
    /// <summary>A record of the left side is not on the right side.</summary>
    Missing,

    /// <summary>A record of the right side is not on the left side.</summary>
    Extra,

    /// <summary>One field of a record has another value on each side.</summary>
    Different,

    /// <summary>Several records of one side have the same key; they are not compared field by field.</summary>
    Repeated,

    /// <summary>A record has no key (or a part of it is blank), so nothing can be said of it.</summary>
    BlankKey,

    /// <summary>A record may be any of several on the right side; it is for a person to decide.</summary>
    Ambiguous,

    /// <summary>The status on the right side is not one that the policy's status map allows for the status on the left side.</summary>
    Misaligned,

    /// <summary>The record arrived later than the policy's reconciliation.syncDelayMinutes allows.</summary>
    Late,
}
