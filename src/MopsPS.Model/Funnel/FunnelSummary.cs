using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>A whole funnel: what was counted by which rules, the stages, the flows between them, and what was found.</summary>
public sealed class FunnelSummary : IMopsResult
{
    /// <summary>How many records were read.</summary>
    public long Records { get; init; }

    /// <summary>How many are in the funnel, in the time asked for.</summary>
    public long Counted { get; init; }

    /// <summary>How many reached no stage.</summary>
    public long NotEntered { get; init; }

    /// <summary>How many were left out because their id had been read before.</summary>
    public long Repeated { get; init; }

    /// <summary>How many entered outside the time asked for. In the period view records are not left out, but what happened outside is.</summary>
    public long OutsideTime { get; init; }

    /// <summary>How many have no date of entry; with a time asked for they are left out, else they have a row without a period.</summary>
    public long Undated { get; init; }

    /// <summary>The moment, in UTC, up to which the data is taken to be complete: as asked for, else the latest date in it; null where there is none.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>How periods are meant.</summary>
    public FunnelView View { get; init; }

    /// <summary>The time zone in which days begin.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Where the stages come from: a preset, the policy or the command line.</summary>
    public string Definition { get; init; } = string.Empty;

    /// <summary>The stages over all segments and periods.</summary>
    public IReadOnlyList<FunnelStage> Stages { get; init => field = ResultList<FunnelStage>.Of(value); } = ResultList<FunnelStage>.Empty;

    /// <summary>The stages by segment and period; empty where neither was asked for.</summary>
    public IReadOnlyList<FunnelStage> Breakdown { get; init => field = ResultList<FunnelStage>.Of(value); } = ResultList<FunnelStage>.Empty;

    /// <summary>How many went from where to where, for a flow chart.</summary>
    public IReadOnlyList<FunnelFlow> Flows { get; init => field = ResultList<FunnelFlow>.Of(value); } = ResultList<FunnelFlow>.Empty;

    /// <summary>For each period of entry, the share that had reached the last stage after 0, 1, 2 … periods; empty without periods.</summary>
    public IReadOnlyList<FunnelCohort> Cohorts { get; init => field = ResultList<FunnelCohort>.Of(value); } = ResultList<FunnelCohort>.Empty;

    /// <summary>What was found, over all records.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The rates from stage to stage and from first to last.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>The name.</summary>
    public string Title => "Funnel";

    /// <summary>Null: a funnel is no check of one thing.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Funnel: 8000 records, MQL 8000, Won 842</c>.</summary>
    public override string ToString()
    {
        var text = string.Format(CultureInfo.InvariantCulture, "Funnel: {0} records", Records);
        foreach (var stage in Stages) text += string.Format(CultureInfo.InvariantCulture, ", {0} {1}", stage.Stage, stage.Entered);
        return text;
    }
}

/// <summary>How many records went from one place to another.</summary>
public sealed class FunnelFlow
{
    /// <summary>The stage they came from.</summary>
    public string From { get; init; } = string.Empty;

    /// <summary>The stage or exit they went to, or <c>Open</c> for those that are still there.</summary>
    public string To { get; init; } = string.Empty;

    /// <summary>How many.</summary>
    public long Count { get; init; }

    /// <summary>Reads like <c>MQL to SQL: 48</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} to {1}: {2}", From, To, Count);
}

/// <summary>One period of entry and what became of it as it grew older.</summary>
public sealed class FunnelCohort
{
    /// <summary>The period of entry.</summary>
    public string Period { get; init; } = string.Empty;

    /// <summary>How many entered.</summary>
    public long Entered { get; init; }

    /// <summary>The last stage.</summary>
    public string Stage { get; init; } = string.Empty;

    /// <summary>The percentage that had reached it by the end of the same period, of the next, and so on; null where that period was not over yet.</summary>
    public IReadOnlyList<double?> Reached { get; init => field = ResultList<double?>.Of(value); } = ResultList<double?>.Empty;

    /// <summary>Reads like <c>2026-03: 120 entered</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} entered", Period, Entered);
}
