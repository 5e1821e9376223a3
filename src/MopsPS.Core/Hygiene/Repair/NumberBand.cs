using System;
using System.Globalization;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>A band of numbers as a policy names it: <c>1-10</c>, <c>1,001-5,000</c>, <c>5001+</c>, <c>10k-50k</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">The least number.</param>
/// <param name="To">The largest number; <see cref="double.PositiveInfinity"/> for an open band.</param>
internal readonly record struct NumberBand(string Name, double From, double To)
{
    private static readonly string[] Words = ["employees", "employee", "people", "persons", "staff", "mitarbeiter", "mitarbeitende", "fte", "ftes", "salariés", "empleados", "headcount", "users", "usd", "eur", "$", "€", "ca.", "ca", "approx.", "approx", "about", "around", "circa", "~", "over", "more than"];
    private static readonly string[] Least = [" or more", " and more", " or above", " and above", " and over", " or over", " und mehr", " et plus", " plus", " o más"];
    private static readonly (string Word, int Less)[] Most = [("up to ", 0), ("bis zu ", 0), ("bis ", 0), ("max. ", 0), ("max ", 0), ("less than ", 1), ("fewer than ", 1), ("under ", 1), ("below ", 1), ("weniger als ", 1), ("<=", 0), ("≤", 0), ("<", 1)];

    /// <summary>Reads a band, or a number as a band of one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="band">The band.</param>
    /// <returns>False where it is neither.</returns>
    public static bool TryRead(string text, out NumberBand band)
    {
        band = default;
        var plain = text.Trim().ToLowerInvariant();
        var isOpen = plain.EndsWith("+", StringComparison.Ordinal) || plain.StartsWith(">", StringComparison.Ordinal) || plain.StartsWith("over ", StringComparison.Ordinal)
            || plain.StartsWith("more than ", StringComparison.Ordinal);
        foreach (var word in Least)
        {
            if (!plain.EndsWith(word, StringComparison.Ordinal)) continue;
            isOpen = true;
            plain = plain.Substring(0, plain.Length - word.Length);
        }

        int? less = null;
        foreach (var (word, minus) in Most)
        {
            if (!plain.StartsWith(word, StringComparison.Ordinal)) continue;
            less = minus;
            plain = plain.Substring(word.Length).Trim();
            break;
        }

        foreach (var word in Words)
        {
            if (plain.StartsWith(word, StringComparison.Ordinal)) plain = plain.Substring(word.Length).Trim();
            if (plain.EndsWith(word, StringComparison.Ordinal)) plain = plain.Substring(0, plain.Length - word.Length).Trim();
        }

        plain = plain.Replace("..", "-").Trim('+', '>', '=', ' ', '(', ')');
        var at = plain.IndexOfAny(['-', '–', '—', '~']);
        var length = 1;
        if (at < 0 && (at = plain.IndexOf(" to ", StringComparison.Ordinal)) >= 0) length = 4;
        if (at < 0 && (at = plain.IndexOf(" bis ", StringComparison.Ordinal)) >= 0) length = 5;
        if (at > 0)
        {
            if (!Number(plain.Substring(0, at), out var from) || !Number(plain.Substring(at + length), out var to) || to < from) return false;
            band = new NumberBand(text, from, to);
            return true;
        }

        if (!Number(plain, out var number)) return false;
        if (less is { } below)
        {
            // "Up to 50" begins with the first.
            band = new NumberBand(text, Math.Min(1, number - below), number - below);
            return number - below >= 0;
        }

        var more = text.Trim().StartsWith(">", StringComparison.Ordinal) && text.IndexOf('=') < 0 ? number + 1 : number;
        band = new NumberBand(text, isOpen ? more : number, isOpen ? double.PositiveInfinity : number);
        return true;
    }

    // 1,200 and 1.200 and 1 200 and 1'200 and 1.2k. A group has three digits, so that 1.5 is no 15.
    private static bool Number(string text, out double number)
    {
        number = 0;
        var plain = text.Trim().Replace("'", "").Replace("’", "").Replace(" ", "").Replace("\u00A0", "").Replace("\u202F", "");
        var factor = 1.0;
        if (plain.Length > 1 && plain[plain.Length - 1] is 'k' or 'm')
        {
            factor = plain[plain.Length - 1] == 'k' ? 1e3 : 1e6;
            plain = plain.Substring(0, plain.Length - 1);
        }

        var last = plain.LastIndexOfAny([',', '.']);
        if (last >= 0 && factor == 1.0 && plain.Length - last - 1 == 3) plain = plain.Replace(",", "").Replace(".", "");
        else plain = plain.Replace(',', '.');
        if (plain.Length == 0 || plain[0] is '-' or '+' || !double.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)) return false;
        number *= factor;
        return number >= 0;
    }
}
