namespace MopsPS.Core.Campaigns.Tables;

/// <summary>A test lead with where it stands.</summary>
internal sealed class TestLead
{
    /// <summary>What the rules look at.</summary>
    public RoutingLead Values { get; init; } = new();

    /// <summary>The website; names an account where the e-mail address does not.</summary>
    public string? Website { get; init; }

    /// <summary>Who is to get it: an owner, a queue, or a member of a pool; null where it does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>Its date where it is none; null where it is or has none.</summary>
    public string? UnreadDate { get; init; }

    /// <summary>The file: the brief or an export.</summary>
    public CampaignAsset? Asset { get; init; }

    /// <summary>The column or key of the expectation.</summary>
    public string? Field { get; init; }

    /// <summary>The row of an export; 0 in the brief.</summary>
    public int Row { get; init; }

    /// <summary>The line.</summary>
    public int Line { get; init; }

    /// <summary>The position in the line; 0 in an export.</summary>
    public int Character { get; init; }
}
