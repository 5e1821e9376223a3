namespace MopsPS.Core.Campaigns;

/// <summary>A lead that the campaign may bring, and who is to get it.</summary>
public sealed class TestLeadBrief
{
    /// <summary>What routing looks at.</summary>
    public RoutingLead Values { get; init; } = new();

    /// <summary>The owner, the queue, or a member of the pool that is to get it.</summary>
    public string Owner { get; init; } = string.Empty;

    /// <summary>Reads like <c>Germany, 1000 employees: queue Enterprise</c>.</summary>
    public override string ToString() => $"{Values}: {Owner}";
}
