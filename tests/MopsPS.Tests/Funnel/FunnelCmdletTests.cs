using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Funnel;

public sealed class FunnelCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private const string Two = "-Stage ([ordered]@{ Lead = 'Created'; Won = 'Won' }) -Policy default";

    private static string Leads => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "funnel-leads.csv");

    private static string Deals => Path.Combine(ModuleFixture.RepositoryRoot, "examples", "funnel-deals.csv");

    [Fact]
    public void PathAndPipelineGiveTheSame()
    {
        foreach (var options in new[] { "-By 'Lead Source', Country", "-Period Month", "-Period Quarter -FiscalYearStart 2 -View Period", "-Since 2026-01-01 -Until 2026-06-30 -By Country -TimeZone Europe/Berlin" })
        {
            var byPath = module.Run($"Get-MopsFunnel '{Leads}' {options} -Policy default -WarningAction SilentlyContinue");
            var byPipe = module.Run($"Import-MopsExport '{Leads}' | Get-MopsFunnel {options} -Policy default -WarningAction SilentlyContinue");
            Assert.NotEmpty(byPath);
            Assert.Equal(byPath.Select(Show), byPipe.Select(Show));
        }
    }

    [Fact]
    public void FilesAreJoinedAndValueIsCounted()
    {
        var summary = Assert.Single(module.Run(
            $"Get-MopsFunnel '{Leads}' -Stage ([ordered]@{{ Lead = 'Created Date'; Won = 'deals.Won Date' }}) -Join @{{ deals = @{{ Path = '{Deals}'; Key = 'Lead ID'; On = 'Lead ID' }} }} -Amount deals.Amount -Summary -Policy default"));
        var stages = ((IEnumerable<object>)summary.Properties["Stages"].Value).Select(PSObject.AsPSObject).ToArray();
        // By hand: all deals but the one without a lead; the repeated lead counts once.
        var won = File.ReadLines(Deals).Skip(1).Where(line => !line.Contains("999999999")).Select(line => line.Split(',')).ToArray();
        Assert.Equal((long)won.Length, stages[1].Properties["Entered"].Value);
        Assert.Equal(won.Sum(cells => decimal.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture)), stages[0].Properties["WonValue"].Value);
        Assert.Equal(1L, summary.Properties["Repeated"].Value);
        Assert.Contains("FUN010", ((IEnumerable<object>)summary.Properties["Findings"].Value).Select(item => PSObject.AsPSObject(item).Properties["RuleId"].Value));
    }

    [Fact]
    public void EveryErrorHasItsIdCategoryAndTarget()
    {
        Check("[pscustomobject]@{ A = 1 } | Get-MopsFunnel -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound);
        Check($"[pscustomobject]@{{ Created = '2026-01-01'; Won = 'soon' }} | Get-MopsFunnel {Two}", "MopsFunnelUnreadableDate", ErrorCategory.InvalidData);
        Check($"Get-MopsFunnel '{Leads}' -Stage ([ordered]@{{ A = 'Nope'; B = 'Nor this' }}) -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound);
        Check($"@() | Get-MopsFunnel {Two}", "MopsFunnelNoRecords", ErrorCategory.ObjectNotFound);
        Check($"Get-MopsFunnel ./none.csv {Two}", "MopsPathNotFound", ErrorCategory.ObjectNotFound);
        Check($"Get-MopsFunnel '{Leads}' -Stage @{{ A = 'Created Date'; B = 'Won Date' }} -Policy default", "MopsFunnelStagesNotOrdered", ErrorCategory.InvalidArgument);
        Check($"$s = [ordered]@{{}}; 1..17 | ForEach-Object {{ $s[\"S$_\"] = 'Created Date' }}; Get-MopsFunnel '{Leads}' -Stage $s -Policy default", "MopsFunnelDefinitionInvalid", ErrorCategory.InvalidArgument);
        Check($"Get-MopsFunnel '{Leads}' -Join @{{ deals = '{Deals}' }} -Policy default", "MopsFunnelDefinitionInvalid", ErrorCategory.InvalidArgument);
        Check($"Get-MopsFunnel '{Leads}' -Join @{{ deals = @{{ Path = './none.csv'; Key = 'Lead ID'; On = 'Lead ID' }} }} -Policy default", "MopsPathNotFound", ErrorCategory.ObjectNotFound);
        Check($"Get-MopsFunnel '{Leads}' -By Nope -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound);
        Check($"Get-MopsFunnel '{Leads}' -Amount Nope -Policy default", "MopsFieldNotFound", ErrorCategory.ObjectNotFound);
        Check($"Get-MopsFunnel '{Leads}' -Since 2026-03-02 -Until 2026-03-01 -Policy default", "MopsFunnelDefinitionInvalid", ErrorCategory.InvalidArgument);
        Check($"Get-MopsFunnel '{Leads}' -Since 2031-01-01 -Policy default -WarningAction SilentlyContinue", "MopsFunnelNothingCounted", ErrorCategory.ObjectNotFound);
        Check($"Get-MopsFunnel '{Leads}' -TimeZone Nowhere -Policy default", "MopsTimeZoneUnknown", ErrorCategory.InvalidArgument);
        Check($"Get-MopsFunnel '{Leads}' -Culture xx-Klingon -Policy default", "MopsCultureUnknown", ErrorCategory.InvalidArgument);
        Check($"Get-MopsFunnel '{Leads}' -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel", "MopsFunnelNoSides", ErrorCategory.InvalidArgument, "CompareMopsFunnelCommand");
        Check($"Get-MopsFunnel '{Leads}' -Period Quarter -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel 2026-Q1 2031-Q1", "MopsFunnelSideNotFound", ErrorCategory.ObjectNotFound, "CompareMopsFunnelCommand");
        Check($"Get-MopsFunnel '{Leads}' -Period Quarter -View Period -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel 2026-Q1 2026-Q2", "MopsFunnelNotComparable", ErrorCategory.InvalidArgument, "CompareMopsFunnelCommand");
        Check("1 | Compare-MopsFunnel a b", "MopsFunnelNotStages", ErrorCategory.InvalidType, "CompareMopsFunnelCommand");
    }

    [Fact]
    public void ABadValueIsMaskedAndItsPlaceIsNamed()
    {
        module.Run($"[pscustomobject]@{{ Created = '2026-01-01'; Won = 'ada.abel@example.com' }} | Get-MopsFunnel {Two}", out var errors);
        var error = Assert.Single(errors);
        Assert.DoesNotContain("ada.abel", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("column 'Won'", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("FUN005", PSObject.AsPSObject(error.TargetObject).Properties["RuleId"].Value);
    }

    [Fact]
    public void TwoPeriodsAreComparedAndTheEffectsAddUp()
    {
        var result = Assert.Single(module.Run($"Get-MopsFunnel '{Leads}' -By 'Lead Source' -Period Quarter -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel"));
        Assert.Equal(("2026-Q2", "2026-Q3"), (result.Properties["Reference"].Value, result.Properties["Difference"].Value));
        var effects = ((IEnumerable<object>)result.Properties["Effects"].Value).Sum(effect => (double)PSObject.AsPSObject(effect).Properties["Effect"].Value);
        Assert.Equal((double)result.Properties["Change"].Value, effects, 1e-9);
        Assert.EndsWith("These are differences, not causes.", (string)result.Properties["Summary"].Value, StringComparison.Ordinal);
        var segments = Assert.Single(module.Run($"Get-MopsFunnel '{Leads}' -By 'Lead Source', Country -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel @{{ Country = 'Germany' }} @{{ Country = 'France' }}"));
        Assert.Equal("Country = Germany", segments.Properties["Reference"].Value);
        Assert.All((IEnumerable<object>)segments.Properties["Effects"].Value, effect => Assert.DoesNotContain("Country", (string?)PSObject.AsPSObject(effect).Properties["Segment"].Value ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public void ATemplateOfTheTeamIsTaken()
    {
        var template = Path.Combine(Directory.CreateTempSubdirectory("mops-funnel-").FullName, "summary.liquid");
        File.WriteAllText(template, "{{ comparison.difference }}: {{ comparison.change | format_number: \"0\" }}");
        var result = Assert.Single(module.Run($"Get-MopsFunnel '{Leads}' -Period Quarter -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel -TemplatePath '{template}'"));
        Assert.StartsWith("2026-Q3: ", (string)result.Properties["Summary"].Value, StringComparison.Ordinal);
        File.WriteAllText(template, "{% if %}");
        Check($"Get-MopsFunnel '{Leads}' -Period Quarter -Policy default -WarningAction SilentlyContinue | Compare-MopsFunnel -TemplatePath '{template}'", "MopsFunnelTemplateInvalid", ErrorCategory.InvalidData, "CompareMopsFunnelCommand");
        Directory.Delete(Path.GetDirectoryName(template)!, true);
    }

    [Fact]
    public void TheExampleScriptRuns() => Assert.Empty(Help.ExampleFolder.Run("$null = ./lead-funnel.ps1 -OutputPath ./funnel.html 3>$null"));

    [Fact]
    public void AReportHasTheCharts()
    {
        var page = Path.Combine(Directory.CreateTempSubdirectory("mops-funnel-").FullName, "funnel.html");
        module.Run($"$s = Get-MopsFunnel '{Leads}' -By 'Lead Source' -Period Quarter -Summary -Policy default; $s, ($s | Compare-MopsFunnel) | Export-MopsReport '{page}'");
        var html = File.ReadAllText(page);
        foreach (var title in new[] { "Stages", "Rates to the next stage over time", "Share of each cohort", "Where records went", "Parts of the difference", "By segment" }) Assert.Contains(title, html, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(page)!, true);
    }

    private void Check(string script, string id, ErrorCategory category, string command = "GetMopsFunnelCommand")
    {
        module.Run(script, out var errors);
        var error = errors.FirstOrDefault(item => item.FullyQualifiedErrorId == $"{id},MopsPS.Funnel.{command}");
        Assert.True(error is not null, $"{script}: expected {id}, found {string.Join("; ", errors.Select(item => $"{item.FullyQualifiedErrorId}: {item}"))}");
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    private static string Show(PSObject row) =>
        string.Join("|", new[] { "Title", "Entered", "ReachedNext", "Open", "Exited", "MedianDays", "ReachedP90Days", "MaturedReached", "Value", "RateLow" }.Select(name => Convert.ToString(row.Properties[name].Value, System.Globalization.CultureInfo.InvariantCulture)));
}
