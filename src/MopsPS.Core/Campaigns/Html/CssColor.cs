using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>A colour of a page.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
/// <param name="Alpha">0 (transparent) to 1.</param>
internal readonly record struct CssColor(int Red, int Green, int Blue, double Alpha = 1)
{
    public static readonly CssColor White = new(255, 255, 255);
    public static readonly CssColor Black = new(0, 0, 0);

    // The names that mails use; the full list has 148 (w3.org/TR/css-color-4, named colors). A name that is not here is not judged.
    private static readonly Dictionary<string, CssColor> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = Black,
        ["white"] = White,
        ["red"] = new(255, 0, 0),
        ["green"] = new(0, 128, 0),
        ["blue"] = new(0, 0, 255),
        ["yellow"] = new(255, 255, 0),
        ["gray"] = new(128, 128, 128),
        ["grey"] = new(128, 128, 128),
        ["silver"] = new(192, 192, 192),
        ["maroon"] = new(128, 0, 0),
        ["navy"] = new(0, 0, 128),
        ["olive"] = new(128, 128, 0),
        ["purple"] = new(128, 0, 128),
        ["teal"] = new(0, 128, 128),
        ["aqua"] = new(0, 255, 255),
        ["cyan"] = new(0, 255, 255),
        ["fuchsia"] = new(255, 0, 255),
        ["magenta"] = new(255, 0, 255),
        ["lime"] = new(0, 255, 0),
        ["orange"] = new(255, 165, 0),
        ["pink"] = new(255, 192, 203),
        ["lightgray"] = new(211, 211, 211),
        ["lightgrey"] = new(211, 211, 211),
        ["darkgray"] = new(169, 169, 169),
        ["darkgrey"] = new(169, 169, 169),
        ["dimgray"] = new(105, 105, 105),
        ["dimgrey"] = new(105, 105, 105),
        ["whitesmoke"] = new(245, 245, 245),
        ["gainsboro"] = new(220, 220, 220),
        ["transparent"] = new(0, 0, 0, 0),
    };

    /// <summary>The contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").</summary>
    public static double Contrast(CssColor one, CssColor other)
    {
        double a = one.Luminance, b = other.Luminance;
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>Reads a colour: hexadecimal, rgb(), rgba() or a name.</summary>
    /// <returns>The colour, or null where it cannot be known here (variables, inherit, hsl …).</returns>
    public static CssColor? Parse(string? text)
    {
        if (text is null) return null;
        text = text.Trim();
        if (text.StartsWith("#", StringComparison.Ordinal)) return Hex(text.Substring(1));
        if (Names.TryGetValue(text, out var named)) return named;
        if (text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase)) return Function(text);
        // bgcolor="ffffff" is read by every client.
        return text.Length == 6 ? Hex(text) : null;
    }

    /// <summary>Finds the colour in a <c>background</c> of several parts.</summary>
    /// <returns>The colour; null where there is none or an image may lie over it.</returns>
    public static CssColor? OfBackground(string value)
    {
        if (value.IndexOf("url(", StringComparison.Ordinal) >= 0 || value.IndexOf("gradient", StringComparison.Ordinal) >= 0) return null;
        if (value.StartsWith("rgb", StringComparison.Ordinal)) return Parse(value.Substring(0, value.IndexOf(')') + 1));
        foreach (var part in value.Split(' '))
            if (Parse(part) is { } color) return color;
        return null;
    }

    /// <summary>This colour over an opaque one.</summary>
    public CssColor Over(CssColor below) => Alpha >= 1 ? this : new(Mix(Red, below.Red), Mix(Green, below.Green), Mix(Blue, below.Blue));

    /// <summary>Reads like <c>#9a9ea6</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "#{0:x2}{1:x2}{2:x2}", Red, Green, Blue);

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private int Mix(int above, int below) => (int)Math.Round((above * Alpha) + (below * (1 - Alpha)));

    private static double Linear(int channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static CssColor? Hex(string digits)
    {
        if (digits.Length is 3 or 4) digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        if (digits.Length is not (6 or 8) || !long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return null;
        var alpha = 1.0;
        if (digits.Length == 8)
        {
            alpha = (value & 255) / 255.0;
            value >>= 8;
        }

        return new CssColor((int)(value >> 16) & 255, (int)(value >> 8) & 255, (int)value & 255, alpha);
    }

    private static CssColor? Function(string text)
    {
        var open = text.IndexOf('(');
        var close = text.IndexOf(')');
        if (open < 0 || close < open) return null;
        var parts = text.Substring(open + 1, close - open - 1).Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (3 or 4)) return null;
        var numbers = new double[4];
        numbers[3] = 1;
        for (var i = 0; i < parts.Length; i++)
        {
            var isPercent = parts[i].EndsWith("%", StringComparison.Ordinal);
            if (!double.TryParse(parts[i].TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])) return null;
            if (isPercent) numbers[i] *= i == 3 ? 0.01 : 2.55;
        }

        return new CssColor(Byte(numbers[0]), Byte(numbers[1]), Byte(numbers[2]), Math.Max(0, Math.Min(1, numbers[3])));
    }

    private static int Byte(double value) => (int)Math.Round(Math.Max(0, Math.Min(255, value)));
}
