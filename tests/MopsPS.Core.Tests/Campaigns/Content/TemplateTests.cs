using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>The untouched templates under the built-in policy: an error is called only for what each truly lacks, and at the places where it does.</summary>
public sealed class TemplateTests(ITestOutputHelper output)
{
    // EML010 no link to unsubscribe: Cerberus has an <unsubscribe> element, which is no link, and no other.
    // EML049 images of via.placeholder.com, one of them the background of a style. EML060 Latin filler. EML062 "[Product Name]", "[Company Name, LLC]", "This is preheader text", "This text will appear in the inbox …".
    // LNK002 https://example.com. Postmark's are transactional, so that unsubscribe and address are not asked for.
    [SharedDataTheory]
    [InlineData("cerberus", "cerberus-fluid.html", CampaignPurpose.Marketing, "EML010:1 EML049:4 EML060:8 EML062:1")]
    [InlineData("cerberus", "cerberus-hybrid.html", CampaignPurpose.Marketing, "EML010:1 EML049:10 EML060:14 EML062:1")]
    [InlineData("cerberus", "cerberus-responsive.html", CampaignPurpose.Marketing, "EML010:1 EML049:10 EML060:14 EML062:1")]
    [InlineData("leemunroe", "email.html", CampaignPurpose.Marketing, "EML062:1")]
    [InlineData("leemunroe", "email-inlined.html", CampaignPurpose.Marketing, "EML062:1")]
    [InlineData("postmark", "receipt.html", CampaignPurpose.Transactional, "EML062:5 LNK002:2")]
    [InlineData("postmark", "trial-expiring.html", CampaignPurpose.Transactional, "EML062:10 LNK002:1")]
    [InlineData("postmark", "welcome.html", CampaignPurpose.Transactional, "EML062:8 LNK002:1")]
    public void AnErrorIsCalledOnlyForWhatATemplateTrulyLacks(string folder, string name, CampaignPurpose purpose, string errors)
    {
        var html = File.ReadAllBytes(SharedData.Path("email", folder, name));
        var run = ContentRun.Run(CampaignAssetKind.Email, "emails/a.html", html, null, new CampaignBrief { Purpose = purpose }, PolicyLoader.Parse("{}"), null);
        output.WriteLine(run.ToString());
        var found = run.Findings.Where(finding => finding.Severity == Severity.Error).GroupBy(finding => finding.RuleId).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}:{group.Count()}");
        Assert.Equal(errors, string.Join(" ", found));
        var lines = System.Text.Encoding.UTF8.GetString(html).Split('\n');
        Assert.All(run.Findings.Where(finding => finding.RuleId == "EML049"), finding => Assert.Contains("via.placeholder.com", lines[finding.Source!.Line - 1][(finding.Source.Character - 1)..], StringComparison.Ordinal));
        Assert.All(run.Findings.Where(finding => finding.RuleId == "LNK002"), finding => Assert.StartsWith("href=\"http", lines[finding.Source!.Line - 1][(finding.Source.Character - 1)..], StringComparison.Ordinal));
        Assert.All(run.Findings.Where(finding => finding.RuleId == "EML062"), finding => Assert.StartsWith(finding.Value!.Split(' ')[0], lines[finding.Source!.Line - 1][(finding.Source.Character - 1)..], StringComparison.Ordinal));
    }
}
