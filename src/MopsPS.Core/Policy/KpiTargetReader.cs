using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads <c>kpiTargets</c>: a number in the KPI's own unit by its id.</summary>
internal static class KpiTargetReader
{
    public static IReadOnlyDictionary<string, double> Read(PolicyNode? node, IReadOnlyDictionary<string, double> from, PolicyProblems problems)
    {
        if (node is null) return from;
        var targets = PolicyTable.Copy(from);
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Number)))
        {
            var kpi = KpiCatalog.Find(member.Key);
            if (kpi is null || !member.KeyComparer.Equals(kpi.Id, member.Key)) Unknown(member, problems);
            else if (member.Number >= 0 && member.Number <= kpi.MaxTarget) targets[kpi.Id] = member.Number;
            else problems.Error(member, kpi.Unit == "%" ? "expected a percentage from 0 to 100." : FormattableString.Invariant($"expected {kpi.Unit} from 0 to {kpi.MaxTarget}."));
        }

        return targets;
    }

    private static void Unknown(PolicyNode member, PolicyProblems problems)
    {
        var ids = KpiCatalog.All.Select(kpi => kpi.Id).ToArray();
        problems.Error(member, $"no KPI has the id '{member.Key}'; known: {string.Join(", ", ids)}.", PolicyProblems.Nearest(member.Key, ids));
    }
}
