using System.Globalization;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>How wide a text will be, without a font at hand: good enough to cut it in time, rather too early than too late.</summary>
internal static class SvgText
{
    /// <summary>The width in user units.</summary>
    public static double Width(string text, double size = 12)
    {
        double width = 0;
        foreach (var c in text) width += Em(c);
        return width * size;
    }

    /// <summary>The text, cut with an ellipsis where it is wider than the room; never in the middle of a character.</summary>
    public static string Fit(string text, double room, double size = 12)
    {
        if (room >= double.MaxValue || Width(text, size) <= room) return text;
        double width = size;
        var fits = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            width += Width(element, size);
            if (width > room) break;
            fits = elements.ElementIndex + element.Length;
        }

        return fits == 0 ? string.Empty : text.Substring(0, fits) + "…";
    }

    private static double Em(char c) => c switch
    {
        >= '\u2E80' => char.IsLowSurrogate(c) ? 0 : 1.05,
        >= '0' and <= '9' => 0.58,
        'i' or 'l' or 'j' or 't' or 'f' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or ' ' or '!' or '(' or ')' or '/' => 0.34,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.92,
        _ when char.IsUpper(c) => 0.7,
        _ => 0.57,
    };
}
