using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Reconciliation;

public sealed class CompareRecordCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private static string Examples => Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Sync => $"-Against '{Examples}/sync-crm.csv' -Purpose Sync -Policy '{Examples}/mops.policy.json' -Compare @{{ Budget = 'Expected Budget' }} -ChangedField 'Updated At' -SyncedField 'Last Sync'";

    [Fact]
    public void TheExampleHasThePlantedDifferencesAndNoOther()
    {
        var found = module.Run($"Compare-MopsRecord '{Examples}/sync-marketing.csv' {Sync} | ForEach-Object {{ '{{0}} {{1}}' -f $_.Kind, $_.Field }}").Select(text => text.ToString()).OrderBy(text => text, System.StringComparer.Ordinal);
        Assert.Equal(
            ["BlankKey ", "Different Budget", "Different Company", "Different Phone", "Extra ", "Late Last Sync", "Misaligned LifecycleStage", "Missing ", "Repeated "], found);
    }

    [Fact]
    public void TheSummaryCountsEachRowOnce()
    {
        var call = $"Compare-MopsRecord '{Examples}/sync-marketing.csv' {Sync} -Summary";
        var summary = Assert.Single(module.Run(call));
        long Count(string name) => (long)summary.Properties[name].Value;
        Assert.Equal(Count("LeftRows"), Count("Compared") + Count("Missing") + Count("LeftRepeated") + Count("LeftBlank"));
        Assert.Equal(["RecordCompleteness", "RecordAgreement", "SyncOnTime", "SyncDelay", "StatusAlignment"], module.Run($"({call}).Kpis | ForEach-Object {{ $_.Id }}").Select(id => id.ToString()));
        Assert.Equal("sync-marketing.csv against sync-crm.csv", summary.Properties["Title"].Value);
    }

    [Fact]
    public void PipelineAndPathGiveTheSameInAnyOrderAndWithAnyNumberOfThreads()
    {
        const string show = "ForEach-Object { '{0}|{1}|{2}|{3}|{4}|{5}' -f $_.Kind, $_.Key, $_.Field, $_.Left, $_.Right, $_.Detail }";
        var byPath = module.Run($"Compare-MopsRecord '{Examples}/sync-marketing.csv' {Sync} | {show}").Select(text => text.ToString()).ToArray();
        Assert.NotEmpty(byPath);
        Assert.Equal(byPath, module.Run($"Import-MopsExport '{Examples}/sync-marketing.csv' | Compare-MopsRecord {Sync} -ThrottleLimit 1 | {show}").Select(text => text.ToString()));
        var reversed = $"$r = @(Import-MopsExport '{Examples}/sync-marketing.csv'); [array]::Reverse($r); $a = @(Import-MopsExport '{Examples}/sync-crm.csv'); [array]::Reverse($a); "
            + $"$r | Compare-MopsRecord {Sync.Replace($"'{Examples}/sync-crm.csv'", "$a", System.StringComparison.Ordinal)} | {show}";
        Assert.Equal(byPath, module.Run(reversed).Select(text => text.ToString()));
    }

    [Fact]
    public void PlainObjectsAndEachSideInItsOwnCulture()
    {
        const string script = """
            [pscustomobject]@{ Key = 'a'; 'Created Date' = '03/04/2026 10:00 AM'; Amount = '1,000.50' } | Compare-MopsRecord -Key Key -Culture en-US -Policy default -AgainstCulture de-DE -Against ([pscustomobject]@{ Key = 'A'; 'Created Date' = '04.03.2026 10:00'; Amount = '1.000,50' })
            """;
        Assert.Empty(module.Run(script));
        Assert.Single(module.Run(script.Replace("-AgainstCulture de-DE", "-AgainstCulture de-DE -AgainstTimeZone Europe/Berlin", System.StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("@() | Compare-MopsRecord -Against ([pscustomobject]@{ Email = 'a@x.com' }) -Policy default", "MopsCompareNoRecords", ErrorCategory.InvalidData)]
    [InlineData("[pscustomobject]@{ Name = 'a' } | Compare-MopsRecord -Against ([pscustomobject]@{ Email = 'a@x.com' }) -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Email = 'a' } | Compare-MopsRecord -Against ([pscustomobject]@{ Email = 'a' }) -Key Nothing -Policy default", "MopsExportColumnNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("[pscustomobject]@{ Email = 'a'; B = 1 } | Compare-MopsRecord -Against ([pscustomobject]@{ Email = 'a'; B = 1 }) -Tolerance @{ B = 'much' } -Policy default", "MopsCompareToleranceInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Email = 'a'; B = 1 } | Compare-MopsRecord -Against ([pscustomobject]@{ Email = 'a'; B = 1 }) -CompareAs @{ B = 'Odd' } -Policy default", "MopsCompareAsInvalid", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ Email = 'a' } | Compare-MopsRecord -Against ([pscustomobject]@{ Email = 'a' }) -ChangedField B -Policy default", "MopsParameterConflict", ErrorCategory.InvalidArgument)]
    public void WhatCannotBeComparedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script, out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Reconciliation.CompareMopsRecordCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void ReportsShowNoPersonUnmasked()
    {
        var folder = Directory.CreateTempSubdirectory("mops-compare-").FullName;
        try
        {
            module.Run($"Compare-MopsRecord '{Examples}/sync-marketing.csv' {Sync} -IncludeSummary | Export-MopsReport '{folder}/sync.html'");
            var text = File.ReadAllText(Path.Combine(folder, "sync.html"));
            Assert.Contains("Fields that differ", text, System.StringComparison.Ordinal);
            Assert.Contains("***@example.com", text, System.StringComparison.Ordinal);
            foreach (var address in module.Run($"Import-MopsExport '{Examples}/sync-marketing.csv' | ForEach-Object {{ $_.Email }}").Select(text => text?.ToString()).Where(text => !string.IsNullOrEmpty(text)))
                Assert.DoesNotContain(address!, text, System.StringComparison.OrdinalIgnoreCase);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(Help.ExampleFolder.Run("./reconcile-systems.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Differences by kind')) { throw 'no report' }"));
}
