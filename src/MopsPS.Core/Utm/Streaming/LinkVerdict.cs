using System.Linq;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>What the audit said about one link, kept for all links that it says the same about.</summary>
/// <param name="result">The result of the first of them, without position and owner.</param>
/// <param name="isWhole">Whether it holds for the very same link only, not for all of its skeleton.</param>
internal sealed class LinkVerdict(UtmResult result, bool isWhole)
{
    public UtmResult Result { get; } = result;

    public bool IsWhole { get; } = isWhole;

    /// <summary>The values of the first link's UTM parameters in the order of their short names.</summary>
    public string?[] Values { get; } =
    [
        result.Source, result.Medium, result.Campaign, result.Term, result.Content, result.Id, result.SourcePlatform, result.CreativeFormat, result.MarketingTactic,
    ];

    /// <summary>How many links were met that are not in the summary yet.</summary>
    public int Times { get; set; }

    /// <summary>Whether campaigns that stand for one another are behind it.</summary>
    public bool HasFreeCampaign { get; init; }

    /// <summary>Whether results of other links can be made from it: a corrected link has their values in it.</summary>
    public bool GivesResults => IsWhole || Result.CorrectedUrl is null;

    /// <summary>A finding about another link of the same skeleton, or of the same link in another place.</summary>
    public static Finding Move(Finding finding, string url, SourcePosition? position) => new(finding.RuleId, finding.Severity, finding.Message)
    {
        Target = url,
        Field = finding.Field,
        Value = finding.Value,
        Suggestion = finding.Suggestion,
        Source = position,
        HelpUri = finding.HelpUri,
        IsSuppressed = finding.IsSuppressed,
        Reason = finding.Reason,
    };

    /// <summary>The result for another link; <paramref name="values"/> are its values of UTM parameters in the order of their short names.</summary>
    public UtmResult ToResult(string url, string?[] values, SourcePosition? position, string? owner) => new()
    {
        Url = url,
        Source = values[0],
        Medium = values[1],
        Campaign = values[2],
        Term = values[3],
        Content = values[4],
        Id = values[5],
        SourcePlatform = values[6],
        CreativeFormat = values[7],
        MarketingTactic = values[8],
        Channel = Result.Channel,
        ChannelReason = Result.ChannelReason,
        IsTagged = Result.IsTagged,
        IsCompliant = Result.IsCompliant,
        Findings = Result.Findings.Count == 0 ? [] : [.. Result.Findings.Select(finding => Move(finding, url, position))],
        CorrectedUrl = Result.CorrectedUrl,
        Position = position,
        Owner = owner,
    };
}
