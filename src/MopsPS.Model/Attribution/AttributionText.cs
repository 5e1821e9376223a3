using System;
using System.Globalization;
using System.Linq;

namespace MopsPS.Internal;

/// <summary>The texts of the attribution view. Not for scripts.</summary>
public static class AttributionText
{
    /// <summary>The channels with the range of conversions over the models and a bar of the most, one a line, the largest first.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The lines.</returns>
    public static string Channels(AttributionResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
        var rows = result.Comparison.OrderByDescending(row => row.Highest).ThenBy(row => row.Channel, StringComparer.Ordinal)
            .Select(row => (row.Channel, Range: row.Lowest == row.Highest ? Number(row.Highest) : $"{Number(row.Lowest)} to {Number(row.Highest)}", Share: result.Conversions > 0 ? 100 * row.Highest / result.Conversions : 0)).ToArray();
        if (rows.Length == 0) return string.Empty;
        var names = rows.Max(row => row.Channel.Length);
        var ranges = rows.Max(row => row.Range.Length);
        return string.Join("\n", rows.Select(row => $"{Format.Bar(row.Share, "%")} {row.Channel.PadRight(names)}  {row.Range.PadLeft(ranges)}"));
    }

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
