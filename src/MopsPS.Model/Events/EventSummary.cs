using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>What became of the rows of an event's reports. Holds no names and addresses.</summary>
public sealed record EventSummary : IMopsResult
{
    /// <summary>The event, by its topic.</summary>
    public string Event { get; init; } = string.Empty;

    /// <summary>The campaign or program; null where none was given.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The products that the reports come from, as their columns tell.</summary>
    public string Platform { get; init; } = string.Empty;

    /// <summary>When the first session started, in UTC; null where the reports do not say.</summary>
    public DateTime? Started { get; init; }

    /// <summary>How long the sessions were together, in minutes; null where the reports do not say.</summary>
    public double? SessionMinutes { get; init; }

    /// <summary>How many sessions there were.</summary>
    public int Sessions { get; init; }

    /// <summary>The rows of people that were read.</summary>
    public int Rows { get; init; }

    /// <summary>The rows that have neither name nor address, or a date that cannot be read; they are in no member.</summary>
    public int Unusable { get; init; }

    /// <summary>The members.</summary>
    public int Members { get; init; }

    /// <summary>The people who were left out as hosts, panelists and the like.</summary>
    public int Staff { get; init; }

    /// <summary>The people who were left out because they are of the policy's own domains.</summary>
    public int Internal { get; init; }

    /// <summary>The members who attended.</summary>
    public int Attended { get; init; }

    /// <summary>The members who left early.</summary>
    public int LeftEarly { get; init; }

    /// <summary>The members who saw the recording.</summary>
    public int OnDemand { get; init; }

    /// <summary>The members who did not come.</summary>
    public int NoShow { get; init; }

    /// <summary>The members of whom only the registration is known.</summary>
    public int Registered { get; init; }

    /// <summary>The members who cancelled.</summary>
    public int Cancelled { get; init; }

    /// <summary>The members who were found among the known people.</summary>
    public int Matched { get; init; }

    /// <summary>The members for review.</summary>
    public int Ambiguous { get; init; }

    /// <summary>The members who are not among the known people.</summary>
    public int NotFound { get; init; }

    /// <summary>The members whose status stays, because the new one would be a step back.</summary>
    public int StatusKept { get; init; }

    /// <summary>The members without an e-mail address.</summary>
    public int WithoutEmail { get; init; }

    /// <summary>How dates of numbers were read, for example <c>month first</c>.</summary>
    public string DateOrder { get; init; } = string.Empty;

    /// <inheritdoc/>
    public string Title => Event.Length == 0 ? "Event" : Event;

    /// <inheritdoc/>
    public bool? IsCompliant => null;

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Attendance and match rate.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>Autumn launch: 40 members, 25 attended, 10 no-shows, 30 matched, 2 for review</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1:#,0} members, {2:#,0} attended, {3:#,0} no-shows, {4:#,0} matched, {5:#,0} for review", Title, Members, Attended, NoShow, Matched, Ambiguous);
}
