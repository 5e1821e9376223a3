using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Funnel;

/// <summary>What is counted of one stage in one segment and period. Times are kept for the medians: eight bytes for each record with a date.</summary>
internal sealed class StageTally
{
    /// <summary>Marks a record that has not reached the next stage.</summary>
    public const int Waiting = -1;

    private long[] _times = [];
    private int _count;

    public long Entered { get; set; }

    public long Reached { get; set; }

    public long Open { get; set; }

    public long Exited { get; private set; }

    public long[] Exits { get; private set; } = [];

    public long Skipped { get; set; }

    public long OutOfOrder { get; set; }

    public long ReEntered { get; set; }

    public decimal Value { get; set; }

    public decimal WonValue { get; set; }

    /// <summary>How many reached the last stage with both dates known.</summary>
    public long WonTimed { get; set; }

    /// <summary>Their seconds to it.</summary>
    public long WonSeconds { get; set; }

    public int Timed => _count;

    public void Leave(int exit)
    {
        if (exit >= Exits.Length)
        {
            var exits = Exits;
            Array.Resize(ref exits, exit + 1);
            Exits = exits;
        }

        Exits[exit]++;
        Exited++;
    }

    /// <summary>Keeps a time.</summary>
    /// <param name="entered">The UTC second of entry; dates from 1980 to 2067 fit into 32 bits.</param>
    /// <param name="seconds">The seconds to the next stage, or <see cref="Waiting"/>.</param>
    public void Time(long entered, long seconds)
    {
        if (_count == _times.Length) Array.Resize(ref _times, Math.Max(4, _count * 2));
        _times[_count++] = (entered << 32) | (uint)seconds;
    }

    /// <summary>The times kept, as entry and seconds.</summary>
    public (long Entered, long Seconds) At(int i) => ((long)(uint)(_times[i] >> 32), (int)(_times[i] & 0xFFFFFFFF));

    /// <summary>All tallies of one stage as one.</summary>
    public static StageTally Sum(IReadOnlyCollection<StageTally> parts)
    {
        if (parts.Count == 1) return parts.First();
        var sum = new StageTally { _times = new long[parts.Sum(part => part._count)] };
        foreach (var part in parts)
        {
            sum.Entered += part.Entered;
            sum.Reached += part.Reached;
            sum.Open += part.Open;
            sum.Exited += part.Exited;
            if (part.Exits.Length > sum.Exits.Length)
            {
                var exits = sum.Exits;
                Array.Resize(ref exits, part.Exits.Length);
                sum.Exits = exits;
            }

            for (var i = 0; i < part.Exits.Length; i++) sum.Exits[i] += part.Exits[i];
            sum.Skipped += part.Skipped;
            sum.OutOfOrder += part.OutOfOrder;
            sum.ReEntered += part.ReEntered;
            sum.Value += part.Value;
            sum.WonValue += part.WonValue;
            sum.WonTimed += part.WonTimed;
            sum.WonSeconds += part.WonSeconds;
            Array.Copy(part._times, 0, sum._times, sum._count, part._count);
            sum._count += part._count;
        }

        return sum;
    }
}
