using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How a team counts its funnel: stages, exits, where their dates come from, and the rules for what does not fit.</summary>
public sealed record FunnelPolicy
{
    /// <summary>The stages from first to last, at most 16; empty to take the preset that suits the export.</summary>
    public IReadOnlyList<FunnelStageDefinition> Stages { get; init => field = ResultList<FunnelStageDefinition>.Of(value); } = ResultList<FunnelStageDefinition>.Empty;

    /// <summary>The ways out, for example Recycled and Disqualified.</summary>
    public IReadOnlyList<FunnelStageDefinition> Exits { get; init => field = ResultList<FunnelStageDefinition>.Of(value); } = ResultList<FunnelStageDefinition>.Empty;

    /// <summary>The columns that may hold a record's own key, the first that is there counts.</summary>
    public IReadOnlyList<string> Id { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(new[] { "Id", "Record ID", "Lead ID" });

    /// <summary>How further files are joined, by the name that stages use for them.</summary>
    public IReadOnlyDictionary<string, FunnelJoin> Joins { get; init; } = new Dictionary<string, FunnelJoin>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How a file of changes is read; null where there is none.</summary>
    public FunnelHistory? History { get; init; }

    /// <summary>The columns that may hold the amount of a record, each with <c>file.</c> in front where it is not in the main file.</summary>
    public IReadOnlyList<string> Amount { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The month in which the fiscal year starts, 1 to 12.</summary>
    public int FiscalYearStart { get; init; } = 1;

    /// <summary>The time zone in which days, weeks and months begin: an IANA or Windows name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The time zone of times without an offset; empty for <see cref="TimeZone"/>.</summary>
    public string ExportTimeZone { get; init; } = string.Empty;

    /// <summary>The culture of dates and amounts, for example <c>en-US</c>; empty to read only what needs none.</summary>
    public string Culture { get; init; } = string.Empty;

    /// <summary>What a record that passed over a stage counts as.</summary>
    public FunnelSkip SkippedStages { get; init; } = FunnelSkip.Count;

    /// <summary>Which entry counts where a record enters a stage again.</summary>
    public FunnelReEntry ReEntry { get; init; } = FunnelReEntry.First;

    /// <summary>After how many days a record is matured; 0 for the time in which 90 percent of those that moved on did.</summary>
    public int MaturityDays { get; init; }
}

/// <summary>
/// A stage or an exit and how it is known. With dates only, it is reached where there is a date. With values only, where the
/// status or the history has one of them. With both, where the status has one of the values, on the date.
/// </summary>
public sealed class FunnelStageDefinition
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The file in which it stands: a name under joins, that of the history, or empty for the main file.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The columns that may hold the date of entry; the first that is there counts.</summary>
    public IReadOnlyList<string> Date { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The columns that may hold the status; the first that is there counts.</summary>
    public IReadOnlyList<string> Status { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The values of status or history that mean the stage; upper and lower case are the same.</summary>
    public IReadOnlyList<string> Values { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The target for the rate to the next stage in percent; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>After how many days a record is matured at this stage; 0 for the funnel's own setting.</summary>
    public int MaturityDays { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>How a further file is joined: by equal keys.</summary>
public sealed class FunnelJoin
{
    /// <summary>The columns of the further file that may hold the key.</summary>
    public IReadOnlyList<string> Key { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The columns that may hold the same key in the main file, or in another joined one as <c>file.column</c>.</summary>
    public IReadOnlyList<string> On { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;
}

/// <summary>How a file of changes is read: one row for each change.</summary>
public sealed class FunnelHistory
{
    /// <summary>The name that stages use for it.</summary>
    public string File { get; init; } = "history";

    /// <summary>The columns that may hold the key of the record.</summary>
    public IReadOnlyList<string> Key { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The columns that may hold the same key in the main file.</summary>
    public IReadOnlyList<string> On { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(new[] { "Id" });

    /// <summary>The columns that may hold the moment of the change.</summary>
    public IReadOnlyList<string> Date { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The columns that may hold the new value.</summary>
    public IReadOnlyList<string> Value { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The columns that may hold the name of the field that changed; empty where the file is about one field.</summary>
    public IReadOnlyList<string> Field { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The names of the field whose changes count; empty for all.</summary>
    public IReadOnlyList<string> Fields { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;
}

/// <summary>What a record that passed over a stage counts as.</summary>
public enum FunnelSkip
{
    /// <summary>As having entered it: reaching a later stage is reaching all before. Its time there is not known and not used.</summary>
    Count,

    /// <summary>As having stopped before it.</summary>
    Stop,
}

/// <summary>Which entry counts where a record enters a stage again.</summary>
public enum FunnelReEntry
{
    /// <summary>The first.</summary>
    First,

    /// <summary>Those since the record was last put back to an earlier stage.</summary>
    Last,
}
