using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns;

namespace MopsPS.Core.Audience;

/// <summary>What is expected of an audience.</summary>
public sealed record AudienceOptions
{
    /// <summary>The purpose of consent; null for the policy's default.</summary>
    public string? Purpose { get; init; }

    /// <summary>The region of the policy for rows that name no country; null: those have the rule of all other regions.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the message is what the reader asked for or must know: then neither consent nor an unsubscribe counts.</summary>
    public bool IsTransactional { get; init; }

    /// <summary>The moment (UTC) at which consent is to hold.</summary>
    public DateTime AsOf { get; init; } = DateTime.UtcNow;

    /// <summary>The least rows that stay; null for no bound.</summary>
    public int? MinimumSize { get; init; }

    /// <summary>The most rows that stay; null for no bound.</summary>
    public int? MaximumSize { get; init; }

    /// <summary>What must be true of each row.</summary>
    public IReadOnlyList<SegmentRule> Segment { get; init; } = [];

    /// <summary>What the brief of a campaign expects of its audience.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="policy">The policy: a region of the brief counts for rows without a country where the brief has one alone and the policy knows it.</param>
    /// <param name="nowUtc">The moment of the check; consent is to hold at the launch where that is later.</param>
    public static AudienceOptions Of(CampaignBrief brief, MopsPolicy policy, DateTime nowUtc)
    {
        if (brief is null) throw new ArgumentNullException(nameof(brief));
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        return new AudienceOptions
        {
            Purpose = brief.Audience.ConsentPurpose,
            Region = brief.Regions.Count == 1 ? policy.Consent.Regions.Keys.FirstOrDefault(name => string.Equals(name, brief.Regions[0], StringComparison.OrdinalIgnoreCase)) : null,
            IsTransactional = brief.Purpose == CampaignPurpose.Transactional,
            AsOf = DateTime.SpecifyKind(brief.LaunchDate > nowUtc ? brief.LaunchDate.Value : nowUtc, DateTimeKind.Utc),
            MinimumSize = brief.Audience.MinSize,
            MaximumSize = brief.Audience.MaxSize,
            Segment = brief.Audience.Segment,
        };
    }
}
