using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests;

/// <summary>What tab completion offers for open sets, with its tooltips.</summary>
public sealed class CompletionTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static readonly string Examples = Path.Combine(ModuleFixture.RepositoryRoot, "examples");
    private static readonly string PolicyFile = Path.Combine(Examples, "mops.policy.json");

    [Fact]
    public void RulesByIdAndName()
    {
        Assert.Contains(Complete("Get-MopsRule -Id UTM00"), result => result.CompletionText == "UTM003" && result.ToolTip.StartsWith("Warning: ", System.StringComparison.Ordinal));
        Assert.Equal("MissingParameter", Assert.Single(Complete("Get-MopsRule MissingParam")).CompletionText);
    }

    [Fact]
    public void ColumnsOfTheFile() =>
        Assert.Equal("'Final URL'", Assert.Single(Complete($"Test-MopsUtm -Path '{Path.Combine(Examples, "ads.csv")}' -Column Fin")).CompletionText);

    [Fact]
    public void ColumnsOfTheTruth() =>
        Assert.Equal("'Cluster'", Assert.Single(Complete($"Measure-MopsDuplicate '{Path.Combine(Examples, "contacts-duplicates.csv")}' -Truth '{Path.Combine(Examples, "contacts-truth.csv")}' -ClusterField clu")).CompletionText);

    [Fact]
    public void ValuesThatThePolicyAllows()
    {
        var google = Assert.Single(Complete($"New-MopsUtmLink -Policy '{PolicyFile}' -Source goo"));
        Assert.Equal("google", google.CompletionText);
        Assert.Contains("adwords", google.ToolTip);
        Assert.Equal(["email"], Complete($"New-MopsUtmLink -Policy '{PolicyFile}' -Source newsletter -Medium ").Select(result => result.CompletionText));
    }

    [Fact]
    public void APolicyThatIsNotThereDisturbsNothing() =>
        Assert.DoesNotContain(Complete("New-MopsUtmLink -Policy ./none.json -Source goo"), result => result.CompletionText == "google");

    private CompletionResult[] Complete(string line) =>
        [.. module.Run($"[System.Management.Automation.CommandCompletion]::CompleteInput({Quoted(line)}, {line.Length}, $null).CompletionMatches").Select(match => (CompletionResult)match.BaseObject)];

    private static string Quoted(string text) => "'" + text.Replace("'", "''", System.StringComparison.Ordinal) + "'";
}
