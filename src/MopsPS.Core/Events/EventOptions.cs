using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace MopsPS.Core.Events;

/// <summary>How reports become campaign members.</summary>
public sealed record EventOptions
{
    /// <summary>The campaign or program of all events; null for none, or for <see cref="Campaigns"/>.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The campaign by the id or topic of an event.</summary>
    public IReadOnlyDictionary<string, string> Campaigns { get; init; } = new Dictionary<string, string>();

    /// <summary>Whose names the statuses have.</summary>
    public MemberTarget Target { get; init; }

    /// <summary>How long a session was, in minutes, where the report does not say; null for not known.</summary>
    public double? SessionMinutes { get; init; }

    /// <summary>How dates and numbers are written; null for what the report's product writes.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>The time zone of the report's clock.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How many threads may work in matching; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }
}
