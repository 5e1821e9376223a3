using System;
using System.Linq;
using MopsPS.Core.Sla;

namespace MopsPS.Core.Campaigns;

/// <summary>The working days of the calendar that the policy names under <c>sla.calendar</c>.</summary>
internal sealed class WorkingDays
{
    private const int Longest = 3660;
    private readonly bool[] _open = new bool[7];
    private readonly HolidaySet _holidays;

    public WorkingDays(MopsPolicy policy)
    {
        var calendar = policy.BusinessHours.TryGetValue(policy.Sla.Calendar, out var named) ? named : new BusinessHoursPolicy();
        foreach (var pair in calendar.Hours.Where(pair => pair.Value.Count > 0))
        {
            if (WeeklyHours.Day(pair.Key) is { } day) _open[(int)day] = true;
        }

        _holidays = new HolidaySet(calendar.Holidays);
    }

    /// <summary>The day that lies a number of working days before another.</summary>
    /// <param name="day">The day.</param>
    /// <param name="count">How many; 0 gives the day itself.</param>
    public DateTime Before(DateTime day, int count)
    {
        // A calendar of holidays only would have no end.
        for (var steps = 0; count > 0 && steps < Longest && day > DateTime.MinValue.AddDays(1); steps++)
        {
            day = day.AddDays(-1);
            if (_open[(int)day.DayOfWeek] && !_holidays.Has(day)) count--;
        }

        return day;
    }
}
