using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace MopsPS.Core.Tests.Campaigns.Content;

/// <summary>The untouched templates under the built-in policy and an empty brief, beside what they truly lack.</summary>
public sealed class TemplateTests(ITestOutputHelper output)
{
    [SharedDataTheory]
    [InlineData("x", "x.html", "")]
    public void AnErrorIsCalledOnlyForWhatATemplateTrulyLacks(string folder, string name, string errors)
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("email"), "*.html", SearchOption.AllDirectories).OrderBy(file => file, System.StringComparer.Ordinal))
        {
            var run = ContentRun.Run(CampaignAssetKind.Email, "emails/a.html", File.ReadAllBytes(file), null, new CampaignBrief(), MopsPolicyDefault(), null);
            output.WriteLine("== " + file);
            output.WriteLine(run.ToString());
        }
    }

    private static MopsPolicy MopsPolicyDefault() => PolicyLoader.Parse("{}");
}
