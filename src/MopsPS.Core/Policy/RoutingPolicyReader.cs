using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Routing;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>routing</c> section over that of the policy it builds on.</summary>
internal static class RoutingPolicyReader
{
    private const double MostDays = 36_500;
    private const int MostWeight = 1_000_000;

    public static RoutingPolicy Read(PolicyNode? node, RoutingPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var nodes = section.Take("rules", PolicyNodeKind.Array);
        var errors = problems.Items.Count;
        var policy = new RoutingPolicy
        {
            Owners = Owners(section.Take("owners", PolicyNodeKind.Array), problems) ?? from.Owners,
            Unassigned = section.Texts("unassigned") ?? from.Unassigned,
            StalledDays = section.Number("stalledDays", 0, MostDays) ?? from.StalledDays,
            Rules = nodes is null ? from.Rules : Rules(nodes, problems),
            Fallback = section.Section("fallback") is { } fallback ? Fallback(fallback, problems) : from.Fallback,
        };
        section.Finish();
        // What the rules mean is looked at only where their form is right.
        if (nodes is not null && problems.Items.Count == errors) CheckMeaning(policy, nodes, problems);
        return policy;
    }

    private static IReadOnlyList<RoutingOwner>? Owners(PolicyNode? list, PolicyProblems problems)
    {
        if (list is null) return null;
        var owners = new List<RoutingOwner>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in list.Children.Where(node => PolicyObject.Is(node, problems, PolicyNodeKind.String, PolicyNodeKind.Object)))
        {
            var owner = node.Kind == PolicyNodeKind.String ? Named(node, problems) : Owner(node, problems);
            if (owner is null) continue;
            foreach (var name in owner.Aliases.Prepend(owner.Name))
                if (!names.Add(name)) problems.Error(node, $"'{name}' already belongs to an owner.");
            owners.Add(owner);
        }

        return owners;
    }

    private static RoutingOwner? Named(PolicyNode node, PolicyProblems problems)
    {
        if (node.Text.Trim().Length > 0) return new RoutingOwner { Name = node.Text };
        problems.Error(node, "the value is empty; expected text.");
        return null;
    }

    private static RoutingOwner Owner(PolicyNode node, PolicyProblems problems)
    {
        var entry = new PolicyObject(node, problems);
        var owner = new RoutingOwner { Name = entry.Text("name", required: true) ?? string.Empty, Aliases = entry.Texts("aliases") ?? [], IsActive = entry.Flag("active") ?? true };
        entry.Finish();
        return owner;
    }

    private static List<RoutingRule> Rules(PolicyNode list, PolicyProblems problems)
    {
        var rules = new List<RoutingRule>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in list.Children.Where(node => PolicyObject.Is(node, problems, PolicyNodeKind.Object)))
        {
            var entry = new PolicyObject(node, problems);
            var employees = entry.Section("employees");
            var (least, most) = employees is null ? (null, null) : Employees(employees, problems);
            var rule = new RoutingRule
            {
                Name = entry.Text("name", required: true) ?? string.Empty,
                Countries = entry.Texts("countries") ?? [],
                States = entry.Texts("states") ?? [],
                Postcodes = entry.Texts("postcodes") ?? [],
                EmployeesFrom = least,
                EmployeesTo = most,
                Industries = entry.Texts("industries") ?? [],
                Languages = entry.Texts("languages") ?? [],
                Accounts = entry.Texts("accounts") ?? [],
                From = Day(entry, "from", problems),
                Until = Day(entry, "until", problems),
                Overrides = entry.Texts("overrides") ?? [],
                Target = Target(entry, problems),
            };
            entry.Finish();
            if (rule.Name.Length > 0 && !names.Add(rule.Name)) problems.Error(node, $"two rules are named '{rule.Name}'; a rule already belongs to that name.");
            rules.Add(rule);
        }

        return rules;
    }

    private static (int? From, int? To) Employees(PolicyNode node, PolicyProblems problems)
    {
        var entry = new PolicyObject(node, problems);
        var band = (entry.Count("from", 0), entry.Count("to", 0));
        entry.Finish();
        return band;
    }

    private static RoutingTarget Fallback(PolicyNode node, PolicyProblems problems)
    {
        var entry = new PolicyObject(node, problems);
        var target = Target(entry, problems);
        entry.Finish();
        return target;
    }

    private static RoutingTarget Target(PolicyObject entry, PolicyProblems problems)
    {
        var target = new RoutingTarget
        {
            Owner = entry.Text("owner"),
            Queue = entry.Text("queue"),
            Pool = entry.Take("pool", PolicyNodeKind.Array) is { } pool ? Pool(pool, problems) : [],
        };
        if (new[] { "owner", "queue", "pool" }.Count(key => entry.Member(key) is not null) != 1) problems.Error(entry.Node, "expected one of 'owner', 'queue' and 'pool'.");
        return target;
    }

    private static List<RoutingMember> Pool(PolicyNode list, PolicyProblems problems)
    {
        var members = new List<RoutingMember>();
        if (list.Children.Count == 0) problems.Error(list, "the list is empty; expected at least one member.");
        foreach (var node in list.Children.Where(node => PolicyObject.Is(node, problems, PolicyNodeKind.String, PolicyNodeKind.Object)))
        {
            if (node.Kind == PolicyNodeKind.String)
            {
                if (Named(node, problems) is { } named) members.Add(new RoutingMember { Owner = named.Name });
                continue;
            }

            var entry = new PolicyObject(node, problems);
            var weight = entry.Count("weight", 1);
            members.Add(new RoutingMember { Owner = entry.Text("owner", required: true) ?? string.Empty, Weight = Math.Min(weight ?? 1, MostWeight) });
            entry.Finish();
        }

        foreach (var twice in members.GroupBy(member => member.Owner, StringComparer.OrdinalIgnoreCase).Where(group => group.Key.Length > 0 && group.Count() > 1))
            problems.Error(list, $"'{twice.Key}' already belongs to the pool; give it a weight.");
        return members;
    }

    private static DateTime? Day(PolicyObject entry, string key, PolicyProblems problems)
    {
        if (entry.Text(key) is not { } text) return null;
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        problems.Error(entry.Member(key)!, "expected a day such as 2026-12-31.");
        return null;
    }

    private static void CheckMeaning(RoutingPolicy policy, PolicyNode nodes, PolicyProblems problems)
    {
        try
        {
            _ = new RoutingTable(policy, DateTime.UtcNow);
        }
        catch (RoutingRuleException exception)
        {
            var rule = nodes.Children[exception.Rule];
            var list = rule.Children.Find(child => rule.KeyComparer.Equals(child.Key, exception.Key)) ?? rule;
            problems.Error(exception.Item >= 0 && exception.Item < list.Children.Count ? list.Children[exception.Item] : list, "the routing rule has no meaning: " + exception.Message);
        }
    }
}
