using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>campaignQA</c> section over that of the policy it builds on: lists replace, <c>signOffs</c> and <c>checks</c> too.</summary>
internal static class CampaignQAPolicyReader
{
    private const int MaxPatternLength = 500;

    private static readonly Regex IdForm = new("^[A-Z]{2,12}[0-9]{1,6}$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript, TimeSpan.FromMilliseconds(100));

    public static CampaignQAPolicy Read(PolicyNode? node, CampaignQAPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var policy = new CampaignQAPolicy
        {
            RequiredAreas = section.Choices<CampaignArea>("requiredAreas") ?? from.RequiredAreas,
            FailOn = section.Choice<Severity>("failOn") ?? from.FailOn,
            MaxWarnings = section.Count("maxWarnings", 0) ?? from.MaxWarnings,
            MaxWaiverDays = section.Count("maxWaiverDays", 1) ?? from.MaxWaiverDays,
            NeverWaive = section.Texts("neverWaive") ?? from.NeverWaive,
            SignOffs = section.Items("signOffs", ManualItem) ?? from.SignOffs,
            Checks = section.Items("checks", item => Check(item, problems)) ?? from.Checks,
            Ignore = section.Texts("ignore") ?? from.Ignore,
            LeadDays = section.Count("leadDays", 0) ?? from.LeadDays,
            Content = ContentCheckPolicyReader.Content(section.Section("content"), from.Content, problems),
            Email = ContentCheckPolicyReader.Email(section.Section("email"), from.Email, problems),
            LandingPage = ContentCheckPolicyReader.LandingPage(section.Section("landingPage"), from.LandingPage, problems),
            Tokens = ContentCheckPolicyReader.Tokens(section.Section("tokens"), from.Tokens, problems),
        };
        section.Finish();
        Repeated(section.Member("signOffs"), "name", "two sign-offs are named", problems);
        Repeated(section.Member("checks"), "id", "two checks have the id", problems);
        if (section.Member("neverWaive") is { Kind: PolicyNodeKind.Array } list)
        {
            var own = policy.Checks.Select(check => check.Id).ToArray();
            foreach (var item in list.Children.Where(item => item.Kind == PolicyNodeKind.String && item.Text.Trim().Length > 0 && !own.Contains(item.Text, StringComparer.OrdinalIgnoreCase) && CampaignCheckers.Find(item.Text) is null))
                problems.Error(item, $"no campaign check has the id or name '{item.Text}'.", PolicyProblems.Nearest(item.Text, CampaignCheckers.Checks.Select(check => check.Id)));
        }

        return policy;
    }

    private static ManualCheck ManualItem(PolicyObject item) => new()
    {
        Name = item.Text("name", required: true) ?? string.Empty,
        Summary = item.Text("summary") ?? string.Empty,
        Signers = item.Texts("signers") ?? [],
        Required = item.Flag("required") ?? true,
        MaxAgeDays = item.Count("maxAgeDays", 1),
    };

    private static TextCheck Check(PolicyObject item, PolicyProblems problems)
    {
        var check = new TextCheck
        {
            Id = item.Text("id", required: true) ?? string.Empty,
            Name = item.Text("name", required: true) ?? string.Empty,
            Area = item.Choice<CampaignArea>("area") ?? CampaignArea.Email,
            Severity = item.Choice<Severity>("severity") ?? Severity.Error,
            Files = item.Texts("files") ?? [],
            Regions = item.Texts("regions") ?? [],
            Require = item.Text("require"),
            Forbid = item.Text("forbid"),
            IsRegex = item.Flag("isRegex") ?? false,
            Remedy = item.Text("remedy") ?? string.Empty,
        };
        if (check.Id.Length > 0 && !IdForm.IsMatch(check.Id)) problems.Error(item.Member("id")!, "expected an id of capitals and digits such as ACME001.");
        else if (RuleCatalog.All.Any(rule => string.Equals(rule.Id, check.Id, StringComparison.Ordinal))) problems.Error(item.Member("id")!, $"the id '{check.Id}' already belongs to a rule of the module.");
        if (item.Member("require") is null == item.Member("forbid") is null) problems.Error(item.Node, "a check has one of 'require' and 'forbid'.");
        if (check.IsRegex && (check.Require ?? check.Forbid) is { } pattern) CheckPattern(item.Member(check.Require is null ? "forbid" : "require")!, pattern, problems);
        return check;
    }

    private static void CheckPattern(PolicyNode node, string pattern, PolicyProblems problems)
    {
        if (pattern.Length > MaxPatternLength)
        {
            problems.Error(node, $"the pattern is no regular expression that can be used: it is longer than {MaxPatternLength} characters.");
            return;
        }

        try
        {
            _ = new Regex(pattern, TextChecker.Options, TimeSpan.FromMilliseconds(100));
        }
        catch (ArgumentException exception)
        {
            problems.Error(node, "the pattern is no regular expression: " + exception.Message);
        }
    }

    private static void Repeated(PolicyNode? list, string key, string message, PolicyProblems problems)
    {
        if (list is not { Kind: PolicyNodeKind.Array }) return;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in list.Children.SelectMany(item => item.Children).Where(member => member.Kind == PolicyNodeKind.String && member.KeyComparer.Equals(member.Key, key) && !seen.Add(member.Text)))
            problems.Error(member, $"{message} '{member.Text}'.");
    }
}
