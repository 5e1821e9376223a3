using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>What one column holds.</summary>
public sealed class ColumnProfile
{
    /// <summary>The column.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>The canonical field; null for a column that plays no known part.</summary>
    public string? Field { get; init; }

    /// <summary>What nearly all values are.</summary>
    public ProfileType Type { get; init; }

    /// <summary>The share of the values that are of that type, in percent; null where there are none.</summary>
    public double? TypeShare { get; init; }

    /// <summary>How many values are not blank.</summary>
    public long Values { get; init; }

    /// <summary>How many are blank.</summary>
    public long Blanks { get; init; }

    /// <summary>How many are words that stand for no value.</summary>
    public long Placeholders { get; init; }

    /// <summary>The share of rows with a value that says something, in percent; null where there are no rows.</summary>
    public double? Completeness { get; init; }

    /// <summary>How many values can be checked and are neither right nor repairable; null where nothing can be checked.</summary>
    public long? Invalid { get; init; }

    /// <summary>How many values Repair-MopsRecord would change; null where nothing can be checked.</summary>
    public long? Repairable { get; init; }

    /// <summary>The share of the values that are valid, whether in the team's form or not, in percent; null where nothing can be checked.</summary>
    public double? Validity { get; init; }

    /// <summary>How many values are not in the policy's picklist or bands; null where it has none for the column.</summary>
    public long? Drift { get; init; }

    /// <summary>How many different values there are.</summary>
    public long Distinct { get; init; }

    /// <summary>Whether that is exact; beyond 65,536 it is an estimate (HyperLogLog with 16,384 registers: 0.8 % standard error).</summary>
    public bool IsDistinctExact { get; init; } = true;

    /// <summary>The most frequent values that occur more than once, masked where they are personal.</summary>
    public IReadOnlyList<ProfileValue> Top { get; init => field = ResultList<ProfileValue>.Of(value); } = ResultList<ProfileValue>.Empty;

    /// <summary>The most frequent patterns.</summary>
    public IReadOnlyList<ProfileValue> Patterns { get; init => field = ResultList<ProfileValue>.Of(value); } = ResultList<ProfileValue>.Empty;

    /// <summary>The least number or day; null for texts.</summary>
    public string? Min { get; init; }

    /// <summary>The largest number or day; null for texts.</summary>
    public string? Max { get; init; }

    /// <summary>The mean of numbers.</summary>
    public double? Mean { get; init; }

    /// <summary>A quarter of the numbers or days is at or below it; numbers to 0.1 %.</summary>
    public string? Quartile1 { get; init; }

    /// <summary>Half of the numbers or days is at or below it; numbers to 0.1 %.</summary>
    public string? Median { get; init; }

    /// <summary>Three quarters of the numbers or days are at or below it; numbers to 0.1 %.</summary>
    public string? Quartile3 { get; init; }

    /// <summary>How many numbers lie more than three interquartile ranges outside the quartiles (Tukey's outer fences); null for all else.</summary>
    public long? Outliers { get; init; }

    /// <summary>The least length in characters.</summary>
    public int MinLength { get; init; }

    /// <summary>The largest length in characters.</summary>
    public int MaxLength { get; init; }

    /// <summary>The mean length in characters; null where there are no values.</summary>
    public double? MeanLength { get; init; }

    /// <summary>Reads like <c>Country: Text, 98.2 % filled, 41 distinct</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1}, {2:0.#} % filled, {3}{4} distinct", Column, Type, Completeness ?? 0, IsDistinctExact ? string.Empty : "about ", Distinct);
}
