using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Utm;

public sealed class NewMopsUtmLinkTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static readonly string Policy = "'" + Path.Combine(ModuleFixture.RepositoryRoot, "examples", "mops.policy.json") + "'";

    [Fact]
    public void ALinkIsBuiltFromParameters()
    {
        var link = module.Run($"New-MopsUtmLink 'https://www.example.com/launch?lang=de#top' -Source FB -Medium 'Paid Social' -Campaign 2026q4_emea_launch -Policy {Policy}").Single();
        Assert.Equal(
            "https://www.example.com/launch?lang=de&utm_source=facebook&utm_medium=paid_social&utm_campaign=2026q4_emea_launch#top", link.Properties["Url"].Value);
        Assert.Equal("Paid Social", link.Properties["Channel"].Value);
        Assert.Equal(2, ((ICollection)link.Properties["Changes"].Value).Count);
    }

    [Fact]
    public void RowsBindByColumnNameAndABuiltLinkIsBuiltAgain()
    {
        var links = module.Run(
            "[pscustomobject]@{ 'Final URL' = 'https://www.example.com/a'; utm_source = 'google'; Medium = 'cpc'; Campaign = '2026q4_amer_x'; Content = '' } | " +
            $"New-MopsUtmLink -Policy {Policy} | ForEach-Object {{ $_; $_ | New-MopsUtmLink -Policy {Policy} }}");
        Assert.Equal(2, links.Count);
        Assert.Equal(links[0].ToString(), links[1].ToString());
        Assert.Null(links[0].Properties["Content"].Value);
    }

    [Theory]
    [InlineData("-Source gogle -Medium cpc -Campaign 2026q4_amer_x", "UtmValueNotAllowed", "google")]
    [InlineData("-Source newsletter -Medium cpc -Campaign 2026q4_amer_x", "UtmPairNotAllowed", "email")]
    [InlineData("-Source google -Medium cpc -Campaign 2026q4_mars_x", "UtmNamingMismatch", "region")]
    [InlineData("-Source google -Medium cpc", "UtmMissingParameter", "utm_campaign")]
    public void ARefusalIsAnErrorOfItsOwnAndTheOthersGoOn(string arguments, string id, string says)
    {
        var links = module.Run(
            $"'https://a.example.org/', 'https://b.example.org/' | ForEach-Object {{ New-MopsUtmLink $_ {arguments} -Policy {Policy} }}; " +
            $"New-MopsUtmLink https://a.example.org/ -Source google -Medium cpc -Campaign 2026q4_amer_x -Policy {Policy}", out var errors);
        Assert.Single(links);
        Assert.Equal(2, errors.Length);
        Assert.Equal(id + ",MopsPS.Utm.NewMopsUtmLinkCommand", errors[0].FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, errors[0].CategoryInfo.Category);
        Assert.Equal("Finding", errors[0].TargetObject.GetType().Name);
        Assert.Contains(says, errors[0].ToString(), System.StringComparison.Ordinal);
    }
}
