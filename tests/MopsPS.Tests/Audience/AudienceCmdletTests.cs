using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Audience;

public sealed class AudienceCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Call => $"Test-MopsAudience -SuppressionPath '{Examples}/suppression.csv', '{Examples}/suppression-hashes.txt' -Policy '{Examples}/mops.policy.json' -AsOf 2026-11-25";

    [Fact]
    public void EveryPlantedFaultOfTheExampleIsFoundAndNothingElse()
    {
        var reasons = module.Run($"({Call} -Path '{Examples}/audience.csv').Exclusions | ForEach-Object {{ \"$($_.Reason) $($_.Rows)\" }}").Select(line => line.ToString());
        Assert.Equal(
            [
                "InvalidAddress 2", "Suppressed 3", "Unsubscribed 3", "HardBounced 1", "ConsentDenied 1", "ConsentUnreadable 1", "ConsentMissing 2", "ConsentExpired 1",
                "Employee 1", "Competitor 1", "RoleAddress 1", "DisposableAddress 1", "FreeMailAddress 0", "OutsideSegment 0", "Duplicate 1",
            ],
            reasons);
        var result = module.Run($"{Call} -Path '{Examples}/audience.csv'").Single();
        Assert.Equal((36, 17, 19, 0), ((int)result.Properties["Rows"].Value, (int)result.Properties["Kept"].Value, (int)result.Properties["Excluded"].Value, (int)result.Properties["Unreadable"].Value));
        Assert.Equal(false, result.Properties["IsCompliant"].Value);
    }

    [Fact]
    public void TheBriefOfACampaignSaysWhatIsExpected()
    {
        var campaign = $"{Examples}/campaigns/winter-guide";
        var check = $"Test-MopsAudience '{campaign}/audience/receivers.csv' -Policy '{Examples}/campaigns/mops.policy.json'";
        var result = module.Run($"{check} -Brief '{campaign}'").Single();
        Assert.Equal((10, 20, "marketing"), ((int)result.Properties["MinimumSize"].Value, (int)result.Properties["MaximumSize"].Value, (string)result.Properties["Purpose"].Value));
        Assert.Single(((System.Collections.IEnumerable)result.Properties["Segment"].Value).Cast<object>());
        Assert.Equal(2, ((System.Collections.IEnumerable)result.Properties["Suppressions"].Value).Cast<object>().Count());
        // A parameter goes before the brief; the file itself names the folder, too.
        var other = module.Run($"{check} -Brief '{campaign}/campaign.json' -MinimumSize 11 -Segment @{{ Field = 'Country'; Operator = 'NotIn'; Values = 'Italy' }}").Single();
        Assert.Equal((11, 20), ((int)other.Properties["MinimumSize"].Value, (int)other.Properties["MaximumSize"].Value));
        Assert.Equal(2, ((System.Collections.IEnumerable)other.Properties["Segment"].Value).Cast<object>().Count());
        // The same as in the checklist of the campaign.
        var part = module.Run($"(Invoke-MopsCampaignQA '{campaign}' -Policy '{Examples}/campaigns/mops.policy.json' -Area Audience).Parts | Where-Object {{ $_.GetType().Name -eq 'AudienceResult' }}").Single();
        Assert.Equal(part.Properties["Kept"].Value, result.Properties["Kept"].Value);
        Assert.Equal(string.Join('|', Findings(part)), string.Join('|', Findings(result)));
    }

    [Theory]
    [InlineData("./no-such-folder", "MopsPathNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("{examples}/data", "MopsBriefInvalid", ErrorCategory.InvalidData)]
    public void ABriefThatCannotBeUsedEndsTheCheck(string brief, string id, ErrorCategory category)
    {
        var folder = Directory.CreateTempSubdirectory("mops-brief-").FullName;
        File.WriteAllText(Path.Combine(folder, "campaign.json"), "{ \"name\": \"x\" }");
        Assert.Empty(module.Run($"Test-MopsAudience '{Examples}/audience.csv' -Brief '{brief.Replace("{examples}/data", folder, System.StringComparison.Ordinal)}'", out var errors));
        Directory.Delete(folder, true);
        var error = Assert.Single(errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, System.StringComparison.Ordinal);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$($_.Exclusions -join '|') $($_.Suppressions -join '|') $($_.Regions -join '|') $($_.Findings -join '|')\" }";
        var byPath = module.Run($"{Call} -Path '{Examples}/audience.csv' | {show}");
        var byPipe = module.Run($"Import-MopsExport '{Examples}/audience.csv' | {Call} | {show}");
        Assert.Equal(byPath.Single().ToString(), byPipe.Single().ToString());
    }

    [Theory]
    [InlineData("Test-MopsAudience ./audience.csv")]
    [InlineData("Import-MopsExport ./audience.csv | Test-MopsAudience")]
    public void TheListsAreWrittenOnBothWaysAndNotWithWhatIf(string call)
    {
        var options = "-SuppressionPath ./suppression.csv, ./suppression-hashes.txt -Policy ./mops.policy.json -AsOf 2026-11-25 -OutputPath ./send.csv -ExclusionPath ./excluded.csv";
        Assert.Empty(Help.ExampleFolder.Run($$"""
            $result = {{call}} {{options}} -WhatIf
            if ([System.IO.File]::Exists("$PWD/send.csv") -or [System.IO.File]::Exists("$PWD/excluded.csv") -or $result.OutputPath) { throw 'written' }
            $result = {{call}} {{options}}
            $send = @(Import-MopsExport ./send.csv)
            $excluded = @(Import-MopsExport ./excluded.csv)
            if ($send.Count -ne $result.Kept -or $excluded.Count -ne $result.Excluded) { throw "$($send.Count) $($excluded.Count)" }
            if (-not $result.OutputPath -or -not $result.ExclusionPath) { throw 'no paths' }
            $text = [System.IO.File]::ReadAllText("$PWD/send.csv")
            if (-not $text.Contains("'=cmd")) { throw 'formula' }
            if (-not [System.IO.File]::ReadAllText("$PWD/excluded.csv").Contains('HardBounced,HardBounced')) { throw 'reasons' }
            $again = Test-MopsAudience ./send.csv {{options.Replace("-OutputPath ./send.csv -ExclusionPath ./excluded.csv", "")}}
            if ($again.Kept -ne $result.Kept -or -not $again.IsCompliant) { throw "not clean: $($again.Findings)" }
            """));
    }

    [Theory]
    [InlineData("@() | Test-MopsAudience -Policy default", "MopsAudienceNoData", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Id = 1 } | Test-MopsAudience -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Email = 'a@acme.example' } | Test-MopsAudience -Policy default -Purpose sms", "MopsAudienceOptionInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Email = 'a@acme.example' } | Test-MopsAudience -Policy default -Segment @{ Feild = 'x' }", "MopsAudienceOptionInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Email = 'a@acme.example' } | Test-MopsAudience -Policy default -Segment @{ Field = 'x'; Operator = 'Is'; Values = 1 }", "MopsAudienceOptionInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Email = 'a@acme.example' } | Test-MopsAudience -Policy default -OutputPath ./x.pdf", "MopsFormatUnknown", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Email = 'a@acme.example' } | Test-MopsAudience -Policy default -OutputPath ./x.csv -ExclusionPath ./X.csv", "MopsAudienceSameFile", ErrorCategory.InvalidArgument)]
    public void WhatCannotBeCheckedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Audience.TestMopsAudienceCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void AMissingSuppressionListStopsTheCheck()
    {
        module.Run($"Test-MopsAudience '{Examples}/audience.csv' -SuppressionPath ./no-such-list*.csv -Policy default", out var errors);
        Assert.Contains(errors, error => error.FullyQualifiedErrorId == "MopsSuppressionNotFound,MopsPS.Audience.TestMopsAudienceCommand");
    }

    [Fact]
    public void PurposesAndRegionsAreCompleted()
    {
        var regions = module.Run("$line = 'Test-MopsAudience ./x.csv -Policy default -Region '; (TabExpansion2 $line $line.Length).CompletionMatches").Select(match => match.Properties["ListItemText"].Value);
        Assert.Equal(["eu", "uk", "canada", "us"], regions);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./check-audience.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Excluded by first reason')) { throw 'no report' }"));

    private static System.Collections.Generic.IEnumerable<string> Findings(PSObject result) =>
        ((System.Collections.IEnumerable)result.Properties["Findings"].Value).Cast<object>().Select(finding => finding.ToString()!);
}
