using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Funnel;
using MopsPS.Core.Naming;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using MopsPS.Core.Utm;
using Xunit;

namespace MopsPS.Core.Tests.Policy;

/// <summary>The about pages say what is so: the example loads, and each rule and preset is named.</summary>
public class AboutPolicyTests
{
    [Fact]
    public void TheExampleOfThePageIsAPolicyWithoutMistakes()
    {
        var lines = Page("about_MopsPS_Policy");
        var start = Array.IndexOf(lines, "    {");
        var example = string.Join('\n', lines[start..(Array.IndexOf(lines, "    }", start) + 1)]);

        var result = PolicyLoader.TestText(example);

        Assert.Empty(result.Problems);
        Assert.Equal("example team", result.Policy!.Name);
        Assert.Equal(3, result.Policy.Utm.Sources.Count);
        var convention = result.Policy.Naming["campaign"];
        Assert.Empty(NamingChecker.Check(convention, "202604_emea_spring-launch"));
        Assert.Empty(NamingChecker.Check(convention, "202604_emea_spring-launch_v2"));
    }

    [Fact]
    public void ThePageNamesEachPreset()
    {
        var page = Page("about_MopsPS_Policy");
        Assert.All(PolicyPresets.Names, name => Assert.Contains(page, line => line.StartsWith($"    {name} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void EachLinkRuleHasItsHeading()
    {
        var page = Page("about_MopsPS_Utm");
        var headings = page.Where(line => line.StartsWith("    UTM0", StringComparison.Ordinal)).Select(line => line.Trim());
        Assert.Equal(UtmRules.All.Select(rule => $"{rule.Id} {rule.Name} ({rule.Severity})"), headings);
    }

    [Fact]
    public void EachFunnelRuleHasItsHeading()
    {
        var page = Page("about_MopsPS_Funnel");
        var headings = page.Where(line => line.StartsWith("    FUN0", StringComparison.Ordinal)).Select(line => line.Trim());
        Assert.Equal(FunnelRules.All.Select(rule => $"{rule.Id} {rule.Name} ({rule.Severity})"), headings);
    }

    private static string[] Page(string topic) => File.ReadAllLines(Repository.Path("module", "en-US", topic + ".help.txt"));
}
