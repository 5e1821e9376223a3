using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests;

public class RuleCatalogTests
{
    [Fact]
    public void EveryRuleHasAnIdAndANameOfItsOwn()
    {
        Assert.NotEmpty(RuleCatalog.All);
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Id.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(RuleCatalog.All.Count, RuleCatalog.All.Select(rule => rule.Name.ToUpperInvariant()).Distinct().Count());
    }

    [Theory]
    [InlineData("Attribution")]
    [InlineData("CampaignQA")]
    [InlineData("Changes")]
    [InlineData("Routing")]
    [InlineData("Sla")]
    [InlineData("Hygiene")]
    [InlineData("Anomalies")]
    [InlineData("Audience")]
    [InlineData("Campaigns")]
    [InlineData("LinkCheck")]
    public void TheAboutPageOfTheAreaHasEachOfItsRules(string area)
    {
        var page = File.ReadAllLines(Repository.Path("module", "en-US", $"about_MopsPS_{area}.help.txt"));
        var rules = RuleCatalog.All.Where(rule => rule.Area == area).ToArray();
        Assert.NotEmpty(rules);
        Assert.All(rules, rule => Assert.Contains($"    {rule.Id} {rule.Name} ({rule.DefaultSeverity})", page));
    }
}
