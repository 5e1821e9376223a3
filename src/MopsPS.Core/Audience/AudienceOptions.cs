using System;
using System.Collections.Generic;
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

    /// <summary>Turns a country as people write it into its ISO 3166 code of two letters, or null; null for the built-in names.</summary>
    public Func<string, string?>? CountryCode { get; init; }
}
