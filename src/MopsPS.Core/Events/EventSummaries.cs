using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Events;

/// <summary>Counts, findings and KPIs of an event.</summary>
internal static class EventSummaries
{
    public static EventSummary Of(EventGroup group, IReadOnlyList<CampaignMember> members, MopsPolicy policy, RuleSet rules, MemberStatuses statuses, bool hasKnown)
    {
        int Count(EventParticipation participation) => members.Count(member => member.Participation == participation);
        int Found(MemberMatch match) => members.Count(member => member.Match == match);
        var lengths = group.Sessions.Select(session => session.Minutes).ToArray();
        var summary = new EventSummary
        {
            Event = group.Name ?? string.Empty,
            CampaignId = group.CampaignId,
            Platform = group.Platform,
            Started = ReportClock.ToDate(group.Sessions.Min(session => session.Start)),
            SessionMinutes = lengths.Any(length => length is null) ? null : lengths.Sum(),
            Sessions = group.Sessions.Count,
            Rows = group.Rows,
            Unusable = group.Unusable,
            Members = members.Count,
            Staff = group.Staff,
            Internal = group.Internal,
            Attended = Count(EventParticipation.Attended),
            LeftEarly = Count(EventParticipation.LeftEarly),
            OnDemand = Count(EventParticipation.OnDemand),
            NoShow = Count(EventParticipation.NoShow),
            Registered = Count(EventParticipation.Registered),
            Cancelled = Count(EventParticipation.Cancelled),
            Matched = Found(MemberMatch.Matched),
            Ambiguous = Found(MemberMatch.Ambiguous),
            NotFound = Found(MemberMatch.NotFound),
            StatusKept = members.Count(member => member.IsStatusKept),
            WithoutEmail = members.Count(member => member.Email is null),
            DateOrder = group.DateOrder,
        };
        return summary with { Findings = Findings(summary, members, policy, rules, statuses).ToArray(), Kpis = Kpis(summary, policy, group.SaysWhoCame, hasKnown).ToArray() };
    }

    private static IEnumerable<Kpi> Kpis(EventSummary summary, MopsPolicy policy, bool saysWhoCame, bool hasKnown)
    {
        var segment = summary.Event.Length == 0 ? null : summary.Event;
        if (saysWhoCame) yield return EventKpis.AttendanceRate.Ratio(policy, summary.Attended, summary.Members - summary.Cancelled - summary.OnDemand, segment);
        if (hasKnown) yield return EventKpis.MemberMatchRate.Ratio(policy, summary.Matched, summary.Members, segment);
    }

    private static IEnumerable<Finding> Findings(EventSummary summary, IReadOnlyList<CampaignMember> members, MopsPolicy policy, RuleSet rules, MemberStatuses statuses)
    {
        var unknown = members.Where(member => member.ExistingStatus is { } status && !statuses.Knows(status)).Select(member => member.ExistingStatus!).Distinct().OrderBy(status => status).ToArray();
        var all = new List<(RuleInfo Rule, int Count, string Text)>
        {
            (EventRules.AmbiguousMember, summary.Ambiguous, "members may be one of several known people; they are in no import file but the one for review."),
            (EventRules.MemberWithoutEmail, summary.WithoutEmail, "members have no e-mail address."),
            (EventRules.UnusableRow, summary.Unusable, "rows have neither a name nor an address."),
            (EventRules.UnknownLength, policy.Events.AttendedShare > 0 && summary.SessionMinutes is null ? summary.Attended : 0, "members count as attended by their minutes only: the length of a session is not known."),
            (EventRules.StatusKept, summary.StatusKept, "members keep the status they have, which is further on."),
            (EventRules.UnknownMemberStatus, members.Count(member => member.ExistingStatus is { } status && !statuses.Knows(status)), $"members have a status that events.order does not know ({string.Join(", ", unknown)}); it stays."),
        };
        foreach (var (rule, count, text) in all)
            if (count > 0 && rules.IsEnabled(rule)) yield return rules.Create(rule, $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {text}", summary.Title, value: count.ToString(CultureInfo.InvariantCulture), suggestion: rule.Remedy);
    }
}
