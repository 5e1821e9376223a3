using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using MopsPS.Core.Records.Values;
using MopsPS.Core.Sla;
using Xunit;

namespace MopsPS.Core.Tests.Sla;

public class BusinessCalendarTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "America/Havana", "Asia/Beirut", "Pacific/Chatham",
    ];

    private static readonly string[][] Shapes =
    [
        ["09:00-17:00"], ["09:00-12:30", "13:15-17:45"], ["00:00-24:00"], ["00:00-02:30"], ["01:30-03:00", "22:30-24:00"], [],
    ];

    [Fact]
    public void EveryMinuteAgreesWithTheWallClock()
    {
        // The oracle asks the wall clock minute by minute; nothing is shared with the calendar but the definition. Transitions of the clocks are in the drawn dates.
        var starts = new[]
        {
            new DateTime(2026, 3, 28), new DateTime(2026, 10, 24), new DateTime(2026, 3, 7), new DateTime(2026, 10, 31), new DateTime(2018, 11, 3), new DateTime(2018, 2, 17),
            new DateTime(2026, 4, 4), new DateTime(2026, 10, 3), new DateTime(2011, 12, 28), new DateTime(2026, 12, 23), new DateTime(2024, 2, 27), new DateTime(2026, 3, 26),
        };
        var gen = Gen.Select(Gen.OneOfConst(Zones), Gen.OneOfConst(Shapes).Array[7], Gen.OneOfConst(starts), Gen.Int[0, 4 * 1440], Gen.Int[0, 4 * 1440]);
        gen.Where(item => item.Item2.Any(shape => shape.Length > 0)).Sample((name, shapes, start, first, length) =>
        {
            var policy = Policy(name, shapes);
            var calendar = new BusinessCalendar("test", policy);
            var zone = TimeZones.Find(name)!;
            var from = DateTime.SpecifyKind(start.AddMinutes(first), DateTimeKind.Utc);
            var to = from.AddMinutes(length);
            var open = 0;
            DateTime? reached = null;
            var goal = length / 3;
            for (var at = from; at < to; at = at.AddMinutes(1))
            {
                var isOpen = IsOpen(policy, zone, at);
                Assert.Equal(isOpen, calendar.IsOpen(at));
                if (isOpen) open++;
                if (open == goal && goal > 0) reached ??= at.AddMinutes(1);
            }

            Assert.Equal(open, calendar.Between(from, to).TotalMinutes);
            Assert.Equal(-open, calendar.Between(to, from).TotalMinutes);
            if (reached is DateTime deadline) Assert.Equal(deadline, calendar.Add(from, TimeSpan.FromMinutes(goal)));
        }, iter: 300);
    }

    [Fact]
    public void AddingThenMeasuringGivesTheAmount()
    {
        var gen = Gen.Select(Gen.OneOfConst(Zones), Gen.OneOfConst(Shapes).Array[7], Gen.Int[0, 60 * 525600], Gen.Int[0, 100_000], Gen.Int[0, 59]);
        gen.Where(item => item.Item2.Any(shape => shape.Length > 0)).Sample((name, shapes, minute, amount, second) =>
        {
            var calendar = new BusinessCalendar("test", Policy(name, shapes));
            var from = new DateTime(1990, 1, 1, 0, 0, second, DateTimeKind.Utc).AddMinutes(minute);
            var deadline = calendar.Add(from, TimeSpan.FromMinutes(amount));
            Assert.Equal(amount, calendar.Between(from, deadline).TotalMinutes);
            // It is the first such moment.
            if (amount > 0) Assert.True(calendar.Between(from, deadline.AddTicks(-1)).TotalMinutes < amount);
        }, iter: 300);
    }

    [Theory]
    // Berlin: clocks go forward in the night to 29 March 2026 and back in the night to 25 October.
    [InlineData("2026-03-27T15:00Z", "2026-03-30T08:00Z", 120)] // Friday 16:00 to Monday 10:00: an hour each
    [InlineData("2026-10-23T14:00Z", "2026-10-26T09:00Z", 120)]
    [InlineData("2026-12-24T15:30Z", "2026-12-28T08:30Z", 60)] // Christmas is closed: half an hour each
    [InlineData("2026-04-02T08:00Z", "2026-04-07T08:00Z", 480)] // Good Friday and Easter Monday are listed
    [InlineData("2026-05-02T10:00Z", "2026-05-03T10:00Z", 0)]
    public void WeeksHolidaysAndClockChangesOfBerlin(string from, string to, double minutes)
    {
        var calendar = new BusinessCalendar("emea", new BusinessHoursPolicy { TimeZone = "Europe/Berlin", Holidays = ["12-25", "12-26", "2026-04-03", "2026-04-06"] });
        Assert.Equal(minutes, calendar.Between(Utc(from), Utc(to)).TotalMinutes);
    }

    [Fact]
    public void ANightShiftCountsTheHourThatIsShownTwiceTwice()
    {
        var policy = new BusinessHoursPolicy { TimeZone = "Europe/Berlin", Hours = new Dictionary<string, IReadOnlyList<string>> { ["Sunday"] = ["00:00-06:00"] } };
        var calendar = new BusinessCalendar("night", policy);
        Assert.Equal(7, calendar.Between(Utc("2026-10-24T12:00Z"), Utc("2026-10-25T12:00Z")).TotalHours);
        Assert.Equal(5, calendar.Between(Utc("2026-03-28T12:00Z"), Utc("2026-03-29T12:00Z")).TotalHours);
    }

    [Fact]
    public void TheOrderOfQuestionsChangesNoAnswer()
    {
        var calendar = new BusinessCalendar("a", new BusinessHoursPolicy());
        var late = calendar.Between(Utc("2026-01-05T00:00Z"), Utc("2026-01-12T00:00Z"));
        Assert.Equal(40, late.TotalHours);
        Assert.Equal(40, calendar.Between(Utc("1999-01-04T00:00Z"), Utc("1999-01-11T00:00Z")).TotalHours);
        Assert.Equal(late, calendar.Between(Utc("2026-01-05T00:00Z"), Utc("2026-01-12T00:00Z")));
    }

    [Theory]
    [InlineData("9-17")]
    [InlineData("17:00-09:00")]
    [InlineData("09:00-25:00")]
    [InlineData("09:00-12:00,11:00-13:00")]
    public void HoursThatAreNoneAreRefused(string hours) => Assert.Throws<ArgumentException>(() => new BusinessCalendar(
        "a", new BusinessHoursPolicy { Hours = new Dictionary<string, IReadOnlyList<string>> { ["Monday"] = hours.Split(',') } }));

    [Fact]
    public void ACalendarThatIsNeverOpenIsRefused() => Assert.Throws<ArgumentException>(() => new BusinessCalendar(
        "a", new BusinessHoursPolicy { Hours = new Dictionary<string, IReadOnlyList<string>>() }));

    private static BusinessHoursPolicy Policy(string zone, string[][] shapes) => new()
    {
        TimeZone = zone,
        Hours = shapes.Select((shape, i) => (Day: ((DayOfWeek)i).ToString(), shape)).ToDictionary(pair => pair.Day, pair => (IReadOnlyList<string>)pair.shape),
        Holidays = ["12-25", "02-29", "2026-03-28"],
    };

    private static bool IsOpen(BusinessHoursPolicy policy, TimeZoneInfo zone, DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
        if (policy.Holidays.Contains(local.ToString("MM-dd")) || policy.Holidays.Contains(local.ToString("yyyy-MM-dd"))) return false;
        var clock = local.ToString("HH:mm");
        return policy.Hours[local.DayOfWeek.ToString()].Any(span => string.CompareOrdinal(span[..5], clock) <= 0 && string.CompareOrdinal(clock, span[6..]) < 0);
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
