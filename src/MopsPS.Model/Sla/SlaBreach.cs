using System;
using System.Globalization;

namespace MopsPS;

/// <summary>One record that was touched too late, or is still waiting beyond its deadline. Times are UTC.</summary>
public sealed class SlaBreach
{
    /// <summary>What was agreed.</summary>
    public SlaMeasure Measure { get; init; }

    /// <summary>The record; masked where the export has only an e-mail address for it.</summary>
    public string? RecordId { get; init; }

    /// <summary>Who owns it; null where the export does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>Its region; null where the export does not say.</summary>
    public string? Region { get; init; }

    /// <summary>The calendar that counted.</summary>
    public string Calendar { get; init; } = string.Empty;

    /// <summary>When the clock started.</summary>
    public DateTime Started { get; init; }

    /// <summary>By when it was to be touched.</summary>
    public DateTime Deadline { get; init; }

    /// <summary>When it was touched; null while it waits.</summary>
    public DateTime? Touched { get; init; }

    /// <summary>How long it waited, or waits, in minutes of the agreement's clock.</summary>
    public double AgeMinutes { get; init; }

    /// <summary>How much of that is beyond the limit.</summary>
    public double LateMinutes { get; init; }

    /// <summary>Whether it still waits.</summary>
    public bool IsOpen => Touched is null;

    /// <summary>Where it stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>Reads like <c>00Q1 (Ada Abel): waiting 612 minutes, 132 too long</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}{1}: {2} {3:#,0.#} minutes, {4:#,0.#} too long", RecordId ?? "record", Owner is null ? string.Empty : $" ({Owner})",
        IsOpen ? "waiting" : "touched after", AgeMinutes, LateMinutes);
}
