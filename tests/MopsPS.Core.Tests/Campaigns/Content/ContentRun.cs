using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>Runs the checks of e-mails and pages over texts, without a folder.</summary>
internal sealed class ContentRun
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    public static readonly MopsPolicy CleanPolicy = PolicyLoader.Parse(CleanMail.Policy);

    public static readonly CampaignBrief CleanBrief = new()
    {
        Name = "Spring",
        LaunchDate = new DateTime(2026, 12, 8),
        Language = "en",
        UtmCampaign = "spring-launch",
        Platform = "Marketo",
        Regions = ["EU"],
        From = new CampaignSender { Name = "Contoso Ltd", Domain = "contoso.com" },
        Subject = "Your calmer spring starts here",
        Preheader = "Three ideas for a calmer spring, and a free checklist to start with.",
    };

    private ContentRun(CheckContext context) => Outcomes = context.Outcomes;

    /// <summary>What was said of each check.</summary>
    public IReadOnlyDictionary<string, CheckOutcome> Outcomes { get; }

    /// <summary>All that was found.</summary>
    public IReadOnlyList<Finding> Findings => [.. Outcomes.Values.SelectMany(outcome => outcome.Findings)];

    public static ContentRun Html(string html, string? text = CleanMail.Text, CampaignBrief? brief = null, MopsPolicy? policy = null, HtmlLimits? limits = null) =>
        Run(CampaignAssetKind.Email, "emails/a.html", Encoding.UTF8.GetBytes(html), text, brief, policy, limits);

    public static ContentRun Message(string message, CampaignBrief? brief = null, MopsPolicy? policy = null) =>
        Run(CampaignAssetKind.EmailMessage, "emails/a.eml", Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")), null, brief, policy, null);

    public static ContentRun Page(string html, CampaignBrief? brief = null, MopsPolicy? policy = null, string name = "landing-pages/a.html") =>
        Run(CampaignAssetKind.LandingPage, name, Encoding.UTF8.GetBytes(html), null, brief, policy, null);

    public static ContentRun Run(CampaignAssetKind kind, string name, byte[] content, string? text, CampaignBrief? brief, MopsPolicy? policy, HtmlLimits? limits, CancellationToken cancellation = default)
    {
        var asset = new CampaignAsset { Name = name, Path = "/campaign/" + name, Kind = kind, Content = content, Length = content.Length };
        var assets = new List<CampaignAsset> { asset };
        if (text is not null) assets.Add(new CampaignAsset { Name = "emails/a.txt", Path = "/campaign/emails/a.txt", Kind = CampaignAssetKind.EmailText, Content = Encoding.UTF8.GetBytes(text) });
        var folder = new CampaignFolder { Path = "/campaign", Brief = brief ?? CleanBrief, HasBrief = true, Assets = assets };
        policy ??= CleanPolicy;
        var context = new CheckContext(new CampaignRun(folder, policy, new RuleSet(policy, Now.UtcDateTime), Now, false), asset, cancellation);
        new ContentChecker(limits).CheckAsset(asset, context);
        return new ContentRun(context);
    }

    /// <summary>The findings of a check.</summary>
    public IReadOnlyList<Finding> Of(string id) => Outcomes.TryGetValue(id, out var outcome) ? outcome.Findings : [];

    /// <summary>Reads like <c>EML010 10:3 There is no …</c>, line by line.</summary>
    public override string ToString() => string.Join("\n", Findings.Select(finding => $"{finding.RuleId} {finding.Severity} {finding.Source?.Line}:{finding.Source?.Character} {finding.Message} [{finding.Value}]"));
}
