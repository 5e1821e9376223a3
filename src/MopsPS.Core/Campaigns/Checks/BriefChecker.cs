using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>The checks of the brief itself.</summary>
internal sealed class BriefChecker : ICampaignChecker
{
    /// <summary>The brief has mistakes or is missing.</summary>
    public static readonly CampaignCheckInfo InvalidBrief = new(
        "CQA001", CampaignArea.Brief, nameof(InvalidBrief), Severity.Error,
        "The brief is missing or has mistakes.",
        "Write campaign.json by the schema mops.campaign.schema.json; New-MopsCampaign makes one.",
        "practice: what is not agreed cannot be checked");

    public IReadOnlyList<CampaignCheckInfo> Checks { get; } = [InvalidBrief];

    public void CheckCampaign(CheckContext context)
    {
        context.Ran(InvalidBrief);
        foreach (var problem in context.Campaign.BriefProblems)
            context.Report(InvalidBrief, problem.Message, problem.Line, problem.Column, problem.JsonPath, problem.Value, problem.Suggestion);
    }
}
