using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Tests.Help;
using Xunit;

namespace MopsPS.Tests.Routing;

public sealed class RoutingCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    private const string Policy = "@{ routing = @{ rules = @(@{ name = 'DE'; countries = @('Germany'); owner = 'Ada' }) } }";

    private static readonly string Examples = Path.Combine(ModuleFixture.RepositoryRoot, "examples");

    private static string Call => $"Test-MopsLeadRouting -Policy '{Examples}/mops.policy.json' -AsOf 2026-11-24T17:00:00Z";

    [Fact]
    public void TheExampleIsTested()
    {
        var routes = module.Run($"{Call} -Path '{Examples}/routing-leads.csv'");
        var result = module.Run($"{Call} -Path '{Examples}/routing-leads.csv' -Summary").Single();
        Assert.Equal(67, routes.Count);
        Assert.Equal(67L, result.Properties["Leads"].Value);
        foreach (var (outcome, property) in new[] { ("Correct", "Correct"), ("Misrouted", "Misrouted"), ("Unassigned", "Unassigned") })
            Assert.Equal(result.Properties[property].Value, (long)routes.Count(route => route.Properties["Outcome"].Value.ToString() == outcome));
        // What the example has wrong: two enterprise leads, one of California, two of somebody who left, one of Western Europe; three with nobody.
        Assert.Equal((6L, 3L), ((long)result.Properties["Misrouted"].Value, (long)result.Properties["Unassigned"].Value));
        Assert.Equal(2L, result.Properties["InactiveOwner"].Value);
        Assert.Equal(new[] { "Conflict", "Shadowed" }, module.Run($"({Call} -RulesOnly).Problems | ForEach-Object {{ \"$($_.Kind)\" }}").Select(kind => kind.ToString()).Distinct().Order());
        Assert.Equal("Austria", module.Run($"({Call} -RulesOnly).Problems | Where-Object {{ $_.Kind -eq 'Shadowed' }}").Single().Properties["Rule"].Value);
    }

    [Fact]
    public void PipelineAndPathGiveTheSame()
    {
        const string show = "ForEach-Object { \"$_ $($_.Outcome) $($_.IsStalled) $($_.Findings)\" }";
        var byPath = module.Run($"{Call} -Path '{Examples}/routing-leads.csv' | {show}");
        var byPipe = module.Run($"Import-MopsExport '{Examples}/routing-leads.csv' | {Call} | {show}");
        Assert.NotEmpty(byPath);
        Assert.Equal(byPath.Select(line => line.BaseObject), byPipe.Select(line => line.BaseObject));
    }

    [Fact]
    public void ChangedRulesShowWhatTheyMove()
    {
        var change = module.Run($"{Call} -Path '{Examples}/routing-leads.csv' -WhatIfRule '{Examples}/routing-change.json'").Single();
        Assert.True((long)change.Properties["Moved"].Value > 0);
        Assert.Equal(change.Properties["Moved"].Value, module.Run($"({Call} -Path '{Examples}/routing-leads.csv' -WhatIfRule '{Examples}/routing-change.json').Moves").Sum(move => (long)move.Properties["Leads"].Value));
        Assert.Equal("Ben Boyd", module.Run($"({Call} -Path '{Examples}/routing-leads.csv' -WhatIfRule '{Examples}/routing-change.json').Moves | ForEach-Object From").Select(from => from.ToString()).First(from => from!.StartsWith("Ben", StringComparison.Ordinal)));
    }

    [Fact]
    public void UsersSayWhoIsActive() => Assert.Equal(
        [false, true],
        module.Run($"({Call} -Path '{Examples}/routing-leads.csv' -UserPath '{Examples}/routing-users.csv' -Summary).Owners | Where-Object {{ $_.Owner -in 'Emil Eder', 'Gus Gray' }} | ForEach-Object IsActive").Select(active => (bool)active.BaseObject));

    [Fact]
    public void TheGateFailsBelowTheTarget()
    {
        module.Run($"{Call} -Path '{Examples}/routing-leads.csv' -Summary | Assert-MopsResult", out var errors);
        Assert.Equal("MopsGateFailed,MopsPS.Reporting.AssertMopsResultCommand", Assert.Single(errors).FullyQualifiedErrorId);
        module.Run($"@{{ Owner = 'Ada'; Country = 'Germany' }} | Test-MopsLeadRouting -Policy {Policy} | Assert-MopsResult");
    }

    [Theory]
    [InlineData("@() | Test-MopsLeadRouting -Policy {policy}", "MopsRoutingNoData", ErrorCategory.InvalidData)]
    [InlineData("@() | Test-MopsLeadRouting -Policy {policy} -Summary", "MopsRoutingNoData", ErrorCategory.InvalidData)]
    [InlineData("@{ Owner = 'Ada'; Country = 'Germany' } | Test-MopsLeadRouting -Policy default", "MopsRoutingNoRules", ErrorCategory.InvalidData)]
    [InlineData("Test-MopsLeadRouting -RulesOnly -Policy default", "MopsRoutingNoRules", ErrorCategory.InvalidData)]
    [InlineData("@{ Owner = 'Ada' } | Test-MopsLeadRouting -Policy {policy}", "MopsFieldNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Test-MopsLeadRouting -RulesOnly -Policy @{ routing = @{ rules = @(@{ name = 'x'; countries = @('Narnia'); owner = 'a' }) } }", "MopsPolicyInvalid", ErrorCategory.InvalidData)]
    [InlineData("Test-MopsLeadRouting -RulesOnly -UserPath ./none.csv -Policy {policy}", "MopsPathNotFound", ErrorCategory.ObjectNotFound)]
    public void WhatCannotBeTestedIsAnError(string script, string id, ErrorCategory category)
    {
        module.Run(script.Replace("{policy}", Policy, StringComparison.Ordinal), out var errors);
        var error = Assert.Single(errors);
        Assert.Equal($"{id},MopsPS.Routing.TestMopsLeadRoutingCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
    }

    [Fact]
    public void TheExampleScriptRuns() =>
        Assert.Empty(ExampleFolder.Run("./lead-routing.ps1 -OutputPath ./out.md; if (-not [System.IO.File]::ReadAllText(\"$PWD/out.md\").Contains('Problems of the rules')) { throw 'no report' }"));
}
