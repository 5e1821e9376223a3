using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>metrics</c> section over that of the policy it builds on.</summary>
internal static class MetricsPolicyReader
{
    private const double MostAbsolute = 1e12;

    public static MetricsPolicy Read(PolicyNode? node, MetricsPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var materiality = Materiality(section.Section("materiality"), from.Materiality, problems);
        var policy = new MetricsPolicy { Materiality = materiality, Metrics = Metrics(section.Section("metrics"), from.Metrics, materiality, problems) };
        section.Finish();
        return policy;
    }

    private static Dictionary<string, MetricMateriality> Metrics(PolicyNode? node, IReadOnlyDictionary<string, MetricMateriality> from, MetricMateriality all, PolicyProblems problems)
    {
        var metrics = PolicyTable.Copy(from);
        if (node is null) return metrics;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
            metrics[member.Key] = Materiality(member, metrics.TryGetValue(member.Key, out var own) ? own : all, problems);
        return metrics;
    }

    private static MetricMateriality Materiality(PolicyNode? node, MetricMateriality from, PolicyProblems problems)
    {
        if (node is null) return from;
        var entry = new PolicyObject(node, problems);
        var materiality = new MetricMateriality { Absolute = entry.Number("absolute", 0, MostAbsolute) ?? from.Absolute, Relative = entry.Number("relative", 0, 100) ?? from.Relative };
        entry.Finish();
        return materiality;
    }
}
