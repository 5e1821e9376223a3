using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Funnel;

/// <summary>The tallies by segment and period, and the names of segments.</summary>
internal sealed class FunnelCells(int stages, IReadOnlyList<string> by)
{
    /// <summary>The period of what happened before the time asked for.</summary>
    public const int Before = int.MinValue + 1;

    private const byte Separator = 0x1F;
    private static readonly byte[] None = [.. "(none)"u8];

    private readonly Utf8Table _segments = new();
    private readonly Dictionary<long, StageTally[]> _cells = [];
    private readonly List<StageTally> _tallies = [];
    private byte[] _key = new byte[128];

    // The cells that came last, by the last bits of segment and period: most rows find theirs here.
    private readonly (long Key, StageTally[]? Cell)[] _recent = new (long, StageTally[]?)[1024];

    /// <summary>The times of all cells.</summary>
    public TimeLog Times { get; } = new();

    /// <summary>Notes a time.</summary>
    public void Time(StageTally tally, long entered, long seconds)
    {
        tally.Timed++;
        Times.Add(tally.Number, entered, seconds);
    }

    /// <summary>Ends the notes; the times can be read from here on.</summary>
    public void Seal() => Times.Seal([.. _tallies.Select(tally => tally.Timed)]);

    /// <summary>The cells, in no order.</summary>
    public IEnumerable<KeyValuePair<(int Segment, int Period), StageTally[]>> All =>
        _cells.Select(pair => new KeyValuePair<(int Segment, int Period), StageTally[]>(((int)(pair.Key >> 32), (int)pair.Key), pair.Value));

    /// <summary>The tallies of a cell.</summary>
    public StageTally[] At(int segment, int period)
    {
        var key = ((long)segment << 32) | (uint)period;
        ref var recent = ref _recent[((segment * 61) + period) & (_recent.Length - 1)];
        if (recent.Cell is not null && recent.Key == key) return recent.Cell;
        if (!_cells.TryGetValue(key, out var cell))
        {
            cell = new StageTally[stages];
            for (var i = 0; i < stages; i++) _tallies.Add(cell[i] = new StageTally(_tallies.Count));
            _cells.Add(key, cell);
        }

        recent = (key, cell);
        return cell;
    }

    /// <summary>The number of the segment that texts make.</summary>
    public int SegmentOf(FunnelBinding binding, RecordReader row, IReadOnlyList<FunnelJoinFile> joins, int[] joinKeys)
    {
        if (by.Count == 0) return 0;
        if (by.Count == 1 && binding.By[0].Join < 0)
        {
            var only = StatusColumn.Trim(row.GetUtf8(binding.By[0].Column));
            return _segments.Add(only.IsEmpty ? None : only);
        }

        var length = 0;
        for (var i = 0; i < binding.By.Count; i++)
        {
            var (join, column) = binding.By[i];
            var text = StatusColumn.Trim(join < 0 ? row.GetUtf8(column) : joins[join].Text(joinKeys[join], column));
            if (text.IsEmpty) text = None;
            if (length + text.Length + 1 > _key.Length) Array.Resize(ref _key, (length + text.Length + 1) * 2);
            text.CopyTo(_key.AsSpan(length));
            // The separator cannot be part of a value: it would move the border between two.
            for (var k = length; k < length + text.Length; k++)
                if (_key[k] == Separator) _key[k] = (byte)' ';
            length += text.Length;
            _key[length++] = Separator;
        }

        return _segments.Add(_key.AsSpan(0, length));
    }

    /// <summary>The values of a segment by column.</summary>
    public IReadOnlyDictionary<string, string> Values(int segment)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (by.Count == 0) return values;
        var texts = by.Count == 1 ? [_segments.Text(segment).TrimEnd((char)Separator)] : _segments.Text(segment).Split((char)Separator);
        for (var i = 0; i < by.Count; i++) values[by[i]] = texts[i];
        return values;
    }

    /// <summary>The name of a segment; null for all.</summary>
    public string? Name(int segment) => by.Count == 0 ? null : string.Join(", ", Values(segment).Select(pair => $"{pair.Key} = {pair.Value}"));
}
