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
        Assert.Equal("MopsPS.PolicyException", error.Exception.GetType().FullName);
    }

    [Fact]
    public void ThePolicySetsTheRules() =>
        Assert.Equal("Warning", module.Run("Get-MopsRule UTM001 -Policy @{ rules = @{ UTM001 = @{ severity = 'Warning' } } }")[0].Properties["Severity"].Value.ToString());

    [Fact]
    public void TheGatePassesAndFails()
    {
        Assert.True((bool)module.Run("Test-MopsPolicy ga4 | Assert-MopsResult")[0].Properties["Passed"].Value);
        Assert.Equal(1, module.Run("Test-MopsPolicy @{ x = 1 } | Assert-MopsResult", out var failed)[0].Properties["ExitCode"].Value);
        Assert.StartsWith("MopsGateFailed,", failed[0].FullyQualifiedErrorId);
        module.Run("@() | Assert-MopsResult", out var empty);
        Assert.StartsWith("MopsGateCouldNotRun,", empty[0].FullyQualifiedErrorId);
    }
}
