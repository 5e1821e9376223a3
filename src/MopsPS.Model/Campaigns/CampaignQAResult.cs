using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS;

/// <summary>What the check of one campaign came to: the checklist, and whether it may go out, with the rule that decided.</summary>
public sealed class CampaignQAResult : IMopsResult
{
    /// <summary>The campaign's name, of the brief or of the folder.</summary>
    public string Campaign { get; init; } = string.Empty;

    /// <summary>The campaign's folder.</summary>
    public string? Path { get; init; }

    /// <summary>Who owns the campaign; null where the brief does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>The day of the launch; null where neither the brief nor the calendar says.</summary>
    public DateTime? LaunchDate { get; init; }

    /// <summary>Whether it may go out.</summary>
    public CampaignDecision Decision { get; init; }

    /// <summary>The rule that decided, for example <c>FailedCheck</c>.</summary>
    public string DecisionRule { get; init; } = string.Empty;

    /// <summary>The decision in one sentence, with the checks that made it.</summary>
    public string DecisionReason { get; init; } = string.Empty;

    /// <summary>The checklist, area by area.</summary>
    public IReadOnlyList<CampaignCheck> Checks { get; init => field = ResultList<CampaignCheck>.Of(value); } = ResultList<CampaignCheck>.Empty;

    /// <summary>The waivers of the brief, those that no longer hold among them.</summary>
    public IReadOnlyList<CampaignWaiver> Waivers { get; init => field = ResultList<CampaignWaiver>.Of(value); } = ResultList<CampaignWaiver>.Empty;

    /// <summary>The files of the folder with their SHA-256.</summary>
    public IReadOnlyList<CampaignInput> Inputs { get; init => field = ResultList<CampaignInput>.Of(value); } = ResultList<CampaignInput>.Empty;

    /// <summary>What changed since the run before; null where none was compared.</summary>
    public IReadOnlyList<CampaignChange>? Changes { get; init => field = value is null ? null : ResultList<CampaignChange>.Of(value); }

    /// <summary>When the run before was made; null where none was compared.</summary>
    public DateTimeOffset? PreviousRun { get; init; }

    /// <summary>The policy's name.</summary>
    public string PolicyName { get; init; } = string.Empty;

    /// <summary>The policy's version.</summary>
    public string PolicyVersion { get; init; } = string.Empty;

    /// <summary>When the run was made.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Who made it.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>The version of the module.</summary>
    public string ModuleVersion { get; init; } = string.Empty;

    /// <summary>What the area cmdlets add, for example the counts of the audience; for scripts.</summary>
    public IReadOnlyList<IMopsResult> Parts { get; init => field = ResultList<IMopsResult>.Of(value); } = ResultList<IMopsResult>.Empty;

    /// <summary>How many checks passed.</summary>
    public int Passed => Count(CampaignCheckStatus.Pass);

    /// <summary>How many checks failed.</summary>
    public int Failed => Count(CampaignCheckStatus.Fail);

    /// <summary>How many checks warn.</summary>
    public int Warnings => Count(CampaignCheckStatus.Warning);

    /// <summary>How many checks could not be made.</summary>
    public int NotRun => Count(CampaignCheckStatus.NotRun);

    /// <summary>How many items wait for a person.</summary>
    public int Open => Count(CampaignCheckStatus.Manual);

    /// <summary>The campaign's name.</summary>
    public string Title => Campaign;

    /// <summary>Whether the decision is <see cref="CampaignDecision.Go"/>.</summary>
    public bool? IsCompliant => Decision == CampaignDecision.Go;

    /// <summary>The evidence of all checks.</summary>
    public IReadOnlyList<Finding> Findings => field ??= ResultList<Finding>.Of(Checks.SelectMany(check => check.Evidence).ToArray());

    /// <summary>Empty: a run has no metrics; those over many runs are measured by Measure-MopsCampaignQA.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>Spring launch: NoGo (FailedCheck): 2 failed, 1 warnings, 3 not run</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} ({2}): {3} failed, {4} warnings, {5} not run", Campaign, Decision, DecisionRule, Failed, Warnings, NotRun);

    /// <summary>This run, compared with an earlier one.</summary>
    /// <param name="previous">When the earlier one was made.</param>
    /// <param name="changes">What changed since.</param>
    internal CampaignQAResult Compared(DateTimeOffset previous, IReadOnlyList<CampaignChange> changes) => new()
    {
        Campaign = Campaign,
        Path = Path,
        Owner = Owner,
        LaunchDate = LaunchDate,
        Decision = Decision,
        DecisionRule = DecisionRule,
        DecisionReason = DecisionReason,
        Checks = Checks,
        Waivers = Waivers,
        Inputs = Inputs,
        Changes = changes,
        PreviousRun = previous,
        PolicyName = PolicyName,
        PolicyVersion = PolicyVersion,
        Time = Time,
        User = User,
        ModuleVersion = ModuleVersion,
        Parts = Parts,
    };

    private int Count(CampaignCheckStatus status) => Checks.Count(check => check.Status == status);
}
