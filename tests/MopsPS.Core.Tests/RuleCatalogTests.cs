using System.Linq;
using MopsPS.Core.Policy;
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
}
