using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>How one agreement was kept, over all records or a segment of them.</summary>
public sealed class SlaResult : IMopsResult
{
    /// <summary>What was agreed.</summary>
    public SlaMeasure Measure { get; init; }

    /// <summary>The segment, for example <c>Owner = Ada Abel</c>; null for all records.</summary>
    public string? Segment { get; init; }

    /// <summary>The limit in minutes.</summary>
    public double LimitMinutes { get; init; }

    /// <summary>Whether only business hours count.</summary>
    public bool IsBusinessTime { get; init; }

    /// <summary>The moment (UTC) at which the clocks of those still waiting were read.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>How many records there are.</summary>
    public int Records { get; init; }

    /// <summary>How many were touched in time.</summary>
    public int Met { get; init; }

    /// <summary>How many were touched too late.</summary>
    public int Late { get; init; }

    /// <summary>How many still wait and are beyond the limit; they count as breached.</summary>
    public int Overdue { get; init; }

    /// <summary>How many still wait within the limit; they count neither way.</summary>
    public int Waiting { get; init; }

    /// <summary>How many could not be measured: no start, no time of day, or touched before the start.</summary>
    public int NotMeasured { get; init; }

    /// <summary>Met in percent of met, late and overdue; null where there are none.</summary>
    public double? Attainment => Kpis.Count == 0 ? null : Kpis[0].Value;

    /// <summary>The time by which half were touched, in minutes (Kaplan-Meier: those that wait count as not touched so far); null where it is not reached.</summary>
    public double? MedianMinutes { get; init; }

    /// <summary>The time by which nine in ten were touched; null where it is not reached.</summary>
    public double? P90Minutes { get; init; }

    /// <summary>The longest that any record waits, in minutes; null where none does.</summary>
    public double? LongestWaitMinutes { get; init; }

    /// <summary>The late and the overdue: the open ones first, the latest first.</summary>
    public IReadOnlyList<SlaBreach> Breaches { get; init => field = ResultList<SlaBreach>.Of(value); } = ResultList<SlaBreach>.Empty;

    /// <summary>The breaches, and what could not be measured; for all records only, so that none is told twice.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The attainment.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>The measure and the segment.</summary>
    public string Title => (Measure == SlaMeasure.SpeedToLead ? "Speed to lead" : "MQL processing") + (Segment is null ? string.Empty : $" [{Segment}]");

    /// <summary>Always null: an agreement is measured by its KPI.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Speed to lead: 84 of 100 in time, 3 overdue, 2 waiting</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} of {2} in time, {3} overdue, {4} waiting", Title, Met, Met + Late + Overdue, Overdue, Waiting);
}
