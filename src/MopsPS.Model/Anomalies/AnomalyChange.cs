using System;
using System.Globalization;

namespace MopsPS;

/// <summary>A point from which a series runs on another level or another trend.</summary>
public sealed class AnomalyChange
{
    /// <summary>The first day on which it holds.</summary>
    public DateTime Date { get; init; }

    /// <summary>The level just before, without the season.</summary>
    public double Before { get; init; }

    /// <summary>The level from then on, without the season.</summary>
    public double After { get; init; }

    /// <summary>After less before, in percent of before; null where that is 0.</summary>
    public double? ChangePercent => Before == 0 ? null : 100 * (After - Before) / Math.Abs(Before);

    /// <summary>Reads like <c>from 2026-10-12 on: 120 to 88 (-26.7 %)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "from {0:yyyy-MM-dd} on: {1:#,0.####} to {2:#,0.####}{3}", Date, Before, After,
        ChangePercent is double change ? string.Format(CultureInfo.InvariantCulture, " ({0:+0.#;-0.#;0} %)", change) : string.Empty);
}
