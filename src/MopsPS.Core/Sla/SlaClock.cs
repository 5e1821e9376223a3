using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Sla;

/// <summary>The clock of one agreement: business time of the region's calendar, or real time.</summary>
internal sealed class SlaClock
{
    private readonly SlaPolicy _policy;
    private readonly Dictionary<string, BusinessCalendar> _calendars;

    /// <summary>Makes the calendars of a policy.</summary>
    /// <exception cref="ArgumentException">A calendar cannot be used, or one is named that does not exist.</exception>
    public SlaClock(MopsPolicy policy)
    {
        _policy = policy.Sla;
        var needed = _policy.Regions.Values.Concat([_policy.Calendar]).Distinct(StringComparer.OrdinalIgnoreCase);
        _calendars = needed.ToDictionary(
            name => name,
            name => policy.BusinessHours.TryGetValue(name, out var hours) ? new BusinessCalendar(name, hours)
                : throw new ArgumentException($"The policy's sla section names the calendar '{name}', which is not under businessHours."),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether regions have calendars of their own.</summary>
    public bool HasRegions => _policy.Regions.Count > 0;

    public SlaTarget Target(SlaMeasure measure) => measure == SlaMeasure.SpeedToLead ? _policy.SpeedToLead : _policy.Processing;

    /// <summary>The calendar of a region.</summary>
    /// <param name="region">The region, or null.</param>
    /// <param name="isMapped">Whether the policy names it.</param>
    public BusinessCalendar Calendar(string? region, out bool isMapped)
    {
        string? name = null;
        isMapped = region is not null && _policy.Regions.TryGetValue(region, out name);
        return _calendars[name ?? _policy.Calendar];
    }

    /// <summary>What passes on the clock between two moments.</summary>
    public static TimeSpan Between(SlaTarget target, BusinessCalendar calendar, DateTime from, DateTime to) => target.BusinessHours ? calendar.Between(from, to) : to - from;

    /// <summary>The moment by which a record is to be touched.</summary>
    public static DateTime Deadline(SlaTarget target, BusinessCalendar calendar, DateTime from)
    {
        var limit = TimeSpan.FromTicks((long)Math.Round(target.Minutes * TimeSpan.TicksPerMinute));
        return target.BusinessHours ? calendar.Add(from, limit) : from + limit;
    }
}
