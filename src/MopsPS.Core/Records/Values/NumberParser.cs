using System;
using System.Globalization;
using System.Text;

namespace MopsPS.Core.Records.Values;

/// <summary>
/// Reads amounts of exports: <c>1250.5</c>, <c>$1,250.50</c>, <c>USD 1,250.50</c>, with a culture <c>1.250,50 €</c>. Separators of
/// thousands must stand where thousands end, so that <c>1,5</c> is not read as fifteen. Not for several threads at once.
/// </summary>
public sealed class NumberParser
{
    private readonly NumberFormatInfo _format;

    /// <summary>Makes a parser.</summary>
    /// <param name="culture">Whose decimal and thousands separators are used; null for the invariant ones.</param>
    public NumberParser(CultureInfo? culture = null) => _format = (culture ?? CultureInfo.InvariantCulture).NumberFormat;

    /// <summary>Reads an amount.</summary>
    /// <param name="utf8">The value as it stands.</param>
    /// <param name="number">The amount; zero where there is none.</param>
    /// <returns>True where it was read, false where it is no number, null where there is no value.</returns>
    public bool? Parse(ReadOnlySpan<byte> utf8, out decimal number)
    {
        number = 0;
        if (utf8.IsEmpty) return null;
        if (utf8.Length > 128) return false;
        var text = Encoding.UTF8.GetString(utf8.ToArray()).Trim();
        if (text.Length == 0 || text is "-" or "--" || string.Equals(text, "null", StringComparison.OrdinalIgnoreCase) || string.Equals(text, "n/a", StringComparison.OrdinalIgnoreCase)) return null;
        var isNegative = text.Length > 2 && text[0] == '(' && text[text.Length - 1] == ')';
        if (isNegative) text = text.Substring(1, text.Length - 2);
        text = WithoutCurrency(text);
        if (text.Length == 0 || !ThousandsFit(text)) return false;
        if (!decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, _format, out number)) return false;
        if (isNegative) number = -number;
        return true;
    }

    /// <summary>Reads an amount from text.</summary>
    /// <param name="text">The value as it stands.</param>
    /// <param name="number">The amount; zero where there is none.</param>
    /// <returns>True where it was read, false where it is no number, null where there is no value.</returns>
    public bool? Parse(string? text, out decimal number) => Parse(text is null ? default : Encoding.UTF8.GetBytes(text), out number);

    // A currency is a symbol or a code of three letters, at one end.
    private static string WithoutCurrency(string text)
    {
        var start = 0;
        var end = text.Length;
        if (Letters(text, 0) is 1 or 2 or 3) start = Letters(text, 0);
        else if (start < end && char.GetUnicodeCategory(text[0]) == UnicodeCategory.CurrencySymbol) start = 1;
        else if (end - start > 1 && text[0] == '-' && char.GetUnicodeCategory(text[1]) == UnicodeCategory.CurrencySymbol) return "-" + text.Substring(2).Trim();
        else if (char.GetUnicodeCategory(text[end - 1]) == UnicodeCategory.CurrencySymbol) end--;
        else if (end > 3 && char.IsUpper(text[end - 1]) && char.IsUpper(text[end - 2]) && char.IsUpper(text[end - 3])) end -= 3;
        if (start is > 0 and < 3 && start < end && char.GetUnicodeCategory(text[start]) == UnicodeCategory.CurrencySymbol) start++;
        return text.Substring(start, end - start).Trim().Trim('\u00A0', '\u202F');
    }

    private static int Letters(string text, int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= 'A' and <= 'Z') at++;
        return at - start;
    }

    private bool ThousandsFit(string text)
    {
        var separator = _format.NumberGroupSeparator;
        if (separator.Length == 0) return true;
        var point = text.IndexOf(_format.NumberDecimalSeparator, StringComparison.Ordinal);
        var whole = point < 0 ? text.Length : point;
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        if (at < 0) return true;
        // After the first one, groups of exactly three digits up to the decimal separator.
        for (; at >= 0; at = text.IndexOf(separator, at + 1, StringComparison.Ordinal))
        {
            if (at > whole) return false;
            var next = text.IndexOf(separator, at + 1, StringComparison.Ordinal);
            if ((next < 0 ? whole : next) - at - separator.Length != 3) return false;
        }

        return true;
    }
}
