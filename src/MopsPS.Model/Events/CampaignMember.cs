using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>One person's part in an event, as a campaign takes it. Times are UTC. Names and addresses are personal; <see cref="ToString"/> shows none.</summary>
public sealed record CampaignMember
{
    /// <summary>The event, by its topic; several are parted by semicolons.</summary>
    public string? Event { get; init; }

    /// <summary>The campaign or program; null where none was given.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The given name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The family name.</summary>
    public string? LastName { get; init; }

    /// <summary>The name as the report shows it.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; null where the report has none.</summary>
    public string? Email { get; init; }

    /// <summary>The company.</summary>
    public string? Company { get; init; }

    /// <summary>The job title.</summary>
    public string? Title { get; init; }

    /// <summary>The phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>What the person did.</summary>
    public EventParticipation Participation { get; init; }

    /// <summary>The status in the target, by the policy; the one that is there already where that is further on.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>How long the person was there, in minutes; time on several devices at once is counted once. Null where the report does not say.</summary>
    public double? Minutes { get; init; }

    /// <summary>How long the person saw the recording, in minutes; null where the report does not say.</summary>
    public double? OnDemandMinutes { get; init; }

    /// <summary>The largest share of a session that the person was there, in percent; null where its length is not known.</summary>
    public double? Share { get; init; }

    /// <summary>How often the person joined.</summary>
    public int Joins { get; init; }

    /// <summary>In how many sessions the person was.</summary>
    public int Sessions { get; init; }

    /// <summary>When the person first joined.</summary>
    public DateTime? FirstJoined { get; init; }

    /// <summary>When the person last left.</summary>
    public DateTime? LastLeft { get; init; }

    /// <summary>When the person registered.</summary>
    public DateTime? Registered { get; init; }

    /// <summary>Whether the person was found among the known people.</summary>
    public MemberMatch Match { get; init; }

    /// <summary>How it was found, or why it is not sure.</summary>
    public string? MatchReason { get; init; }

    /// <summary>How sure the match is, 0 to 1; null where there is none.</summary>
    public double? MatchScore { get; init; }

    /// <summary>The lead; null where it is none.</summary>
    public string? LeadId { get; init; }

    /// <summary>The contact; null where it is none.</summary>
    public string? ContactId { get; init; }

    /// <summary>The ids of those it may be, surest first; empty where it is sure.</summary>
    public IReadOnlyList<string> Candidates { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The id of the member that is there already; null where it is new.</summary>
    public string? ExistingId { get; init; }

    /// <summary>The status of the member that is there already.</summary>
    public string? ExistingStatus { get; init; }

    /// <summary>Whether the status that is there stays, because the new one would be a step back.</summary>
    public bool IsStatusKept { get; init; }

    /// <summary>The first row of the person.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>Reads like <c>Attended, 85 minutes (70.8 %), Matched</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}{1}{2}, {3}", Participation, Minutes is null ? string.Empty : $", {Minutes.Value.ToString("0.#", CultureInfo.InvariantCulture)} minutes",
        Share is null ? string.Empty : $" ({Share.Value.ToString("0.#", CultureInfo.InvariantCulture)} %)", Match);
}
