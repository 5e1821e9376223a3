using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reconciliation;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>reconciliation</c> section over that of the policy it builds on.</summary>
internal static class ReconciliationPolicyReader
{
    private const double MostMinutes = 525_600; // a year

    public static ReconciliationPolicy Read(PolicyNode? node, ReconciliationPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var policy = new ReconciliationPolicy
        {
            Exclude = section.Texts("exclude") ?? from.Exclude,
            SyncDelayMinutes = section.Number("syncDelayMinutes", 0, MostMinutes) ?? from.SyncDelayMinutes,
            StatusMap = StatusMap(section.Section("statusMap"), from.StatusMap, problems),
            Tolerance = Tolerances(section.Section("tolerance"), from.Tolerance, problems),
        };
        section.Finish();
        return policy;
    }

    private static Dictionary<string, IReadOnlyList<string>> StatusMap(PolicyNode? node, IReadOnlyDictionary<string, IReadOnlyList<string>> from, PolicyProblems problems)
    {
        var map = PolicyTable.Copy(from);
        if (node is null) return map;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array)))
            map[member.Key] = PolicyObject.Texts(member, problems);
        return map;
    }

    private static Dictionary<string, string> Tolerances(PolicyNode? node, IReadOnlyDictionary<string, string> from, PolicyProblems problems)
    {
        var map = PolicyTable.Copy(from);
        if (node is null) return map;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.String)))
        {
            if (Tolerance.TryParse(member.Text, out _)) map[member.Key] = member.Text;
            else problems.Error(member, $"'{member.Text}' is no tolerance; expected a number such as 0.01, a share such as 1%, or a time such as 00:05:00.");
        }

        return map;
    }
}
