using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>The distinct values of a field after normalising: text, how often it occurs, a stable hash and the letters that it has.</summary>
internal sealed class NormalValues
{
    private const int Range = 16_384;

    private readonly TextPool _texts;

    private NormalValues(TextPool texts, ulong[] hashes, Workers workers)
    {
        _texts = texts;
        Workers = workers;
        Hash = hashes;
        Frequency = new int[texts.Count];
        Letters = new ulong[texts.Count];
        workers.Ranges(texts.Count, Range, (from, to) =>
        {
            for (var value = from; value < to; value++) Letters[value] = LettersOf(texts[value]);
        });
    }

    /// <summary>How many distinct values there are.</summary>
    public int Count => _texts.Count;

    /// <summary>How many records have each value.</summary>
    public int[] Frequency { get; }

    /// <summary>A stable hash of each text.</summary>
    public ulong[] Hash { get; }

    /// <summary>One bit for each letter and digit that a text has: two texts that share few bits cannot be similar.</summary>
    public ulong[] Letters { get; }

    /// <summary>Who does what is done for each value.</summary>
    public Workers Workers { get; }

    /// <summary>The characters of a value.</summary>
    public ReadOnlySpan<char> this[int value] => _texts[value];

    /// <summary>A value as text.</summary>
    public string Text(int value) => _texts[value].ToString();

    /// <summary>Normalises the values of some columns, each distinct one once and in parallel, and numbers what comes of them.</summary>
    /// <param name="columns">The raw values.</param>
    /// <param name="normalize">Appends the normalised form of a text; nothing where it says nothing.</param>
    /// <param name="workers">Who does it.</param>
    /// <returns>The values, and for each column the number of the value by number of the raw value, or <see cref="MatchColumn.Missing"/>.</returns>
    public static (NormalValues Values, int[][] Numbers) Of(IReadOnlyList<MatchColumn> columns, Normalizer normalize, Workers workers)
    {
        var raw = new TextPool[columns.Count];
        var hashes = new ulong[columns.Count][];
        var numbers = new int[columns.Count][];
        var all = 0;
        for (var c = 0; c < raw.Length; c++)
        {
            var values = columns[c].Values;
            raw[c] = TextPool.Make(values.Count, workers, (id, to) => normalize(values.Decode(id), to));
            hashes[c] = new ulong[values.Count];
            numbers[c] = new int[values.Count];
            all += values.Count;
            int column = c;
            workers.Ranges(values.Count, Range, (from, to) =>
            {
                for (var id = from; id < to; id++) hashes[column][id] = HashOf(raw[column][id]);
            });
        }

        var distinct = Distinct(raw, hashes, numbers, all);
        var own = new ulong[distinct.Count];
        for (var value = 0; value < own.Length; value++) own[value] = hashes[distinct[value].Column][distinct[value].Id];
        var texts = TextPool.Make(own.Length, workers, (value, to) => to.Append(raw[distinct[value].Column][distinct[value].Id]));
        return (new NormalValues(texts, own, workers), numbers);
    }

    /// <summary>A stable hash of a text.</summary>
    [MethodImpl(Hot.Loop)]
    public static ulong HashOf(ReadOnlySpan<char> text) => Utf8Table.Hash(MemoryMarshal.AsBytes(text));

    /// <summary>The letters and digits of a normalised text as bits; all other characters share some.</summary>
    [MethodImpl(Hot.Loop)]
    public static ulong LettersOf(ReadOnlySpan<char> text)
    {
        ulong letters = 0;
        foreach (var c in text)
        {
            if (c == ' ') continue;
            var bit = c is >= 'a' and <= 'z' ? c - 'a' : c is >= '0' and <= '9' ? 26 + c - '0' : 36 + (c % 28);
            letters |= 1UL << bit;
        }

        return letters;
    }

    [MethodImpl(Hot.Loop)]
    private static List<(int Column, int Id)> Distinct(TextPool[] raw, ulong[][] hashes, int[][] numbers, int all)
    {
        var size = 16;
        while (size < all * 2L && size < 1 << 30) size *= 2;
        var buckets = new int[size];
        var mask = size - 1;
        var distinct = new List<(int Column, int Id)>();
        for (var c = 0; c < raw.Length; c++)
        {
            for (var id = 0; id < numbers[c].Length; id++)
            {
                var text = raw[c][id];
                if (text.Length == 0)
                {
                    numbers[c][id] = MatchColumn.Missing;
                    continue;
                }

                var hash = hashes[c][id];
                var bucket = (int)(hash >> 20) & mask;
                for (; buckets[bucket] != 0; bucket = (bucket + 1) & mask)
                {
                    var (otherColumn, other) = distinct[buckets[bucket] - 1];
                    if (hashes[otherColumn][other] == hash && raw[otherColumn][other].SequenceEqual(text)) break;
                }

                if (buckets[bucket] == 0)
                {
                    distinct.Add((c, id));
                    buckets[bucket] = distinct.Count;
                }

                numbers[c][id] = buckets[bucket] - 1;
            }
        }

        return distinct;
    }
}

/// <summary>Appends the form of a text in which its field is compared; nothing where the text says nothing.</summary>
internal delegate void Normalizer(ReadOnlySpan<char> text, CharBuffer to);
