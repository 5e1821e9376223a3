using System.Collections.Generic;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Campaigns;

/// <summary>The rules of the QA over many runs.</summary>
public static class CampaignQARules
{
    /// <summary>A campaign went out without a go.</summary>
    public static readonly RuleInfo LaunchWithoutGo = new(
        "CQA030", CampaignCheckInfo.RuleArea, nameof(LaunchWithoutGo), Severity.Error,
        "The launch day of a campaign has come, and its last run before it was no go.",
        "Find out who let it go out, or correct the launch date of the brief and run again.", "practice: nothing broken goes out");

    /// <summary>A go came after the deadline.</summary>
    public static readonly RuleInfo LateGo = new(
        "CQA031", CampaignCheckInfo.RuleArea, nameof(LateGo), Severity.Warning,
        "A campaign was no go by its deadline.",
        "Start the QA earlier; campaignQA.leadDays of the policy sets the deadline.", "the team's policy, campaignQA.leadDays");

    /// <summary>A defect belongs to no campaign.</summary>
    public static readonly RuleInfo UnmatchedDefect = new(
        "CQA032", CampaignCheckInfo.RuleArea, nameof(UnmatchedDefect), Severity.Warning,
        "A row of the defects export names no campaign of the runs, and counts for none.",
        "Correct the name, or add the runs of that campaign.", "practice: rows in are rows counted or reported");

    /// <summary>A run cannot be read.</summary>
    public static readonly RuleInfo UnreadableRun = new(
        "CQA033", CampaignCheckInfo.RuleArea, nameof(UnreadableRun), Severity.Error,
        "A file of the folder of runs is damaged and was not counted.",
        "Fetch the artifact again from where it is archived.", "practice: rows in are rows counted or reported");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [LaunchWithoutGo, LateGo, UnmatchedDefect, UnreadableRun];
}
