using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using Xunit;

namespace MopsPS.Tests.Utm;

public sealed class UtmCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private const string Good = "https://example.com/?utm_source=google&utm_medium=cpc&utm_campaign=a";

    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    [Fact]
    public void TextsAndObjectsAreChecked()
    {
        var results = module.Run($"'{Good}', [pscustomobject]@{{ 'Landing Page URL' = '{Good}&gclid=1'; Who = 'Ada' }} | Test-MopsUtm -Policy default -OwnerField Who -ErrorAction SilentlyContinue");
        Assert.Equal([true, false], results.Select(result => result.Properties["IsCompliant"].Value));
        Assert.Equal("google", results[0].Properties["Source"].Value);
        Assert.Equal("Paid Search", results[0].Properties["Channel"].Value);
        Assert.Equal("Ada", results[1].Properties["Owner"].Value);
    }

    [Fact]
    public void FilesAreCheckedAndSummedUp()
    {
        var policy = Path.Combine(Examples, "mops.policy.json");
        var links = module.Run($"Test-MopsUtm -Path '{Examples}/ads.csv','{Examples}/newsletter.html','{Examples}/links.md' -Policy '{policy}' -OwnerField Owner");
        Assert.True(links.Count > 40);
        Assert.Contains(links, link => link.Properties["Owner"].Value as string == "Ada Abel");
        Assert.DoesNotContain(links, link => link.Properties["Url"].Value.ToString()!.Contains("TEST"));
        Assert.All(links, link => Assert.NotNull(link.Properties["Position"].Value));
        var summary = Assert.Single(module.Run($"$input | Test-MopsUtm -Summary -By File -Policy '{policy}'", [.. links]));
        Assert.Equal(links.Count, summary.Properties["Links"].Value);
        Assert.Equal(3, ((System.Collections.ICollection)summary.Properties["Segments"].Value).Count);
    }

    [Fact]
    public void TheOwnerIsFoundByTheFieldMapOnBothWays()
    {
        var objects = module.Run($"[pscustomobject]@{{ Url = '{Good}'; Owner = 'Ada' }}, [pscustomobject]@{{ Url = '{Good}'; 'Lead Owner' = 'Ben' }}, [pscustomobject]@{{ Url = '{Good}'; Who = 'Cem' }} | Test-MopsUtm -Policy default");
        Assert.Equal(["Ada", "Ben", null], objects.Select(result => result.Properties["Owner"].Value));
        using var file = new TemporaryFile("leads.csv", $"Email,Landing Page URL,Lead Owner\na@example.com,{Good},Ben\nb@example.com,{Good},Cem\n");
        Assert.Equal(["Ben", "Cem"], module.Run($"Test-MopsUtm -LiteralPath '{file.Path}' -Policy default").Select(result => result.Properties["Owner"].Value));
        var summary = Assert.Single(module.Run($"Test-MopsUtm -LiteralPath '{file.Path}' -Policy default -Summary -By Owner"));
        Assert.Equal(["Ben", "Cem"], ((IEnumerable)summary.Properties["Segments"].Value).Cast<object>().Select(segment => PSObject.AsPSObject(segment).Properties["Name"].Value));
        Assert.Equal(["a@example.com", "b@example.com"], module.Run($"Test-MopsUtm -LiteralPath '{file.Path}' -Policy default -OwnerField Email").Select(result => result.Properties["Owner"].Value));
        using var both = new TemporaryFile("both.csv", $"Url,Owner,Record Owner\n{Good},Ada,Ben\n");
        Assert.Null(Assert.Single(module.Run($"Test-MopsUtm -LiteralPath '{both.Path}' -Policy default")).Properties["Owner"].Value);
    }

    [Fact]
    public void ThePathAndThePipelineGiveTheSame()
    {
        var policy = Path.Combine(Examples, "mops.policy.json");
        foreach (var file in new[] { "ads.csv", "link-plan.csv" }.Select(name => Path.Combine(Examples, name)))
        {
            var byPath = module.Run($"Test-MopsUtm -LiteralPath '{file}' -Policy '{policy}'");
            var byPipeline = module.Run($"Import-MopsExport -LiteralPath '{file}' | Test-MopsUtm -Policy '{policy}'");
            Assert.NotEmpty(byPath);
            Assert.Equal(byPipeline.Select(Json), byPath.Select(Json));
            foreach (var by in new[] { "None", "Source", "Medium", "Campaign", "Channel", "File", "Owner" })
            {
                var summary = Json(Assert.Single(module.Run($"Test-MopsUtm -LiteralPath '{file}' -Policy '{policy}' -Summary -By {by}")));
                Assert.Equal(summary, Json(Assert.Single(module.Run($"Import-MopsExport -LiteralPath '{file}' | Test-MopsUtm -Policy '{policy}' -Summary -By {by}"))));
                Assert.Equal(summary, Json(Assert.Single(module.Run($"Test-MopsUtm -LiteralPath '{file}' -Policy '{policy}' | Test-MopsUtm -Policy '{policy}' -Summary -By {by}"))));
            }
        }
    }

    [Fact]
    public void TheEncodingOfATextIsDetectedOrGiven()
    {
        var link = Good + "&utm_content=caf\u00E9";
        using var page = new TemporaryFile("page.html", string.Empty);
        File.WriteAllBytes(page.Path, System.Text.Encoding.Latin1.GetBytes($"<a href='{link.Replace("&", "&amp;")}'>x</a>"));
        Assert.Equal("caf\u00E9", Assert.Single(module.Run($"Test-MopsUtm -LiteralPath '{page.Path}' -Policy default")).Properties["Content"].Value);
        Assert.Equal("caf\u0439", Assert.Single(module.Run($"Test-MopsUtm -LiteralPath '{page.Path}' -Policy default -Encoding windows-1251")).Properties["Content"].Value);
        module.Run("Test-MopsUtm -LiteralPath x -Policy default -Encoding none-such", out var errors);
        Assert.Equal("MopsEncodingUnknown,MopsPS.Utm.TestMopsUtmCommand", Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void AnObjectWithoutALinkIsAnError()
    {
        module.Run("[pscustomobject]@{ A = 1 } | Test-MopsUtm -Policy default", out var errors);
        Assert.Equal("MopsUtmNoUrlColumn,MopsPS.Utm.TestMopsUtmCommand", Assert.Single(errors).FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, errors[0].CategoryInfo.Category);
        module.Run($"Test-MopsUtm -Path '{Examples}/ads.csv' -Column Nope -Policy default", out errors);
        Assert.Equal("MopsUtmColumnNotFound,MopsPS.Utm.TestMopsUtmCommand", Assert.Single(errors).FullyQualifiedErrorId);
        module.Run("Test-MopsUtm -Path ./none.csv -Policy default", out errors);
        Assert.Equal("MopsPathNotFound,MopsPS.Utm.TestMopsUtmCommand", Assert.Single(errors).FullyQualifiedErrorId);
    }

    [Fact]
    public void LinksAreBuiltOrRefusedWithTheReason()
    {
        var policy = Path.Combine(Examples, "mops.policy.json");
        var link = Assert.Single(module.Run($"New-MopsUtmLink 'https://www.example.com/a#b' -Source fb -Medium paid-social -Campaign 2026q4_emea_launch -Policy '{policy}'"));
        Assert.Equal("https://www.example.com/a?utm_source=facebook&utm_medium=paid_social&utm_campaign=2026q4_emea_launch#b", link.Properties["Url"].Value);
        Assert.Empty(module.Run($"[pscustomobject]@{{ Url = 'https://www.example.com/'; Source = 'google'; Medium = 'email'; Campaign = '2026q4_emea_launch' }} | New-MopsUtmLink -Policy '{policy}'", out var errors));
        Assert.Equal("MopsUtmPairNotAllowed,MopsPS.Utm.NewMopsUtmLinkCommand", Assert.Single(errors).FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, errors[0].CategoryInfo.Category);
        Assert.StartsWith("https://www.example.com/", errors[0].TargetObject.ToString());
        Assert.Empty(module.Run("New-MopsUtmLink 'https://www.example.com/' -Policy @{ utm = @{ internalDomains = @('other.example') } }", out errors));
        Assert.Equal("MopsUtmNoValues,MopsPS.Utm.NewMopsUtmLinkCommand", Assert.Single(errors).FullyQualifiedErrorId);
    }

    private static string Json(PSObject value) => JsonSerializer.Serialize(value.BaseObject, value.BaseObject.GetType());
}
