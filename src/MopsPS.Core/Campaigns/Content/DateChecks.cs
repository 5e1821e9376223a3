using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>Dates that cannot be right: an old year behind the copyright sign, a weekday that the date does not have, a date before the launch. English and German.</summary>
internal sealed class DateChecks : ContentChecks
{
    private const string Weekday = @"(?<weekday>mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b\.?,?\s+(?:(?:den|dem|der|the)\s+)?";
    private const string Month = @"(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember)\b\.?";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly Regex Copyright = new(@"(?:©|\(c\)|\bcopyright\b)(?:\s*(?:copyright|©))?[^\d\n©]{0,40}?(?<from>(?:19|20)\d\d)(?:\s*[-–—/]\s*(?<to>(?:19|20)\d\d))?(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly Regex Date = new(
        $@"\b(?:{Weekday})?{Month}\s+(?<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?<year>20\d\d)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly Regex DayFirst = new(
        $@"\b(?:{Weekday})?(?<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{Month}(?:,?\s+(?<year>20\d\d)\b)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly Regex AnyMonth = new($@"(?<![\p{{L}}]){Month}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly Dictionary<string, string> German = new(StringComparer.Ordinal) { ["mär"] = "mar", ["mai"] = "may", ["okt"] = "oct", ["dez"] = "dec" };
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly Dictionary<string, string> GermanDays = new(StringComparer.Ordinal) { ["son"] = "sun", ["die"] = "tue", ["mit"] = "wed", ["don"] = "thu", ["fre"] = "fri", ["sam"] = "sat" };

    private readonly CampaignCheckInfo _year;
    private readonly CampaignCheckInfo _weekday;
    private readonly CampaignCheckInfo _past;

    private DateChecks(string prefix, CampaignArea area, string what)
    {
        _year = new CampaignCheckInfo(prefix + "064", area, what + "WrongYear", Severity.Warning, "The year behind the copyright sign is not that of the launch.", "Write the year of the launch.", "practice");
        _weekday = new CampaignCheckInfo(prefix + "065", area, what + "WrongWeekday", Severity.Error, "A weekday and a date do not go together.", "Look the date up, and correct what is wrong.", "the Gregorian calendar");
        _past = new CampaignCheckInfo(prefix + "066", area, what + "PastDate", Severity.Warning, "A date is before the launch.", "Correct it, if it is not meant as a look back.", "practice");
        Checks = [_year, _weekday, _past];
    }

    /// <summary>The checks of e-mails.</summary>
    public static DateChecks Email { get; } = new("EML", CampaignArea.Email, "Email");

    /// <summary>The checks of landing pages.</summary>
    public static DateChecks LandingPage { get; } = new("LPG", CampaignArea.LandingPage, "Page");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; }

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks) file.Starts(check);
        var launch = file.Context.Brief.LaunchDate?.Date ?? file.Context.Today;
        foreach (var surface in TextSurface.Of(file))
        {
            if (surface.Text.IndexOf('©') >= 0 || surface.Text.IndexOf("(c)", StringComparison.OrdinalIgnoreCase) >= 0 || surface.Text.IndexOf("copyright", StringComparison.OrdinalIgnoreCase) >= 0) Copyrights(surface, launch);
            Dates(surface, launch);
        }
    }

    private void Copyrights(TextSurface surface, DateTime launch)
    {
        foreach (Match match in Copyright.Matches(surface.Text))
        {
            var group = match.Groups["to"] is { Success: true } to ? to : match.Groups["from"];
            var year = int.Parse(group.Value, CultureInfo.InvariantCulture);
            if (year != launch.Year) surface.Report(_year, group.Index, $"The copyright says {year}; the launch is in {launch.Year}.", match.Value, launch.Year.ToString(CultureInfo.InvariantCulture));
        }
    }

    // Around the names of months alone: a day and a weekday stand at most so far before them, a day and a year behind them.
    private void Dates(TextSurface surface, DateTime launch)
    {
        const int Before = 40;
        const int Behind = 40;
        var seen = 0;
        foreach (Match month in AnyMonth.Matches(surface.Text))
        {
            var start = Math.Max(seen, month.Index - Before);
            var length = Math.Min(surface.Text.Length, month.Index + month.Length + Behind) - start;
            if (length <= 0) continue;
            foreach (var expression in new[] { Date, DayFirst })
            {
                // From start on, not in a piece of its own, so that word boundaries are those of the text.
                for (var match = expression.Match(surface.Text, start, length); match.Success; match = match.NextMatch())
                {
                    if (match.Groups["month"].Index != month.Index) continue;
                    Look(surface, match, launch);
                    seen = Math.Max(seen, match.Index + match.Length);
                    break;
                }
            }
        }
    }

    private void Look(TextSurface surface, Match match, DateTime launch)
    {
        var month = Index(Months, German, match.Groups["month"].Value) + 1;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        if (month == 0 || day is 0 or > 31) return;
        // "May 5" may be the verb's end of a sentence; without a weekday or a year nothing is said.
        int? year = match.Groups["year"] is { Success: true } written ? int.Parse(written.Value, CultureInfo.InvariantCulture) : null;
        var dates = (year is { } one ? [one] : new[] { launch.Year, launch.Year + 1 }).Where(y => day <= DateTime.DaysInMonth(y, month)).Select(y => new DateTime(y, month, day)).ToList();
        if (dates.Count == 0)
        {
            if (year is not null) surface.Report(_weekday, match.Index, $"There is no day '{match.Value}'.", match.Value);
            return;
        }

        if (match.Groups["weekday"] is { Success: true } weekday)
        {
            var expected = (DayOfWeek)Index(Days, GermanDays, weekday.Value);
            if (!dates.Any(date => date.DayOfWeek == expected))
            {
                var next = dates.FirstOrDefault(date => date >= launch) is var later && later != default ? later : dates[0];
                surface.Report(_weekday, match.Index, $"{Iso(next)} is a {next.DayOfWeek}.", match.Value, next.DayOfWeek.ToString());
            }
        }

        if (year is not null && dates[0] < launch) surface.Report(_past, match.Index, $"{Iso(dates[0])} is before the launch ({Iso(launch)}).", match.Value);
    }

    private static string Iso(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Index(string[] names, Dictionary<string, string> german, string name)
    {
        if (name.StartsWith("sonna", StringComparison.OrdinalIgnoreCase)) return Array.IndexOf(names, "sat");
        var three = name.Substring(0, 3).ToLowerInvariant();
        return Array.IndexOf(names, german.TryGetValue(three, out var english) ? english : three);
    }
}
