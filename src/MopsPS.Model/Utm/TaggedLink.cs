using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>A link with UTM parameters that fits the policy. Its properties have the names that New-MopsUtmLink and Test-MopsUtm take.</summary>
public sealed class TaggedLink
{
    /// <summary>The finished link.</summary>
    public string Url { get; init; } = string.Empty;

    /// <summary>The link that was given.</summary>
    public string BaseUrl { get; init; } = string.Empty;

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

    /// <summary>The GA4 default channel group; null where a token decides it.</summary>
    public string? Channel { get; init; }

    /// <summary>The values that were written another way than given, for example <c>utm_source: 'Google' written 'google'</c>.</summary>
    public IReadOnlyList<string> Changes { get; init; } = Array.Empty<string>();

    /// <summary>The finished link.</summary>
    public override string ToString() => Url;
}
