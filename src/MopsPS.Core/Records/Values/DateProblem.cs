namespace MopsPS.Core.Records.Values;

/// <summary>Why a text gave no date.</summary>
public enum DateProblem
{
    /// <summary>It gave one.</summary>
    None,

    /// <summary>There is no value: nothing, blanks, or a word that exports write for nothing, such as <c>null</c>.</summary>
    Empty,

    /// <summary>The text is in no form that is read.</summary>
    Unreadable,

    /// <summary>Day and month could be either way round and no culture says which.</summary>
    Ambiguous,

    /// <summary>It reads as a date, but one before 1980 or after 2067: a system's zero or a slip, not a day in a funnel.</summary>
    Implausible,
}
