using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>campaigns</c> section over that of the policy it builds on: lists replace, tables merge by key.</summary>
internal static class CampaignsPolicyReader
{
    public static CampaignsPolicy Read(PolicyNode? node, CampaignsPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var campaigns = new CampaignsPolicy
        {
            Required = section.Texts("required") ?? from.Required,
            RequiredByType = Lists(section, "requiredByType", from.RequiredByType, problems),
            Values = Lists(section, "values", from.Values, problems),
            Naming = section.Text("naming", allowEmpty: true) ?? from.Naming,
            NamingByType = Names(section, from.NamingByType, problems),
            Statuses = Statuses(section.Section("statuses"), from.Statuses, problems),
            Parents = Lists(section, "parents", from.Parents, problems),
            MemberStatuses = Lists(section, "memberStatuses", from.MemberStatuses, problems),
            MaxDepth = section.Count("maxDepth", 1) ?? from.MaxDepth,
            MaxDays = section.Count("maxDays", 0) ?? from.MaxDays,
            GraceDays = section.Count("graceDays", 0) ?? from.GraceDays,
            BudgetTolerance = section.Number("budgetTolerance", 0, 1000) ?? from.BudgetTolerance,
        };
        section.Finish();
        return campaigns;
    }

    /// <summary>Checks that the conventions are there; they may stand in a section that is read later.</summary>
    public static void CheckNaming(PolicyNode? node, MopsPolicy policy, PolicyProblems problems)
    {
        if (node is not { Kind: PolicyNodeKind.Object }) return;
        var named = node.Children.Where(member => member is { Key: "naming", Kind: PolicyNodeKind.String } && member.Text.Length > 0)
            .Concat(node.Children.Where(member => member is { Key: "namingByType", Kind: PolicyNodeKind.Object }).SelectMany(table => table.Children).Where(member => member.Kind == PolicyNodeKind.String));
        foreach (var member in named.Where(member => !policy.Naming.ContainsKey(member.Text)))
            problems.Error(member, $"the convention '{member.Text}' is not defined under $.naming.", PolicyProblems.Nearest(member.Text, policy.Naming.Keys));
    }

    private static CampaignStatuses Statuses(PolicyNode? node, CampaignStatuses from, PolicyProblems problems)
    {
        if (node is null) return from;
        var item = new PolicyObject(node, problems);
        var statuses = new CampaignStatuses
        {
            Planned = item.Texts("planned") ?? from.Planned,
            Active = item.Texts("active") ?? from.Active,
            Finished = item.Texts("finished") ?? from.Finished,
            Stopped = item.Texts("stopped") ?? from.Stopped,
        };
        item.Finish();
        return statuses;
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(PolicyObject section, string key, IReadOnlyDictionary<string, IReadOnlyList<string>> from, PolicyProblems problems)
    {
        var table = PolicyTable.Copy(from);
        if (section.Section(key) is not { } node) return table;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.Array)))
            table[member.Key] = PolicyObject.Texts(member, problems);
        return table;
    }

    private static Dictionary<string, string> Names(PolicyObject section, IReadOnlyDictionary<string, string> from, PolicyProblems problems)
    {
        var table = PolicyTable.Copy(from);
        if (section.Section("namingByType") is not { } node) return table;
        foreach (var member in PolicyTable.Members(node, problems).Where(member => PolicyObject.Is(member, problems, PolicyNodeKind.String)))
        {
            if (string.IsNullOrWhiteSpace(member.Text)) problems.Error(member, "the value is empty; expected the name of a convention under $.naming.");
            else table[member.Key] = member.Text;
        }

        return table;
    }
}
