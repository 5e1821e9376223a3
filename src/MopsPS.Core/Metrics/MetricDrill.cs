using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Metrics;

/// <summary>Compares one metric of two sources from the total down the hierarchy.</summary>
internal sealed class MetricDrill
{
    private const int MostParts = 500;

    private readonly string _metric;
    private readonly MetricStore _reference;
    private readonly MetricStore _source;
    private readonly MetricMateriality _materiality;
    private readonly IReadOnlyList<string> _levels;

    public MetricDrill(string metric, MetricStore reference, MetricStore source, MetricMateriality materiality, IReadOnlyList<string> levels)
    {
        _metric = metric;
        _reference = reference;
        _source = source;
        _materiality = materiality;
        _levels = [.. levels.Take(Math.Min(reference.Depth, source.Depth))];
    }

    public MetricComparison Compare(MopsPolicy policy, RuleSet rules)
    {
        var nodes = Nodes();
        var bottom = nodes[_levels.Count];
        // From the bottom up: where a place agrees and a part of it does not, differences inside cancel out.
        for (var level = _levels.Count - 1; level >= 0; level--)
        {
            foreach (var child in nodes[level + 1].Values.Where(child => child.IsMaterial || child.HasMaterialInside))
                nodes[level][Parent(child.Key, level)].HasMaterialInside = true;
        }

        var parts = nodes.SelectMany((nodesOfLevel, level) => nodesOfLevel.Values.Where(node => node.IsMaterial || node.HasMaterialInside)
            .OrderByDescending(node => Math.Abs(node.Difference)).ThenBy(node => node.Key, StringComparer.Ordinal).Select(node => Part(node, level))).ToArray();
        var total = nodes[0][string.Empty];
        var first = Array.FindIndex(nodes, level => level.Values.Any(node => node.IsMaterial));
        var comparison = new MetricComparison
        {
            Metric = _metric,
            Reference = _reference.Name,
            Source = _source.Name,
            ReferenceValue = (double?)total.Reference,
            Value = (double?)total.Value,
            Difference = (double)total.Difference,
            RelativeDifference = Relative(total),
            IsMaterial = total.IsMaterial,
            IsOffsetting = !total.IsMaterial && total.HasMaterialInside,
            FirstLevel = first < 0 ? null : first == 0 ? "Total" : _levels[first - 1],
            Levels = _levels,
            Cells = bottom.Count,
            AgreeingCells = bottom.Values.Count(node => !node.IsMaterial),
            Parts = parts.Take(MostParts).ToArray(),
            MoreParts = Math.Max(0, parts.Length - MostParts),
        };
        return Complete(comparison, policy, rules);
    }

    private static string Parent(string key, int level) => level == 0 ? string.Empty : MetricStore.Key(MetricStore.Parts(key).Take(level));

    private static double? Relative(Node node) => node.Reference is decimal reference && reference != 0 ? (double)(100 * node.Difference / Math.Abs(reference)) : null;

    private static MetricComparison Complete(MetricComparison found, MopsPolicy policy, RuleSet rules)
    {
        var findings = new List<Finding>();
        void Find(RuleInfo rule, bool isFound, string message, string? field = null)
        {
            if (isFound && rules.IsEnabled(rule)) findings.Add(rules.Create(rule, message, found.Title, field, suggestion: rule.Remedy));
        }

        var causes = found.Parts.Where(part => part.IsCause).ToArray();
        var where = causes.Length == 0 ? string.Empty : $" It sits in {string.Join("; ", causes.Take(3).Select(part => part.ToString()))}{(causes.Length > 3 ? $" and {causes.Length - 3} more" : string.Empty)}.";
        Find(MetricRules.MissingMetric, found.Value is null != found.ReferenceValue is null, $"{(found.Value is null ? found.Source : found.Reference)} has no value for {found.Metric}.", found.Metric);
        Find(MetricRules.MaterialDifference, found.IsMaterial && found.Value is not null && found.ReferenceValue is not null, $"{found}.{where}", found.Metric);
        Find(MetricRules.OffsettingDifferences, found.IsOffsetting, $"{found.Title}: the totals agree, and differences at {found.FirstLevel} cancel each other out.{where}", found.Metric);
        return found with
        {
            Findings = findings,
            Kpis = new[] { MetricKpis.Agreement.Ratio(policy, found.AgreeingCells, found.Cells, $"{found.Metric}, {found.Source}") },
        };
    }

    private Dictionary<string, Node>[] Nodes() =>
    [
        .. Enumerable.Range(0, _levels.Count + 1).Select(level =>
        {
            var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
            foreach (var pair in _reference.At(_metric, level)) nodes[pair.Key] = new Node(pair.Key) { Reference = pair.Value };
            foreach (var pair in _source.At(_metric, level))
            {
                if (!nodes.TryGetValue(pair.Key, out var node)) nodes.Add(pair.Key, node = new Node(pair.Key));
                node.Value = pair.Value;
            }

            if (level == 0 && nodes.Count == 0) nodes.Add(string.Empty, new Node(string.Empty));
            foreach (var node in nodes.Values) node.IsMaterial = IsMaterial(node);
            return nodes;
        })
    ];

    // Above both limits; where the reference is 0 or missing there is no percentage, and the absolute limit alone decides.
    private bool IsMaterial(Node node)
    {
        var apart = Math.Abs((double)node.Difference);
        return apart > _materiality.Absolute && (Relative(node) is not double share || Math.Abs(share) > _materiality.Relative);
    }

    private MetricPart Part(Node node, int level)
    {
        var places = level == 0 ? [] : MetricStore.Parts(node.Key);
        return new MetricPart
        {
            Level = level,
            Dimension = level == 0 ? "Total" : _levels[level - 1],
            Path = string.Join(" / ", places.Select(place => _reference.Shown(place) ?? _source.Shown(place) ?? place)),
            Reference = (double?)node.Reference,
            Value = (double?)node.Value,
            Difference = (double)node.Difference,
            RelativeDifference = Relative(node),
            IsMaterial = node.IsMaterial,
            IsOffsetting = !node.IsMaterial,
            IsCause = node.IsMaterial && !node.HasMaterialInside,
        };
    }

    private sealed class Node(string key)
    {
        public string Key { get; } = key;

        public decimal? Reference { get; set; }

        public decimal? Value { get; set; }

        public decimal Difference => (Value ?? 0) - (Reference ?? 0);

        public bool IsMaterial { get; set; }

        public bool HasMaterialInside { get; set; }
    }
}
