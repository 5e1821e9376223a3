using MopsPS.Core.Events.Reading;

namespace MopsPS.Core.Events;

/// <summary>One session of an event.</summary>
internal sealed class EventSession
{
    /// <summary>What tells it from other sessions.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>What its event is called by: its id, else its topic, else the file.</summary>
    public string EventKey { get; init; } = string.Empty;

    public string? Topic { get; init; }

    /// <summary>UTC seconds since 1970.</summary>
    public long? Start { get; init; }

    public double? Minutes { get; init; }

    public string? HostEmail { get; init; }
}

/// <summary>What one row of a report says about a person. Moments are UTC seconds since 1970.</summary>
internal sealed class EventRow
{
    public EventSession Session { get; init; } = null!;

    public AttendanceKind Kind { get; init; }

    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Company { get; init; }

    public string? Title { get; init; }

    public string? Phone { get; init; }

    public string? Country { get; init; }

    /// <summary>Whether the person attended, where the report says so.</summary>
    public bool? Attended { get; init; }

    public bool IsRegistered { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsStaff { get; init; }

    /// <summary>Whether the person has an account of the host's organisation.</summary>
    public bool IsAccountUser { get; init; }

    /// <summary>Whether it sums up rows that stand elsewhere in the report.</summary>
    public bool IsTotal { get; init; }

    public long? Join { get; init; }

    public long? Leave { get; init; }

    /// <summary>The first and the last moment, where the report has no single joins.</summary>
    public long? First { get; init; }

    public long? Last { get; init; }

    public double? Minutes { get; init; }

    public double? OnDemandMinutes { get; init; }

    public bool SawRecording { get; init; }

    public bool IsCheckedIn { get; init; }

    public long? Registered { get; init; }

    public SourcePosition Source { get; init; } = null!;
}
