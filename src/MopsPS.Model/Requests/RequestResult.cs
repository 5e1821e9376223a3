using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>How requests were served: all of them, or a segment.</summary>
public sealed class RequestResult : IMopsResult
{
    /// <summary>The segment, for example <c>Type = List import</c>; null for all requests.</summary>
    public string? Segment { get; init; }

    /// <summary>The moment (UTC) at which the clocks of open requests were read.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>How many requests there are.</summary>
    public int Requests { get; init; }

    /// <summary>How many are done.</summary>
    public int Done { get; init; }

    /// <summary>How many are open.</summary>
    public int Open { get; init; }

    /// <summary>How many were given up; they are not measured.</summary>
    public int Dropped { get; init; }

    /// <summary>How many could not be measured: no date of creation, or done without a date.</summary>
    public int NotMeasured { get; init; }

    /// <summary>Done in time.</summary>
    public int Met { get; init; }

    /// <summary>Done too late.</summary>
    public int Late { get; init; }

    /// <summary>Open beyond the limit; they count as breached.</summary>
    public int Overdue { get; init; }

    /// <summary>Open within the limit; they count neither way.</summary>
    public int Waiting { get; init; }

    /// <summary>Requests without a service level or a due date.</summary>
    public int WithoutLevel { get; init; }

    /// <summary>Met in percent of met, late and overdue; null where there are none.</summary>
    public double? Attainment { get; init; }

    /// <summary>The business time in hours by which half were done (Kaplan-Meier: open ones count as not done so far); null where it is not reached.</summary>
    public double? MedianHours { get; init; }

    /// <summary>The business time in hours by which nine in ten were done; null where it is not reached.</summary>
    public double? P90Hours { get; init; }

    /// <summary>How many done requests were opened again, in percent; null where the export does not tell.</summary>
    public double? ReopenRate { get; init; }

    /// <summary>The time in minutes by which half of the incidents were acknowledged; null without incidents or dates.</summary>
    public double? IncidentAcknowledgeMinutes { get; init; }

    /// <summary>Actions to prevent incidents that were done in time, in percent of those whose time is over or that are done; null where there are none.</summary>
    public double? PreventionRate { get; init; }

    /// <summary>The open requests by age in calendar days.</summary>
    public IReadOnlyList<RequestAge> Ages { get; init => field = ResultList<RequestAge>.Of(value); } = ResultList<RequestAge>.Empty;

    /// <summary>The late and the overdue: the open ones first, the latest first.</summary>
    public IReadOnlyList<RequestBreach> Breaches { get; init => field = ResultList<RequestBreach>.Of(value); } = ResultList<RequestBreach>.Empty;

    /// <summary>The breaches, and what could not be measured; for all requests only, so that none is told twice.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Attainment, cycle time, reopened, acknowledged and prevention against their targets.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => "Requests" + (Segment is null ? string.Empty : $" [{Segment}]");

    /// <summary>Always null: service is measured by its KPIs.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Requests: 40 of 50 done, 36 of 45 in time, 3 overdue</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} of {2} done, {3} of {4} in time, {5} overdue", Title, Done, Requests, Met, Met + Late + Overdue, Overdue);
}

/// <summary>Open requests of one age.</summary>
public sealed class RequestAge
{
    /// <summary>The age in calendar days, for example <c>3 to 7 days</c>.</summary>
    public string Age { get; init; } = string.Empty;

    /// <summary>How many.</summary>
    public int Count { get; init; }

    /// <summary>Reads like <c>3 to 7 days: 4</c>.</summary>
    public override string ToString() => $"{Age}: {Count.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>A request that was done too late, or is open beyond its limit. Times are UTC.</summary>
public sealed class RequestBreach
{
    /// <summary>The request's key.</summary>
    public string? Id { get; init; }

    /// <summary>Its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its priority.</summary>
    public string? Priority { get; init; }

    /// <summary>Who has it; an e-mail address is masked.</summary>
    public string? Owner { get; init; }

    /// <summary>When it was made.</summary>
    public DateTime Created { get; init; }

    /// <summary>By when it was to be done.</summary>
    public DateTime Deadline { get; init; }

    /// <summary>When it was done; null while it is open.</summary>
    public DateTime? Resolved { get; init; }

    /// <summary>How many hours of business time it is, or was, beyond the limit.</summary>
    public double LateHours { get; init; }

    /// <summary>Whether it is still open.</summary>
    public bool IsOpen => Resolved is null;

    /// <summary>Where it stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>Reads like <c>MOPS-12 (Ada): open, 7.5 hours too long</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}{1}: {2}, {3:#,0.#} hours too long", Id ?? "request", Owner is null ? string.Empty : $" ({Owner})", IsOpen ? "open" : "done", LateHours);
}
