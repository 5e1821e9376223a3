using System.Collections.Generic;

namespace MopsPS;

/// <summary>One line of the checklist of a campaign: what was checked, over all files that it concerns, and what it came to.</summary>
public sealed class CampaignCheck
{
    /// <summary>The campaign's name.</summary>
    public string Campaign { get; init; } = string.Empty;

    /// <summary>The part of the campaign.</summary>
    public CampaignArea Area { get; init; }

    /// <summary>The id of the check, for example <c>CQA003</c>; <c>Get-MopsRule</c> explains it. Manual items have the id <c>SignOff</c>.</summary>
    public string CheckId { get; init; } = string.Empty;

    /// <summary>The name of the check, or of the manual item.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it came to.</summary>
    public CampaignCheckStatus Status { get; init; }

    /// <summary>How much it matters when it fails, after the policy's overrides.</summary>
    public Severity Severity { get; init; }

    /// <summary>How many files it was made on; 0 where it is about the campaign as a whole or was not made.</summary>
    public int FileCount { get; init; }

    /// <summary>Why it was not made, does not apply, is waived or waits for a person; null elsewhere.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do; null where nothing is to be done.</summary>
    public string? Remedy { get; init; }

    /// <summary>What was found, with file, line, position and masked value. Waived findings are suppressed, with the reason of the waiver.</summary>
    public IReadOnlyList<Finding> Evidence { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Whether a waiver of the brief lets it pass that would otherwise not.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Who signed a manual item; null where nobody has.</summary>
    public CampaignSignOff? SignOff { get; init; }

    /// <summary>Reads like <c>Fail CQA003 PastLaunchDate: 1 finding</c>.</summary>
    public override string ToString()
    {
        var what = Reason ?? (Evidence.Count == 0 ? null : Evidence.Count == 1 ? "1 finding" : $"{Evidence.Count} findings");
        return $"{Status} {CheckId} {Name}{(IsWaived ? " (waived)" : string.Empty)}{(what is null ? string.Empty : $": {what}")}";
    }
}
