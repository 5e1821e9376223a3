namespace MopsPS;

/// <summary>The norms for sent e-mail that are no KPI target.</summary>
public sealed class EmailPolicy
{
    /// <summary>The fewest messages of a send or domain of which a rate is judged; below it a single message would decide.</summary>
    public int MinimumSent { get; init; } = 100;

    /// <summary>How many times the rate of the other sends the unsubscribes of one must reach to be a finding.</summary>
    public double UnsubscribeFactor { get; init; } = 2;

    /// <summary>In how many sends an address must bounce for good to be listed.</summary>
    public int HardBounceLimit { get; init; } = 2;

    /// <summary>In how many sends an address must bounce in any way, without a delivery after it, to be listed.</summary>
    public int SoftBounceLimit { get; init; } = 3;

    /// <summary>The share in percent of refused messages above which a domain is said to block.</summary>
    public double BlockedShare { get; init; } = 5;
}
