namespace MopsPS.Core.Campaigns.Checks;

/// <summary>A check of the catalog: its rule, and the part of the campaign it is about.</summary>
public sealed class CampaignCheckInfo
{
    /// <summary>The area of all rules of campaign checks; their page is about_MopsPS_CampaignQA.</summary>
    public const string RuleArea = "CampaignQA";

    /// <summary>Describes a check.</summary>
    /// <param name="id">The id, for example <c>CQA003</c>.</param>
    /// <param name="area">The part of the campaign.</param>
    /// <param name="name">A short name in PascalCase, unique among all rules of the module.</param>
    /// <param name="severity">The severity before the policy's overrides.</param>
    /// <param name="summary">One sentence: what it finds.</param>
    /// <param name="remedy">One sentence: what to do about it.</param>
    /// <param name="source">The standard, vendor page or practice that it rests on.</param>
    /// <param name="enabledByDefault">Whether it runs without being named in the policy.</param>
    public CampaignCheckInfo(
        string id, CampaignArea area, string name, Severity severity, string summary, string remedy, string source, bool enabledByDefault = true)
        : this(area, new RuleInfo(id, RuleArea, name, severity, summary, remedy, source, enabledByDefault))
    {
    }

    /// <summary>Takes a rule of another area of the module as a check.</summary>
    /// <param name="area">The part of the campaign.</param>
    /// <param name="rule">The rule.</param>
    public CampaignCheckInfo(CampaignArea area, RuleInfo rule)
    {
        Area = area;
        Rule = rule;
    }

    /// <summary>The part of the campaign.</summary>
    public CampaignArea Area { get; }

    /// <summary>The rule: id, name, severity, summary, remedy and source.</summary>
    public RuleInfo Rule { get; }

    /// <summary>The id of the rule.</summary>
    public string Id => Rule.Id;

    /// <summary>Reads like <c>Email CQA003</c>.</summary>
    public override string ToString() => $"{Area} {Id}";
}
