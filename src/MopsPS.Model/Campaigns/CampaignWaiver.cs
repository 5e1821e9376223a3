using System;
using System.Globalization;

namespace MopsPS;

/// <summary>A failed check that the team lets pass for a campaign, for a time. Name, reason and expiry are required: an exception nobody remembers is a hole.</summary>
public sealed class CampaignWaiver
{
    /// <summary>The id of the check, for example <c>CQA003</c>.</summary>
    public string Check { get; init; } = string.Empty;

    /// <summary>A wildcard pattern over the files it holds for, for example <c>emails/teaser.*</c>; null for all.</summary>
    public string? File { get; init; }

    /// <summary>Who waives it.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The last day on which it holds.</summary>
    public DateTime Expires { get; init; }

    /// <summary>The line of the brief.</summary>
    public int Line { get; init; }

    /// <summary>Reads like <c>CQA003 by Ada Abel until 2027-03-31: the old shop has no https</c>.</summary>
    public override string ToString() => $"{Check} by {Name} until {Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {Reason}";
}
