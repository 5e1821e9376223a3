using System;
using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>One campaign as its row has it, and what is found in it.</summary>
internal sealed class CampaignRow
{
    /// <summary>What the row says by field, as it stands; fields without a value are not there.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string? Id { get; init; }

    public string? ParentId { get; init; }

    public SourcePosition Source { get; init; } = null!;

    public DateTime? Start { get; init; }

    public DateTime? End { get; init; }

    public bool? IsActive { get; init; }

    public decimal? Budget { get; init; }

    public decimal? Cost { get; init; }

    public decimal? Revenue { get; init; }

    /// <summary>Fields with a value that cannot be read.</summary>
    public List<string> Unread { get; } = [];

    /// <summary>The level in the hierarchy; null in a circle, 0 before it is known.</summary>
    public int? Level { get; set; } = 0;

    public string? this[string field] => Values.TryGetValue(field, out var value) ? value : null;

    public string Name => this["CampaignName"] ?? string.Empty;

    public string? Type => this["CampaignType"];

    public string? Status => this["CampaignStatus"];

    /// <summary>What findings call it.</summary>
    public string Target => Name.Length > 0 ? Name : Id ?? "(no name)";
}
