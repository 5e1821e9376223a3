using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Policy;

public sealed class PolicyCmdletTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    [Fact]
    public void APolicyWithMistakesEndsTheCmdlet()
    {
        module.Run("Get-MopsRule -Policy @{ utm = @{ sorces = @('a') } }", out var errors);
        var error = Assert.Single(errors);
        Assert.StartsWith("MopsPolicyInvalid,", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Single(((PolicyException)error.Exception).Problems);
    }

    [Fact]
    public void ThePolicySetsTheRules() =>
        Assert.Equal(Severity.Warning, ((RuleInfo)module.Run("Get-MopsRule UTM001 -Policy @{ rules = @{ UTM001 = @{ severity = 'Warning' } } }")[0].BaseObject).Severity);

    [Fact]
    public void TheGatePassesAndFails()
    {
        Assert.True(((GateResult)module.Run("Test-MopsPolicy ga4 | Assert-MopsResult")[0].BaseObject).Passed);
        Assert.Equal(1, ((GateResult)module.Run("Test-MopsPolicy @{ x = 1 } | Assert-MopsResult", out var failed)[0].BaseObject).ExitCode);
        Assert.StartsWith("MopsGateFailed,", failed[0].FullyQualifiedErrorId);
        module.Run("@() | Assert-MopsResult", out var empty);
        Assert.StartsWith("MopsGateCouldNotRun,", empty[0].FullyQualifiedErrorId);
    }
}
