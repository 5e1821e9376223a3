using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Brings dates with the names of months in German, French, Spanish, Italian, Dutch or Portuguese, with ordinals (25th) and of East Asia (2026年3月25日) into a form that any culture reads.
/// Names, so that nothing is left to guess: where one name means two months in two languages it is not here.
/// </summary>
internal static class DateWords
{
    // By month; the names of CLDR and their usual abbreviations.
    private static readonly string[] Names =
    [
        "januar jänner jan janvier janv enero ene gennaio gen januari janeiro", "februar feber feb février fevrier févr fevr febrero febbraio februari fevereiro fev", "märz maerz mär mars marzo maart mrt março marco",
        "april apr avril avr abril abr aprile", "mai mayo maggio mag mei maio", "juni jun juin junio giugno giu junho", "juli jul juillet juil julio luglio lug julho",
        "august aug août aout agosto ago augustus", "september sept sep septembre septiembre settembre set setembro", "oktober okt octobre oct octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro", "dezember dez décembre decembre déc diciembre dic dicembre december dezembro",
    ];

    private static readonly Dictionary<string, int> Months = Names.SelectMany((names, i) => names.Split(' ').Select(name => (name, Month: i + 1))).ToDictionary(pair => pair.name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>The month that a name means; 0 for none.</summary>
    public static int MonthOf(string name) => Months.TryGetValue(name.TrimEnd('.'), out var month) ? month : 0;

    /// <summary>A date with English months and no ordinals.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text; null where there was nothing to do.</returns>
    public static string? English(string text)
    {
        if (text.IndexOf('年') > 0) return text.Replace('年', '-').Replace('月', '-').Replace("日", " ").Trim();
        var words = new List<string>();
        foreach (var word in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.TrimEnd(',', '.');
            if (bare is "de" or "del" or "of" or "the") continue;
            if (MonthOf(bare) is var month and > 0) words.Add(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month));
            else words.Add(IsOrdinal(bare) ? bare.Substring(0, bare.TakeWhile(char.IsDigit).Count()) : bare.Length > 0 && bare.All(char.IsDigit) ? bare : word);
        }

        var english = string.Join(" ", words);
        return english == text ? null : english;
    }

    private static bool IsOrdinal(string word) =>
        word.Length is 3 or 4 && char.IsDigit(word[0]) && word.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToLowerInvariant() is "st" or "nd" or "rd" or "th" or "er" or "º";
}
