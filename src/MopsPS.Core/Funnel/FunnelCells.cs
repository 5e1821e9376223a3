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
    private readonly Dictionary<(int Segment, int Period), StageTally[]> _cells = [];
    private byte[] _key = new byte[128];
    private (int Segment, int Period) _lastKey = (-1, 0);
    private StageTally[] _last = [];

    /// <summary>The cells, in no order.</summary>
    public IEnumerable<KeyValuePair<(int Segment, int Period), StageTally[]>> All => _cells;

    /// <summary>The tallies of a cell.</summary>
    public StageTally[] At(int segment, int period)
    {
        if (_lastKey == (segment, period)) return _last;
        if (!_cells.TryGetValue((segment, period), out var cell))
        {
            cell = new StageTally[stages];
            for (var i = 0; i < stages; i++) cell[i] = new StageTally();
            _cells.Add((segment, period), cell);
        }

        _lastKey = (segment, period);
        return _last = cell;
    }

    /// <summary>The number of the segment that texts make.</summary>
    public int SegmentOf(FunnelBinding binding, RecordReader row, IReadOnlyList<FunnelJoinFile> joins, int[] joinKeys)
    {
        if (by.Count == 0) return 0;
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
        var texts = _segments.Text(segment).Split((char)Separator);
        for (var i = 0; i < by.Count; i++) values[by[i]] = texts[i];
        return values;
    }

    /// <summary>The name of a segment; null for all.</summary>
    public string? Name(int segment) => by.Count == 0 ? null : string.Join(", ", Values(segment).Select(pair => $"{pair.Key} = {pair.Value}"));
}
