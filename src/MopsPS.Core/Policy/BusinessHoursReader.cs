using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Values;
using MopsPS.Core.Sla;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>businessHours</c> section: calendars by name, each over the one of that name in the policy it builds on.</summary>
internal static class BusinessHoursReader
{
    public static Dictionary<string, BusinessHoursPolicy> Read(PolicyNode? node, IReadOnlyDictionary<string, BusinessHoursPolicy> from, PolicyProblems problems)
    {
        var calendars = PolicyTable.Copy(from);
        if (node is null) return calendars;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
            calendars[member.Key] = Calendar(member, calendars.TryGetValue(member.Key, out var known) ? known : new BusinessHoursPolicy(), problems);
        return calendars;
    }

    private static BusinessHoursPolicy Calendar(PolicyNode node, BusinessHoursPolicy from, PolicyProblems problems)
    {
        var section = new PolicyObject(node, problems);
        var zone = section.Text("timeZone");
        if (zone is not null && TimeZones.Find(zone) is null)
        {
            problems.Error(section.Member("timeZone")!, $"there is no time zone '{zone}'; expected a name such as Europe/Berlin.", PolicyProblems.Nearest(zone, TimeZones.Names));
            zone = null;
        }

        var calendar = new BusinessHoursPolicy
        {
            TimeZone = zone ?? from.TimeZone,
            Hours = Hours(section, problems) ?? from.Hours,
            Holidays = section.Texts("holidays", text => HolidaySet.TryRead(text, out _, out _, out _) ? null : $"'{text}' is no holiday; expected MM-dd for each year or yyyy-MM-dd for one.") ?? from.Holidays,
        };
        section.Finish();
        return calendar;
    }

    private static Dictionary<string, IReadOnlyList<string>>? Hours(PolicyObject section, PolicyProblems problems)
    {
        if (section.Section("hours") is not { } node) return null;
        var hours = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array)))
        {
            if (WeeklyHours.Day(member.Key) is not { } day)
            {
                problems.Error(member, $"'{member.Key}' is no day of the week.", PolicyProblems.Nearest(member.Key, Enum.GetNames(typeof(DayOfWeek))));
                continue;
            }

            var texts = PolicyObject.Texts(member, problems);
            if (WeeklyHours.Read(texts, out _) is { } wrong) problems.Error(member, wrong);
            else hours[day.ToString()] = texts;
        }

        if (hours.Values.All(spans => spans.Count == 0)) problems.Error(node, "the calendar is never open; name at least one day with hours.");
        return hours;
    }
}
