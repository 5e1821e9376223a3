using System;
using System.Globalization;
using System.Text;
using CsCheck;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Records.Values;

public class DateParserTests
{
    [Theory]
    [InlineData("2026-03-14", null, "2026-03-14T00:00:00 day")]
    [InlineData("20260314", null, "2026-03-14T00:00:00 day")]
    [InlineData(" 2026-03-14 09:26 ", null, "2026-03-14T09:26:00")]
    [InlineData("2026-03-14T09:26:53.589793Z", null, "2026-03-14T09:26:53")]
    [InlineData("2026-03-14T09:26:53.000+0000", null, "2026-03-14T09:26:53")]
    [InlineData("2026-03-14T09:26:53+01:00", null, "2026-03-14T08:26:53")]
    [InlineData("2026-03-14 09:26:53 UTC", null, "2026-03-14T09:26:53")]
    [InlineData("2026-03-14 09:26:53-05", null, "2026-03-14T14:26:53")]
    [InlineData("20260314T092653Z", null, "2026-03-14T09:26:53")]
    [InlineData("1773480413589", null, "2026-03-14T09:26:53")]
    [InlineData("1773480413", null, "2026-03-14T09:26:53")]
    [InlineData("3/14/2026", "en-US", "2026-03-14T00:00:00 day")]
    [InlineData("3/4/2026 9:26 PM", "en-US", "2026-03-04T21:26:00")]
    [InlineData("3/4/26 12:05 am", "en-US", "2026-03-04T00:05:00")]
    [InlineData("03/04/2026", "en-GB", "2026-04-03T00:00:00 day")]
    [InlineData("14/03/2026, 09:26:53", "fr-FR", "2026-03-14T09:26:53")]
    [InlineData("14.03.2026", "de-DE", "2026-03-14T00:00:00 day")]
    [InlineData("4.3.2026 09:26", null, "2026-03-04T09:26:00")]
    [InlineData("2026/03/14", null, "2026-03-14T00:00:00 day")]
    [InlineData("14-Mar-2026", null, "2026-03-14T00:00:00 day")]
    [InlineData("Mar 14, 2026 09:26:53", null, "2026-03-14T09:26:53")]
    [InlineData("Saturday, March 14, 2026", null, "2026-03-14T00:00:00 day")]
    [InlineData("14. M\u00e4rz 2026", "de-DE", "2026-03-14T00:00:00 day")]
    public void ADateIsRead(string text, string? culture, string expected)
    {
        var parser = new DateParser(culture is null ? null : CultureInfo.GetCultureInfo(culture));
        Assert.Equal(DateProblem.None, parser.Parse(text, out var date));
        Assert.Equal(expected, date.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (date.IsDateOnly ? " day" : ""));
    }

    [Theory]
    [InlineData("", null, DateProblem.Empty)]
    [InlineData("  ", null, DateProblem.Empty)]
    [InlineData("NULL", null, DateProblem.Empty)]
    [InlineData("--", null, DateProblem.Empty)]
    [InlineData("03/04/2026", null, DateProblem.Ambiguous)]
    [InlineData("13/04/2026", null, DateProblem.Ambiguous)]
    [InlineData("13/14/2026", "en-US", DateProblem.Unreadable)]
    [InlineData("14/03/2026", "en-US", DateProblem.Unreadable)]
    [InlineData("2026-02-29", null, DateProblem.Unreadable)]
    [InlineData("2026-13-01", null, DateProblem.Unreadable)]
    [InlineData("2026-03-14T25:00", null, DateProblem.Unreadable)]
    [InlineData("2026-03-14T09:60", null, DateProblem.Unreadable)]
    [InlineData("2026-03-14 09:26 EST", null, DateProblem.Unreadable)]
    [InlineData("2026-0/-14 09:26:53", null, DateProblem.Unreadable)]
    [InlineData("2026-03-14 0 :26:53", null, DateProblem.Unreadable)]
    [InlineData("2026-03-14 09:26:5:", null, DateProblem.Unreadable)]
    [InlineData("2026-02-29 09:26:53", null, DateProblem.Unreadable)]
    [InlineData("yesterday", null, DateProblem.Unreadable)]
    [InlineData("45678", null, DateProblem.Unreadable)]
    [InlineData("14:03:2026", "de-DE", DateProblem.Unreadable)]
    [InlineData("3/4.2026", "en-US", DateProblem.Unreadable)]
    [InlineData("1970-01-01", null, DateProblem.Implausible)]
    [InlineData("0001-01-01T00:00:00", null, DateProblem.Implausible)]
    [InlineData("9999-12-31", null, DateProblem.Implausible)]
    public void WhatIsNoDateGivesTheReason(string text, string? culture, DateProblem expected) =>
        Assert.Equal(expected, new DateParser(culture is null ? null : CultureInfo.GetCultureInfo(culture)).Parse(text, out _));

    [Fact]
    public void AClockIsThatOfItsZone()
    {
        var berlin = TimeZones.Find("Europe/Berlin")!;
        var parser = new DateParser(null, berlin);
        // Summer and winter, the hour that does not exist and the one that comes twice.
        Assert.Equal("2026-07-01T07:00:00", Utc(parser, "2026-07-01 09:00"));
        Assert.Equal("2026-01-01T08:00:00", Utc(parser, "2026-01-01 09:00"));
        Assert.Equal("2026-03-29T01:30:00", Utc(parser, "2026-03-29 02:30"));
        Assert.Equal("2026-10-25T01:30:00", Utc(parser, "2026-10-25 02:30"));
        // A moment late in the evening in UTC is the next day in Berlin; a day stays the day that was written.
        parser.Parse("2026-06-30T22:30:00Z", out var late);
        Assert.Equal(20635, parser.DayOf(late.UtcSeconds));
        parser.Parse("2026-07-01", out var day);
        Assert.Equal(20635, parser.DayOf(day.UtcSeconds));
        // The export's clock is another than the report's: times move, days do not.
        var mixed = new DateParser(null, TimeZones.Find("America/New_York"), TimeZoneInfo.Utc);
        Assert.Equal("2026-07-01T02:00:00", Utc(mixed, "2026-07-01 02:00"));
        mixed.Parse("2026-07-01", out day);
        Assert.Equal(20635, mixed.DayOf(day.UtcSeconds));
        Assert.Equal(berlin.BaseUtcOffset, TimeZones.Find("W. Europe Standard Time")!.BaseUtcOffset);
        Assert.Null(TimeZones.Find("Europe/Atlantis"));
    }

    [Fact]
    public void TheClockAgreesWithTimeZoneInfo()
    {
        foreach (var name in new[] { "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC" })
        {
            var zone = TimeZones.Find(name)!;
            var clock = new ZoneClock(zone);
            Gen.Long[315532800, 3092601599].Sample(
                seconds => clock.ToLocal(seconds) - seconds == (long)zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(seconds)).TotalSeconds && (clock.ToUtc(clock.ToLocal(seconds)) - seconds) % 1800 == 0, iter: 2000);
        }
    }

    [Fact]
    public void EveryMomentIsReadBackFromEveryForm() =>
        Gen.DateTime[new DateTime(1980, 1, 1), new DateTime(2067, 12, 31)].Sample(time =>
        {
            time = new DateTime(time.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
            foreach (var (format, culture) in new[]
            {
                ("yyyy-MM-dd HH:mm:ss", ""), ("yyyy-MM-ddTHH:mm:ss.fffZ", ""), ("yyyyMMddTHHmmssZ", ""), ("M/d/yyyy h:mm:ss tt", "en-US"), ("dd/MM/yyyy HH:mm:ss", "en-GB"),
                ("dd.MM.yyyy HH:mm:ss", "de-DE"), ("MMM d, yyyy HH:mm:ss", ""), ("d-MMM-yyyy HH:mm:ss", ""), ("yyyy/MM/dd HH:mm:ss", "ja-JP"),
            })
            {
                var parser = new DateParser(culture.Length == 0 ? null : CultureInfo.GetCultureInfo(culture));
                if (parser.Parse(time.ToString(format, CultureInfo.InvariantCulture), out var date) != DateProblem.None || date.ToUtc() != time) return false;
            }

            return true;
        }, iter: 500);

    [Fact]
    public void DaysAreThoseOfDateTime() =>
        Gen.Int[-719162, 2932896].Sample(days =>
        {
            var date = DateTime.UnixEpoch.AddDays(days);
            return CivilDate.FromDays(days) == (date.Year, date.Month, date.Day) && CivilDate.ToDays(date.Year, date.Month, date.Day) == days;
        });

    [Fact]
    public void NoTextMakesTheParserFail()
    {
        var parser = new DateParser(CultureInfo.GetCultureInfo("en-US"), TimeZones.Find("Europe/Berlin"));
        Gen.String[Gen.Char["0123456789-/.: TZ+,aApPmMjJ\u00a0\u0661"], 0, 30].Sample(text => parser.Parse(text, out _) is >= DateProblem.None and <= DateProblem.Implausible, iter: 20_000);
        Gen.Byte.Array[0, 80].Sample(bytes => parser.Parse(bytes, out _) is >= DateProblem.None and <= DateProblem.Implausible);
    }

    private static string Utc(DateParser parser, string text)
    {
        Assert.Equal(DateProblem.None, parser.Parse(Encoding.UTF8.GetBytes(text), out var date));
        return date.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void OneByteChangedInACommonDateReadsAsTheFrameworkReadsIt()
    {
        // The quick way takes eight bytes at a time: what it takes must be what a careful reader takes.
        var parser = new DateParser();
        foreach (var text in new[] { "2026-03-14 09:26:53", "2024-02-29T23:59:59" })
        {
            for (var at = 0; at < text.Length; at++)
            {
                for (var b = 33; b < 127; b++)
                {
                    var changed = text.ToCharArray();
                    changed[at] = (char)b;
                    var value = new string(changed);
                    var isDate = System.DateTime.TryParseExact(
                        value.Replace('t', 'T').Replace('T', ' '), "yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture,
                        System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal, out var expected) && expected.Year is >= 1980 and < 2068;
                    if (!isDate) continue;
                    Assert.True(parser.Parse(value, out var date) == DateProblem.None, value);
                    Assert.Equal((expected - System.DateTime.UnixEpoch).TotalSeconds, date.UtcSeconds);
                }
            }
        }

        Assert.NotEqual(DateProblem.None, parser.Parse("2026-13-14 09:26:53", out _));
        Assert.NotEqual(DateProblem.None, parser.Parse("2026-03-14 0:926:53!", out _));
        Assert.NotEqual(DateProblem.None, parser.Parse("20:6-03-14 09:26:53", out _));
        Assert.NotEqual(DateProblem.None, parser.Parse("2026-03-14 09:26:5\u00E9", out _));
    }
}
