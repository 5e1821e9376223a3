using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads a policy over the one it builds on: lists replace, tables (naming, rules, targets, pairs) merge by key, suppressions add up.</summary>
internal static class PolicyReader
{
    /// <summary>The KPIs that have targets.</summary>
    public static readonly string[] KpiIds = ["UtmCompliance", "TouchpointCompleteness", "SpeedToLeadSla", "ProcessingSla"];

    public static MopsPolicy Read(PolicyObject root, MopsPolicy from, string? path, PolicyProblems problems, DateTime todayUtc)
    {
        root.Text("$schema");
        var calendars = BusinessHoursReader.Read(root.Take("businessHours", PolicyNodeKind.Object), from.BusinessHours, problems);
        var policy = new MopsPolicy
        {
            Name = root.Text("name") ?? from.Name,
            Version = root.Text("version") ?? from.Version,
            Preset = from.Preset,
            Path = path,
            Utm = UtmPolicyReader.Read(root.Take("utm", PolicyNodeKind.Object), from.Utm, problems),
            Naming = Naming(root, from.Naming, problems),
            BusinessHours = calendars,
            Sla = SlaPolicyReader.Read(root.Take("sla", PolicyNodeKind.Object), from.Sla, calendars, problems),
            KpiTargets = Targets(root, from.KpiTargets, problems),
            Rules = Rules(root, from.Rules, problems),
            Suppressions = Suppressions(root, from.Suppressions, problems, todayUtc),
        };
        root.Finish();
        if (root.Member("utm") is { Kind: PolicyNodeKind.Object } utm && utm.Children.Find(child => child.Key == "naming") is { } naming)
        {
            foreach (var reference in naming.Children.Where(child => child.Kind == PolicyNodeKind.String && !policy.Naming.ContainsKey(child.Text)))
            {
                problems.Error(reference, $"the naming convention '{reference.Text}' is not defined under $.naming.", PolicyProblems.Nearest(reference.Text, policy.Naming.Keys));
            }
        }

        return policy;
    }

    /// <summary>A copy that has no case.</summary>
    public static Dictionary<string, T> Copy<T>(IReadOnlyDictionary<string, T> from)
    {
        var copy = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in from) copy[pair.Key] = pair.Value;
        return copy;
    }

    /// <summary>The members of a table with free keys; empty and repeated keys are mistakes.</summary>
    public static IEnumerable<PolicyNode> Members(PolicyNode node, PolicyProblems problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in node.Children)
        {
            if (member.Key.Trim().Length == 0) problems.Error(member, "the key is empty; expected a name.");
            else if (!seen.Add(member.Key)) problems.Error(member, $"the key '{member.Key}' stands twice (upper and lower case are the same); keep one.");
            else yield return member;
        }
    }

    private static Dictionary<string, NamingConvention> Naming(PolicyObject root, IReadOnlyDictionary<string, NamingConvention> from, PolicyProblems problems)
    {
        var naming = Copy(from);
        if (root.Take("naming", PolicyNodeKind.Object) is not { } node) return naming;
        foreach (var member in Members(node, problems))
        {
            if (NamingReader.Read(member, problems) is { } convention) naming[member.Key] = convention;
        }

        return naming;
    }

    private static Dictionary<string, double> Targets(PolicyObject root, IReadOnlyDictionary<string, double> from, PolicyProblems problems)
    {
        var targets = Copy(from);
        if (root.Take("kpiTargets", PolicyNodeKind.Object) is not { } node) return targets;
        foreach (var member in Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Number)))
        {
            var id = KpiIds.FirstOrDefault(known => string.Equals(known, member.Key, StringComparison.OrdinalIgnoreCase));
            if (id is null) problems.Error(member, $"no KPI has the id '{member.Key}'; known: {string.Join(", ", KpiIds)}.", PolicyProblems.Nearest(member.Key, KpiIds));
            else if (!(member.Number >= 0 && member.Number <= 100)) problems.Error(member, "expected a percentage from 0 to 100.");
            else targets[id] = member.Number;
        }

        return targets;
    }

    private static Dictionary<string, RuleSetting> Rules(PolicyObject root, IReadOnlyDictionary<string, RuleSetting> from, PolicyProblems problems)
    {
        var rules = Copy(from);
        if (root.Take("rules", PolicyNodeKind.Object) is not { } node) return rules;
        foreach (var member in Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
        {
            var setting = new PolicyObject(member, problems);
            var value = new RuleSetting { Enabled = setting.Flag("enabled"), Severity = ReadSeverity(setting, problems) };
            setting.Finish();
            // By id, so that the id in one file and the name in another mean the same entry.
            if (Rule(member, member.Key, problems) is { } rule) rules[rule.Id] = value;
        }

        return rules;
    }

    private static Severity? ReadSeverity(PolicyObject setting, PolicyProblems problems)
    {
        var names = Enum.GetNames(typeof(Severity));
        if (setting.Text("severity") is not { } text) return null;
        if (names.Contains(text)) return (Severity)Enum.Parse(typeof(Severity), text);
        problems.Error(setting.Member("severity")!, $"expected one of {string.Join(", ", names)}.", PolicyProblems.Nearest(text, names));
        return null;
    }

    private static List<Suppression> Suppressions(PolicyObject root, IReadOnlyList<Suppression> from, PolicyProblems problems, DateTime todayUtc)
    {
        var suppressions = from.ToList();
        if (root.Take("suppressions", PolicyNodeKind.Array) is not { } node) return suppressions;
        foreach (var item in node.Children.Where(item => PolicyObject.Is(item, problems, PolicyNodeKind.Object)))
        {
            var entry = new PolicyObject(item, problems);
            var rule = entry.Text("rule", required: true);
            if (rule is not null) rule = Rule(entry.Member("rule")!, rule, problems)?.Id;
            var target = entry.Text("target");
            var value = entry.Text("value");
            var reason = entry.Text("reason", required: true);
            var expires = Expiry(entry, problems, todayUtc);
            entry.Finish();
            if (rule is null || reason is null || expires is not { } day) continue;
            suppressions.Add(new Suppression { Rule = rule, Target = target, Value = value, Reason = reason, Expires = day });
        }

        return suppressions;
    }

    private static DateTime? Expiry(PolicyObject entry, PolicyProblems problems, DateTime todayUtc)
    {
        if (entry.Text("expires", required: true) is not { } text) return null;
        var node = entry.Member("expires")!;
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Error(node, "expected a day as yyyy-MM-dd, for example 2027-03-31.");
            return null;
        }

        if (day < todayUtc.Date) problems.Warn(node, $"the suppression ended on {text} and no longer holds; remove it or give it a new day.");
        return day;
    }

    private static RuleInfo? Rule(PolicyNode node, string idOrName, PolicyProblems problems)
    {
        if (RuleCatalog.Find(idOrName) is { } rule) return rule;
        problems.Error(node, $"no rule has the id or name '{idOrName}'; Get-MopsRule lists them.",
            PolicyProblems.Nearest(idOrName, RuleCatalog.All.SelectMany(known => new[] { known.Id, known.Name })));
        return null;
    }
}
