using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Funnel;

/// <summary>A column of statuses: what each value means is worked out once and kept as a set of stages and exits, one bit each.</summary>
internal sealed class StatusColumn(int position, string name)
{
    private readonly Utf8Table _values = new();
    private readonly List<uint> _meanings = [];
    private readonly List<long> _unknown = [];
    private readonly Dictionary<string, uint> _known = new(StringComparer.OrdinalIgnoreCase);

    public int Position => position;

    public string Name => name;

    /// <summary>How many stages the values tell apart.</summary>
    public int Stages { get; private set; }

    /// <summary>Says that values mean a stage or exit.</summary>
    public void Mean(IEnumerable<string> values, int slot)
    {
        if (slot < FunnelBinding.FirstExit) Stages++;
        foreach (var value in values)
        {
            _known.TryGetValue(value.Trim(), out var before);
            _known[value.Trim()] = before | (1u << slot);
        }
    }

    /// <summary>What the row's value means; 0 for nothing.</summary>
    public uint Read(RecordReader row)
    {
        var text = Trim(row.GetUtf8(position));
        if (text.IsEmpty) return 0;
        var number = _values.Add(text);
        if (number == _meanings.Count)
        {
            _meanings.Add(_known.TryGetValue(_values.Text(number), out var meaning) ? meaning : 0);
            _unknown.Add(0);
        }

        if (_meanings[number] == 0) _unknown[number]++;
        return _meanings[number];
    }

    /// <summary>The values that mean nothing, with how often they came.</summary>
    public IEnumerable<(string Value, long Count)> Unknown()
    {
        for (var i = 0; i < _unknown.Count; i++)
            if (_unknown[i] > 0) yield return (_values.Text(i), _unknown[i]);
    }

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[0] <= ' ') text = text.Slice(1);
        while (text.Length > 0 && text[text.Length - 1] <= ' ') text = text.Slice(0, text.Length - 1);
        return text;
    }
}
