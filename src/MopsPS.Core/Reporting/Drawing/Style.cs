using System.Globalization;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>The classes of the page's style sheet that charts use.</summary>
internal static class Style
{
    /// <summary>A filled area: <c>c0</c> to <c>c7</c> for series, or the tone's own.</summary>
    public static string Fill(ChartTone tone, int series = 0) => "f " + Color(tone, series);

    /// <summary>A line.</summary>
    public static string Stroke(ChartTone tone, int series = 0) => "l " + Color(tone, series);

    private static string Color(ChartTone tone, int series) => tone switch
    {
        ChartTone.Good => "good",
        ChartTone.Warning => "warn",
        ChartTone.Bad => "bad",
        ChartTone.Muted => "muted",
        _ => "c" + (series % 8).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A value with its unit, two digits.</summary>
    public static string Show(double? value, string unit) =>
        value is { } number && Scale.CanDraw(number) ? Internal.Format.Number(number) + (unit.Length == 0 ? string.Empty : unit == "%" ? " %" : " " + unit) : "–";
}
