using System;

namespace MopsPS;

/// <summary>The duplicates of one source, or of one month.</summary>
public sealed class DuplicateRateSegment
{
    /// <summary>Makes a segment.</summary>
    /// <param name="name">The source, or the month as <c>2026-11</c>; null for records without one.</param>
    public DuplicateRateSegment(string? name) => Name = name;

    /// <summary>The source or the month; null for records without one.</summary>
    public string? Name { get; }

    /// <summary>The records, without the known ones.</summary>
    public long Records { get; init; }

    /// <summary>Those that were not the first of their group.</summary>
    public long Duplicates { get; init; }

    /// <summary>Those whose group has a record that was known before, or in an earlier month.</summary>
    public long OfOlder { get; init; }

    /// <summary>Duplicates out of records, in percent; null without records.</summary>
    public double? Rate => Records == 0 ? null : 100.0 * Duplicates / Records;

    /// <summary>Reads like <c>Webinar: 12 of 240 (5.0 %)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name ?? "(none)"}: {Duplicates} of {Records} ({Rate ?? 0:0.0} %)");
}
