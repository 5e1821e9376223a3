using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Email;

/// <summary>The numbers of each send, in each segment and period.</summary>
internal sealed class EmailCells
{
    private readonly Dictionary<(string? Segment, int Period, int Send), Cell> _cells = [];

    /// <summary>The cell of a send.</summary>
    public Cell At(string? segment, int period, int send)
    {
        if (!_cells.TryGetValue((segment, period, send), out var cell)) _cells.Add((segment, period, send), cell = new Cell());
        return cell;
    }

    /// <summary>The cells of all messages by send, whatever the period.</summary>
    public Dictionary<int, EmailTally> BySend() => _cells.Where(pair => pair.Key.Segment is null).GroupBy(pair => pair.Key.Send)
        .ToDictionary(group => group.Key, group => Sum(group.Select(pair => pair.Value)));

    /// <summary>Sums and number of sends by segment and period: all messages first, then the segments by name, each in the order of periods.</summary>
    /// <param name="without">Sends that are left out of a sum which has others.</param>
    public IEnumerable<(string? Segment, int Period, int Sends, EmailTally Tally)> Sums(ISet<int> without) => _cells
        .GroupBy(pair => (pair.Key.Segment, pair.Key.Period))
        .OrderBy(group => group.Key.Segment is not null).ThenBy(group => group.Key.Segment, StringComparer.Ordinal).ThenBy(group => group.Key.Period)
        .Select(group =>
        {
            var kept = group.Where(pair => !without.Contains(pair.Key.Send)).ToArray();
            if (kept.Length == 0) kept = [.. group];
            return (group.Key.Segment, group.Key.Period, kept.Select(pair => pair.Key.Send).Distinct().Count(), Sum(kept.Select(pair => pair.Value)));
        });

    private static EmailTally Sum(IEnumerable<Cell> cells)
    {
        var tally = new EmailTally();
        foreach (var cell in cells) tally.Add(metric => cell[metric]);
        return tally;
    }

    /// <summary>The numbers of one send in one segment and period.</summary>
    internal sealed class Cell
    {
        private readonly long[] _sums = new long[EmailTally.Metrics];
        private readonly bool[] _unknown = new bool[EmailTally.Metrics];

        public long? this[EmailMetric metric] => _unknown[(int)metric] ? null : _sums[(int)metric];

        public void Add(EmailMetric metric, long number) => _sums[(int)metric] += number;

        public void SetUnknown(EmailMetric metric) => _unknown[(int)metric] = true;
    }
}
