using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>When a team works: one calendar of the policy's <c>businessHours</c>.</summary>
public sealed class BusinessHoursPolicy
{
    /// <summary>The time zone of the hours: an IANA or Windows name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The open hours by English day name, each like <c>09:00-17:00</c>; a day that is not named is closed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Hours { get; init; } = Week("09:00-17:00");

    /// <summary>Closed days: <c>12-25</c> for each year, <c>2026-04-03</c> for one.</summary>
    public IReadOnlyList<string> Holidays { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    private static Dictionary<string, IReadOnlyList<string>> Week(string hours)
    {
        var week = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        for (var day = DayOfWeek.Monday; day <= DayOfWeek.Friday; day++) week[day.ToString()] = new[] { hours };
        return week;
    }
}
