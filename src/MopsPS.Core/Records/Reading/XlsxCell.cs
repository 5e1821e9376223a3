using System;
using System.Globalization;
using System.Numerics;

namespace MopsPS.Core.Records.Reading;

/// <summary>The text of a cell of a workbook.</summary>
internal static class XlsxCell
{
    // Whole numbers up to here are exact in a cell (IEEE 754 double).
    private const double LargestExact = 9_007_199_254_740_992;

    /// <summary>A cell's value as text.</summary>
    /// <param name="value">A string, double, date, time or Boolean.</param>
    /// <param name="culture">The culture that numbers are written in.</param>
    /// <returns>The text; null for an empty cell.</returns>
    public static string? Text(object? value, CultureInfo culture) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => Number(number, culture),
        DateTime date => Date(date),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, culture),
        _ => value.ToString(),
    };

    private static string Date(DateTime date) => date.ToString(
        date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : date.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    // Decimal rounds to the 15 digits that a spreadsheet shows: 0.1 + 0.2 is 0.3 there. Ids of 16 digits stay exact.
    private static string Number(double number, CultureInfo culture)
    {
        var size = Math.Abs(number);
        if (double.IsNaN(number) || double.IsInfinity(number)) return number.ToString(culture);
        if (size < LargestExact && Math.Floor(number) == number) return ((long)number).ToString(culture);
        if (size is >= 1e-9 and < 7.9e28) return ((decimal)number).ToString(culture);
        return size > 1 ? new BigInteger(number).ToString(culture) : number.ToString("0." + new string('#', 330), culture);
    }
}
