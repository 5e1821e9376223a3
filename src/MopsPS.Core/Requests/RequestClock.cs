using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Sla;

namespace MopsPS.Core.Requests;

/// <summary>The clock and the service levels of requests.</summary>
internal sealed class RequestClock
{
    private readonly IReadOnlyList<RequestLevel> _levels;
    private readonly BusinessCalendar _calendar;

    /// <summary>Makes the calendar of a policy.</summary>
    /// <exception cref="ArgumentException">The calendar is not there or cannot be used.</exception>
    public RequestClock(MopsPolicy policy)
    {
        var requests = policy.Requests;
        _levels = requests.Levels;
        _calendar = policy.BusinessHours.TryGetValue(requests.Calendar, out var hours) ? new BusinessCalendar(requests.Calendar, hours)
            : throw new ArgumentException($"The policy's requests section names the calendar '{requests.Calendar}', which is not under businessHours.");
    }

    /// <summary>The first level that fits; null for none.</summary>
    public RequestLevel? Level(Request request) =>
        _levels.FirstOrDefault(level => Wildcard.IsMatch(level.Type, request.Type) && Wildcard.IsMatch(level.Priority, request.Priority));

    /// <summary>Business time between two moments in UTC ticks.</summary>
    public TimeSpan Business(long from, long to) => _calendar.Between(Utc(from), Utc(to));

    /// <summary>What passes on the clock of a level.</summary>
    public TimeSpan Between(RequestLevel? level, long from, long to) => level?.BusinessHours == false ? new TimeSpan(to - from) : Business(from, to);

    /// <summary>The moment by which minutes of a level have passed.</summary>
    public DateTime Deadline(RequestLevel level, long from, double minutes)
    {
        var limit = TimeSpan.FromTicks((long)Math.Round(minutes * TimeSpan.TicksPerMinute));
        return level.BusinessHours ? _calendar.Add(Utc(from), limit) : Utc(from) + limit;
    }

    public static DateTime Utc(long ticks) => new(ticks, DateTimeKind.Utc);
}
