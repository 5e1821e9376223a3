using System.Globalization;

namespace MopsPS;

/// <summary>One place in the hierarchy at which two sources of a metric part.</summary>
public sealed class MetricPart
{
    /// <summary>The level: 0 for the total, 1 for the first dimension and so on.</summary>
    public int Level { get; init; }

    /// <summary>The dimension of the level; Total for the total.</summary>
    public string Dimension { get; init; } = string.Empty;

    /// <summary>The values from the first dimension down, for example <c>EMEA / Germany</c>; empty for the total.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The value of the reference; null where it has none.</summary>
    public double? Reference { get; init; }

    /// <summary>The value of the other source; null where it has none.</summary>
    public double? Value { get; init; }

    /// <summary>The other source less the reference; a value that is missing counts as 0.</summary>
    public double Difference { get; init; }

    /// <summary>The difference in percent of the reference; null where that is 0 or missing.</summary>
    public double? RelativeDifference { get; init; }

    /// <summary>Whether the difference is above what the policy lets pass.</summary>
    public bool IsMaterial { get; init; }

    /// <summary>Whether the place agrees as a whole, while differences inside it cancel each other out.</summary>
    public bool IsOffsetting { get; init; }

    /// <summary>Whether the difference sits here: no part of this place differs materially, or there are no parts.</summary>
    public bool IsCause { get; init; }

    /// <summary>Reads like <c>EMEA / Germany: 120 against 100 (+20 %)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} against {2}{3}", Path.Length == 0 ? "Total" : Path, Text(Value), Text(Reference),
        IsOffsetting ? " (differences inside cancel out)" : RelativeDifference is double share ? $" ({(share < 0 ? "" : "+")}{share.ToString("0.##", CultureInfo.InvariantCulture)} %)" : string.Empty);

    private static string Text(double? value) => value is double number ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : "nothing";
}
