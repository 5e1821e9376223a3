using System;

namespace MopsPS.Core.Email;

/// <summary>Adds up what became of messages. A number that one of the sends does not have is not known for all of them, either.</summary>
internal sealed class EmailTally
{
    /// <summary>The number of metrics.</summary>
    public const int Metrics = (int)EmailMetric.Clicks + 1;

    private readonly long[] _sums = new long[Metrics];
    private readonly int[] _unknown = new int[Metrics];
    private int _parts;

    public long? this[EmailMetric metric] => _parts == 0 || _unknown[(int)metric] > 0 ? null : _sums[(int)metric];

    /// <summary>How many of the parts lack a number.</summary>
    public int Unknown(EmailMetric metric) => _unknown[(int)metric];

    /// <summary>Adds a part: its numbers by metric, null where they are not known.</summary>
    public void Add(Func<EmailMetric, long?> numbers)
    {
        _parts++;
        for (var i = 0; i < Metrics; i++)
        {
            if (numbers((EmailMetric)i) is long number) _sums[i] += number;
            else _unknown[i]++;
        }
    }

    public EmailCounts ToCounts() => new()
    {
        Sent = this[EmailMetric.Sent],
        Delivered = this[EmailMetric.Delivered],
        HardBounces = this[EmailMetric.Hard],
        SoftBounces = this[EmailMetric.Soft],
        BlockBounces = this[EmailMetric.Block],
        UnknownBounces = this[EmailMetric.UnknownBounce],
        Complaints = this[EmailMetric.Complaints],
        Unsubscribes = this[EmailMetric.Unsubscribes],
        Opens = this[EmailMetric.Opens],
        MachineOpens = this[EmailMetric.MachineOpens],
        Clicks = this[EmailMetric.Clicks],
    };
}

/// <summary>What is counted.</summary>
internal enum EmailMetric
{
    Sent,
    Delivered,
    Hard,
    Soft,
    Block,
    UnknownBounce,
    Complaints,
    Unsubscribes,
    Opens,
    MachineOpens,
    Clicks,
}
