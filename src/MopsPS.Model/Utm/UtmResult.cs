using System.Collections.Generic;

namespace MopsPS;

/// <summary>What the check of one link says. Parts of the link that are personal data are masked everywhere in it.</summary>
public sealed class UtmResult : IMopsResult
{
    /// <summary>The link as it was given; personal data in it is masked.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>The decoded utm_source; null where the link has none.</summary>
    public string? Source { get; init; }

    /// <summary>The decoded utm_medium; null where the link has none.</summary>
    public string? Medium { get; init; }

    /// <summary>The decoded utm_campaign; null where the link has none.</summary>
    public string? Campaign { get; init; }

    /// <summary>The decoded utm_term; null where the link has none.</summary>
    public string? Term { get; init; }

    /// <summary>The decoded utm_content; null where the link has none.</summary>
    public string? Content { get; init; }

    /// <summary>The decoded utm_id; null where the link has none.</summary>
    public string? Id { get; init; }

    /// <summary>The decoded utm_source_platform; null where the link has none.</summary>
    public string? SourcePlatform { get; init; }

    /// <summary>The decoded utm_creative_format; null where the link has none.</summary>
    public string? CreativeFormat { get; init; }

    /// <summary>The decoded utm_marketing_tactic; null where the link has none.</summary>
    public string? MarketingTactic { get; init; }

    /// <summary>The GA4 default channel group of the tags; null for an untagged link and where a token decides it.</summary>
    public string? Channel { get; init; }

    /// <summary>Why it is that channel.</summary>
    public string? ChannelReason { get; init; }

    /// <summary>Whether the link has any UTM parameter.</summary>
    public bool IsTagged { get; init; }

    /// <summary>Whether nothing of severity Warning or Error was found that the policy does not suppress; null for links that need no tags.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The link with everything corrected that is certain; null where nothing is, or where the link holds personal data.</summary>
    public string? CorrectedUrl { get; init; }

    /// <summary>Where the link stands.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Who owns the link, where the input says so.</summary>
    public string? Owner { get; init; }

    /// <summary>The link, masked.</summary>
    public string Title => Url;

    /// <summary>A single link has no metrics; the summary does.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>not compliant (2 findings): https://…</c>.</summary>
    public override string ToString() =>
        $"{(IsCompliant is bool ok ? ok ? "compliant" : "not compliant" : "not checked")} ({Findings.Count} findings): {Url}";
}
