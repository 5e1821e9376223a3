using System;

namespace MopsPS.Core.Campaigns;

/// <summary>A row of a launch calendar: what it says of a campaign, to be compared with the brief.</summary>
public sealed class CalendarEntry
{
    /// <summary>The campaign's name; null where the row has none.</summary>
    public string? Name { get; init; }

    /// <summary>The owner; null where the row has none.</summary>
    public string? Owner { get; init; }

    /// <summary>The day of the launch; null where the row has none.</summary>
    public DateTime? LaunchDate { get; init; }

    /// <summary>Where the row stands; null where it is not known.</summary>
    public SourcePosition? Source { get; init; }
}
