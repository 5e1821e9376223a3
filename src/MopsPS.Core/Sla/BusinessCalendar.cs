using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Sla;

/// <summary>
/// Arithmetic of business time: how much open time lies between two moments, and when an amount of it has passed. A moment is open where the wall clock
/// of the calendar's zone shows an open hour of a day that is no holiday; elapsed time is real time. So an hour that the clocks skip is not counted, and
/// one that they show twice is counted twice. Not for several threads at once.
/// </summary>
public sealed class BusinessCalendar
{
    // 1900 to 2200; no lead waits longer.
    private const int FirstDay = 693595;
    private const int LastDay = 803168;

    private readonly TimeZoneInfo _zone;
    private readonly (long Start, long End)[][] _hours;
    private readonly HolidaySet _holidays;

    // The open spans of the days from _firstDay on, and the open time before each of them.
    private readonly List<(long Start, long End)[]> _days = [];
    private readonly List<long> _before = [];
    private int _firstDay;

    /// <summary>Makes a calendar of a policy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="policy">Zone, hours and holidays.</param>
    /// <exception cref="ArgumentException">The zone is not known, an hour or holiday is not written right, or it is never open.</exception>
    public BusinessCalendar(string name, BusinessHoursPolicy policy)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        _zone = TimeZones.Find(policy.TimeZone) ?? throw new ArgumentException($"There is no time zone '{policy.TimeZone}'.", nameof(policy));
        _hours = new (long, long)[7][];
        for (var i = 0; i < 7; i++) _hours[i] = [];
        foreach (var pair in policy.Hours)
        {
            var day = WeeklyHours.Day(pair.Key) ?? throw new ArgumentException($"'{pair.Key}' is no day of the week.", nameof(policy));
            if (WeeklyHours.Read(pair.Value, out _hours[(int)day]) is { } wrong) throw new ArgumentException($"{pair.Key}: {wrong}", nameof(policy));
        }

        if (_hours.All(hours => hours.Length == 0)) throw new ArgumentException($"The calendar '{name}' is never open.", nameof(policy));
        _holidays = new HolidaySet(policy.Holidays);
    }

    /// <summary>The name in the policy.</summary>
    public string Name { get; }

    /// <summary>Whether a moment is open.</summary>
    /// <param name="utc">The moment in UTC.</param>
    public bool IsOpen(DateTime utc)
    {
        Reach(DayOf(utc.Ticks));
        return _days[DayOf(utc.Ticks) - _firstDay].Any(span => span.Start <= utc.Ticks && utc.Ticks < span.End);
    }

    /// <summary>The open time between two moments.</summary>
    /// <param name="fromUtc">The earlier moment in UTC.</param>
    /// <param name="toUtc">The later moment in UTC.</param>
    /// <returns>The time; negative where the moments are the other way round.</returns>
    public TimeSpan Between(DateTime fromUtc, DateTime toUtc)
    {
        // Both first: reaching further back moves where the count starts.
        Reach(DayOf(fromUtc.Ticks));
        Reach(DayOf(toUtc.Ticks));
        return new TimeSpan(Passed(toUtc.Ticks) - Passed(fromUtc.Ticks));
    }

    /// <summary>The first moment by which an amount of open time has passed.</summary>
    /// <param name="fromUtc">The start in UTC; it may be closed.</param>
    /// <param name="amount">How much; 0 gives the start.</param>
    /// <returns>The moment in UTC.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative, or is not reached by the year 2200.</exception>
    public DateTime Add(DateTime fromUtc, TimeSpan amount)
    {
        if (amount < TimeSpan.Zero) throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount must not be negative.");
        if (amount == TimeSpan.Zero) return fromUtc;
        var day = DayOf(fromUtc.Ticks);
        Reach(day);
        var goal = Passed(fromUtc.Ticks) + amount.Ticks;
        while (true)
        {
            Reach(day);
            var left = goal - _before[day - _firstDay];
            foreach (var (start, end) in _days[day - _firstDay])
            {
                if (left <= end - start) return new DateTime(start + left, DateTimeKind.Utc);
                left -= end - start;
            }

            day++;
        }
    }

    private int DayOf(long utcTicks) => (int)((utcTicks + Offset(utcTicks)) / TimeSpan.TicksPerDay);

    private long Offset(long utcTicks) => _zone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;

    // Open time from the first known day to a moment of a known day.
    private long Passed(long utcTicks)
    {
        var day = DayOf(utcTicks) - _firstDay;
        var passed = _before[day];
        foreach (var (start, end) in _days[day])
        {
            if (utcTicks <= start) break;
            passed += Math.Min(utcTicks, end) - start;
        }

        return passed;
    }

    private void Reach(int day)
    {
        if (day is < FirstDay or > LastDay) throw new ArgumentOutOfRangeException(nameof(day), "Business time is counted from 1900 to 2200.");
        if (_days.Count == 0 || day < _firstDay)
        {
            // Further back by a year at least, so that dates in descending order do not start over for each.
            var last = _days.Count == 0 ? day : _firstDay + _days.Count - 1;
            _firstDay = Math.Max(FirstDay, day - 366);
            _days.Clear();
            _before.Clear();
            day = last;
        }

        for (var next = _firstDay + _days.Count; next <= day; next++)
        {
            _before.Add(_days.Count == 0 ? 0 : _before[_before.Count - 1] + _days[_days.Count - 1].Sum(span => span.End - span.Start));
            _days.Add(Spans(next));
        }
    }

    // The open hours of a wall-clock day as moments: those of each stretch of time in which the zone's offset stays the same.
    private (long Start, long End)[] Spans(int day)
    {
        var midnight = day * TimeSpan.TicksPerDay;
        var date = new DateTime(midnight);
        var hours = _hours[(int)date.DayOfWeek];
        if (hours.Length == 0 || _holidays.Has(date)) return [];
        var spans = new List<(long Start, long End)>();
        foreach (var (from, to, offset) in Stretches(midnight - TimeSpan.TicksPerDay, midnight + (2 * TimeSpan.TicksPerDay)))
        {
            foreach (var (open, close) in hours)
            {
                var start = Math.Max(from, midnight + open - offset);
                var end = Math.Min(to, midnight + close - offset);
                if (start >= end) continue;
                // Where the clock goes from one open stretch into the next there is no gap.
                if (spans.Count > 0 && spans[spans.Count - 1].End == start) spans[spans.Count - 1] = (spans[spans.Count - 1].Start, end);
                else spans.Add((start, end));
            }
        }

        return [.. spans];
    }

    private IEnumerable<(long From, long To, long Offset)> Stretches(long from, long to)
    {
        var offset = Offset(from);
        var start = from;
        for (var at = from; at < to; at += 6 * TimeSpan.TicksPerHour)
        {
            var next = at + (6 * TimeSpan.TicksPerHour);
            var after = Offset(next);
            if (after == offset) continue;
            // Zones change their clocks at whole seconds.
            long low = at / TimeSpan.TicksPerSecond, high = next / TimeSpan.TicksPerSecond;
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                if (Offset(middle * TimeSpan.TicksPerSecond) == offset) low = middle;
                else high = middle;
            }

            yield return (start, high * TimeSpan.TicksPerSecond, offset);
            start = high * TimeSpan.TicksPerSecond;
            offset = after;
        }

        yield return (start, to, offset);
    }
}
