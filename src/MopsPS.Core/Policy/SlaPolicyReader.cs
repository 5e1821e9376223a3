using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>sla</c> section over that of the policy it builds on.</summary>
internal static class SlaPolicyReader
{
    private const double LeastMinutes = 0.1;
    private const double MostMinutes = 5_256_000; // ten years

    public static SlaPolicy Read(PolicyNode? node, SlaPolicy from, IReadOnlyDictionary<string, BusinessHoursPolicy> calendars, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var sla = new SlaPolicy
        {
            SpeedToLead = Target(section, "speedToLead", from.SpeedToLead, problems),
            Processing = Target(section, "processing", from.Processing, problems),
            Calendar = section.Text("calendar") ?? from.Calendar,
            Regions = Regions(section, from.Regions, calendars, problems),
        };
        if (section.Member("calendar") is { Kind: PolicyNodeKind.String } calendar) Check(calendar, calendars, problems);
        section.Finish();
        return sla;
    }

    private static SlaTarget Target(PolicyObject section, string key, SlaTarget from, PolicyProblems problems)
    {
        if (section.Section(key) is not { } node) return from;
        var entry = new PolicyObject(node, problems);
        var target = new SlaTarget { Minutes = entry.Number("minutes", LeastMinutes, MostMinutes) ?? from.Minutes, BusinessHours = entry.Flag("businessHours") ?? from.BusinessHours };
        entry.Finish();
        return target;
    }

    private static Dictionary<string, string> Regions(
        PolicyObject section, IReadOnlyDictionary<string, string> from, IReadOnlyDictionary<string, BusinessHoursPolicy> calendars, PolicyProblems problems)
    {
        var regions = PolicyTable.Copy(from);
        if (section.Section("regions") is not { } node) return regions;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.String)))
            if (Check(member, calendars, problems)) regions[member.Key] = member.Text;
        return regions;
    }

    private static bool Check(PolicyNode node, IReadOnlyDictionary<string, BusinessHoursPolicy> calendars, PolicyProblems problems)
    {
        if (calendars.ContainsKey(node.Text)) return true;
        problems.Error(node, $"the calendar '{node.Text}' is not defined under $.businessHours.", PolicyProblems.Nearest(node.Text, calendars.Keys));
        return false;
    }
}
