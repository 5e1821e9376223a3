using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>events</c> section over that of the policy it builds on.</summary>
internal static class EventsPolicyReader
{
    private const double MostMinutes = 10_080; // a week

    public static EventsPolicy Read(PolicyNode? node, EventsPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var order = section.Texts("order") ?? from.Order;
        var policy = new EventsPolicy
        {
            AttendedMinutes = section.Number("attendedMinutes", 0, MostMinutes) ?? from.AttendedMinutes,
            AttendedShare = section.Number("attendedShare", 0, 100) ?? from.AttendedShare,
            InternalDomains = section.Texts("internalDomains") ?? from.InternalDomains,
            StaffRoles = section.Texts("staffRoles") ?? from.StaffRoles,
            ExcludeAccountUsers = section.Flag("excludeAccountUsers") ?? from.ExcludeAccountUsers,
            MatchThreshold = section.Number("matchThreshold", 0.01, 0.9999) ?? from.MatchThreshold,
            ReviewThreshold = section.Number("reviewThreshold", 0.01, 0.9999) ?? from.ReviewThreshold,
            Statuses = Statuses(section.Section("statuses"), from.Statuses, problems),
            Order = order,
        };
        section.Finish();
        if (policy.ReviewThreshold > policy.MatchThreshold) problems.Error(section.Member("reviewThreshold") ?? section.Member("matchThreshold") ?? node, "reviewThreshold is above matchThreshold.");
        foreach (var target in policy.Statuses)
            foreach (var status in target.Value.Values.Where(status => !order.Contains(status, StringComparer.OrdinalIgnoreCase)))
                problems.Error(section.Member("statuses") ?? section.Member("order") ?? node, $"the status '{status}' of {target.Key} is not under 'order'; without its place nobody can say which status is further on.", PolicyProblems.Nearest(status, order));
        return policy;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Statuses(PolicyNode? node, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> from, PolicyProblems problems)
    {
        var statuses = PolicyTable.Copy(from);
        if (node is null) return statuses;
        var section = new PolicyObject(node, problems);
        foreach (var target in Enum.GetNames(typeof(MemberTarget)))
        {
            if (section.Section(target) is not { } names) continue;
            var own = PolicyTable.Copy(from.TryGetValue(target, out var before) ? before : new Dictionary<string, string>());
            var entry = new PolicyObject(names, problems);
            foreach (var participation in Enum.GetNames(typeof(EventParticipation)))
                if (entry.Text(participation) is { } status) own[participation] = status;
            entry.Finish();
            statuses[target] = own;
        }

        section.Finish();
        return statuses;
    }
}
