using System;

namespace MopsPS.Core.Records.Writing;

/// <summary>
/// Keeps spreadsheets from running text as a formula (OWASP, CSV Injection): such a text gets one apostrophe in front.
/// A signed number or phone number (<c>-5</c>, <c>+49 (30) 123-45</c>) calls nothing and stays as it is. The escape is reversible for every text.
/// </summary>
public static class FormulaText
{
    private const string Triggers = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>Puts an apostrophe before a text that a spreadsheet would run, and before one that reads like an escaped one.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The safe text.</returns>
    public static string Escape(string value) => IsDangerous(value, Apostrophes(value)) ? "'" + value : value;

    /// <summary>Takes back what <see cref="Escape"/> did.</summary>
    /// <param name="value">The text as it stands in a file written with the escape.</param>
    /// <returns>The text before.</returns>
    public static string Unescape(string value)
    {
        var start = Apostrophes(value);
        return start > 0 && IsDangerous(value, start) ? value.Substring(1) : value;
    }

    private static int Apostrophes(string value)
    {
        var i = 0;
        while (i < value.Length && value[i] == '\'') i++;
        return i;
    }

    private static bool IsDangerous(string value, int start) =>
        start < value.Length && Triggers.IndexOf(value[start]) >= 0 && !IsPlainNumber(value, start);

    private static bool IsPlainNumber(string value, int start)
    {
        if (value[start] is not ('+' or '-')) return false;
        var digits = 0;
        for (var i = start + 1; i < value.Length; i++)
        {
            var c = value[i];
            if (c is >= '0' and <= '9') digits++;
            else if (" ()-.,/".IndexOf(c.ToString(), StringComparison.Ordinal) < 0) return false;
        }

        return digits > 0;
    }
}
