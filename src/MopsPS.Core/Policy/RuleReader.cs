using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads what a policy says about rules: <c>rules</c> and <c>suppressions</c>.</summary>
internal static class RuleReader
{
    public static IReadOnlyDictionary<string, RuleSetting> Settings(PolicyNode? node, IReadOnlyDictionary<string, RuleSetting> from, PolicyProblems problems)
    {
        if (node is null) return from;
        var rules = PolicyTable.Copy(from);
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Object)))
        {
            var setting = new PolicyObject(member, problems);
            var value = new RuleSetting { Enabled = setting.Flag("enabled"), Severity = setting.Choice<Severity>("severity") };
            setting.Finish();
            // By id, so that the id in one file and the name in another mean the same entry.
            if (Rule(member, member.Key, problems) is { } rule) rules[rule.Id] = value;
        }

        return rules;
    }

    public static IReadOnlyList<Suppression> Suppressions(PolicyNode? node, IReadOnlyList<Suppression> from, PolicyProblems problems, DateTime todayUtc)
    {
        if (node is null) return from;
        var suppressions = from.ToList();
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
