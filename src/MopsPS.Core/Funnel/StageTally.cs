using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Funnel;

/// <summary>What is counted of one stage in one segment and period. Its times are in the <see cref="TimeLog"/>.</summary>
internal sealed class StageTally(int number = -1)
{
    /// <summary>Its number among the tallies; -1 where it is a sum.</summary>
    public int Number { get; } = number;

    /// <summary>The numbers of the tallies whose times these are: its own, or those that it sums.</summary>
    public IReadOnlyList<int> Numbers { get; private init; } = number < 0 ? [] : [number];

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

    /// <summary>How many times are noted.</summary>
    public int Timed { get; set; }

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

    /// <summary>All tallies of one stage as one.</summary>
    public static StageTally Sum(IReadOnlyCollection<StageTally> parts)
    {
        if (parts.Count == 1) return parts.First();
        var sum = new StageTally { Numbers = [.. parts.SelectMany(part => part.Numbers)] };
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
            sum.Timed += part.Timed;
        }

        return sum;
    }
}
