using System;
using System.Globalization;
using System.Text.RegularExpressions;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Events.Reading;

/// <summary>Lengths of time as reports write them: <c>85</c> and <c>85.5</c> minutes, <c>1h 25m 3s</c>, <c>1 hour 25 minutes</c>, <c>01:25:03</c>.</summary>
internal static class DurationText
{
    private static readonly Regex Parts = new(
        @"^(?:(\d+)\s*(?:d|days?)[\s,]*)?(?:(\d+)\s*(?:h|hrs?|hours?)[\s,]*)?(?:(\d+)\s*(?:m|mins?|minutes?)[\s,]*)?(?:(\d+)\s*(?:s|secs?|seconds?))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The minutes of a text.</summary>
    /// <param name="text">The text; null and a dash are nothing.</param>
    /// <param name="numbers">Reads plain numbers.</param>
    /// <param name="minutes">The minutes; null where there is nothing.</param>
    /// <returns>False where it cannot be read.</returns>
    public static bool TryParse(string? text, NumberParser numbers, out double? minutes)
    {
        minutes = null;
        text = text?.Trim() ?? string.Empty;
        if (text.Length is 0 or > 64 || text is "-" or "--") return text.Length <= 64;
        if (numbers.Parse(text, out var number) is { } isRead && isRead)
        {
            minutes = (double)number;
            return number >= 0;
        }

        var parts = text.Split(':');
        if (parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var rest) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            minutes = (hours * 60) + rest + (seconds / 60.0);
            return true;
        }

        var match = Parts.Match(text);
        if (!match.Success) return false;
        minutes = (Part(match, 1) * 1440) + (Part(match, 2) * 60) + Part(match, 3) + (Part(match, 4) / 60.0);
        return true;
    }

    private static double Part(Match match, int group) => match.Groups[group].Success && double.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
