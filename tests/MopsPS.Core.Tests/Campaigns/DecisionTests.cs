using System;
using MopsPS.Core.Campaigns;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class DecisionTests
{
    private static readonly CampaignCheck Brief = Check(CampaignArea.Brief, CampaignCheckStatus.Pass);
    private static readonly CampaignCheck Email = Check(CampaignArea.Email, CampaignCheckStatus.Pass);
    private static readonly CampaignQAPolicy Policy = new() { RequiredAreas = [CampaignArea.Brief, CampaignArea.Email] };

    [Fact]
    public void AllPassedIsAGo() => Is(CampaignDecision.Go, "AllPassed", "2 checks passed", Policy, Brief, Email);

    [Fact]
    public void AFailedCheckIsNoGoWhateverElseIsThere() =>
        Is(CampaignDecision.NoGo, "FailedCheck", "1 check failed: X001 Fail", Policy, Brief, Email, Check(CampaignArea.Routing, CampaignCheckStatus.Fail), Check(CampaignArea.Email, CampaignCheckStatus.NotRun));

    [Fact]
    public void WarningsAreAGoUpToTheirNumber()
    {
        var warning = Check(CampaignArea.Email, CampaignCheckStatus.Warning);
        Is(CampaignDecision.Go, "PassedWithWarnings", "warn: X001 Warning", Policy, Brief, Email, warning);
        Is(CampaignDecision.Go, "PassedWithWarnings", "warn", new CampaignQAPolicy { RequiredAreas = Policy.RequiredAreas, MaxWarnings = 1 }, Brief, Email, warning);
        Is(CampaignDecision.NoGo, "TooManyWarnings", "the policy allows 0", new CampaignQAPolicy { RequiredAreas = Policy.RequiredAreas, MaxWarnings = 0 }, Brief, Email, warning);
    }

    [Fact]
    public void WhatWasNotRunInARequiredAreaIsIncomplete()
    {
        Is(CampaignDecision.Incomplete, "CheckNotRun", "X001 NotRun", Policy, Brief, Email, Check(CampaignArea.Email, CampaignCheckStatus.NotRun));
        Is(CampaignDecision.Go, "AllPassed", "not checked and not required: Routing", Policy, Brief, Email, Check(CampaignArea.Routing, CampaignCheckStatus.NotRun));
        Is(CampaignDecision.Go, "AllPassed", "waived: X001 NotRun", Policy, Brief, Email, Check(CampaignArea.Email, CampaignCheckStatus.NotRun, isWaived: true));
    }

    [Fact]
    public void ARequiredAreaThatIsLeftOutIsIncomplete() => Is(CampaignDecision.Incomplete, "AreaNotChecked", "Email", Policy, Brief, Check(CampaignArea.LandingPage, CampaignCheckStatus.Pass));

    [Fact]
    public void ARequiredItemThatNobodySignedIsIncomplete()
    {
        Is(CampaignDecision.Incomplete, "SignOffMissing", "1 item not signed: Manual", Policy, Brief, Email, Check(CampaignArea.SignOff, CampaignCheckStatus.Manual));
        Is(CampaignDecision.Go, "AllPassed", "", Policy, Brief, Email, Check(CampaignArea.SignOff, CampaignCheckStatus.Manual, severity: Severity.Information));
    }

    [Fact]
    public void ABriefAloneIsNoGo() => Is(CampaignDecision.Incomplete, "NothingChecked", "", new CampaignQAPolicy { RequiredAreas = [CampaignArea.Brief] }, Brief, Check(CampaignArea.Email, CampaignCheckStatus.NotApplicable));

    private static void Is(CampaignDecision outcome, string rule, string reason, CampaignQAPolicy policy, params CampaignCheck[] checks)
    {
        var decision = Decision.Of(checks, policy);
        Assert.Equal((outcome, rule), (decision.Outcome, decision.Rule));
        Assert.Contains(reason, decision.Reason, StringComparison.Ordinal);
    }

    private static CampaignCheck Check(CampaignArea area, CampaignCheckStatus status, bool isWaived = false, Severity severity = Severity.Error) =>
        new() { Area = area, CheckId = "X001", Name = status.ToString(), Status = status, IsWaived = isWaived, Severity = severity };
}
