namespace MopsPS;

/// <summary>What became of a repair that is taken back.</summary>
public enum RepairUndoState
{
    /// <summary>The value is as it was before the repair.</summary>
    Restored,

    /// <summary>It was as before already.</summary>
    AlreadyUndone,

    /// <summary>The value was changed after the repair; it stays.</summary>
    ValueChanged,

    /// <summary>Records have no id, and this row is not the one that the repair wrote: it was changed or stands elsewhere. It stays.</summary>
    RecordChanged,

    /// <summary>The record is not there.</summary>
    RecordMissing,
}
