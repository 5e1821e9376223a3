using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>
/// The values of a field, normalised and numbered as they came, by row. <see cref="Order"/> numbers them anew in the order of the records: then no number depends on the
/// order of the rows, and what is done record by record finds values side by side.
/// </summary>
internal sealed class NumberedValues
{
    private const int Range = 16_384;

    private readonly TextPool _texts;
    private readonly List<int> _places;
    private readonly Workers _workers;

    private NumberedValues(TextPool texts, List<int> places, ulong[] hash, int[][] rows, Workers workers)
    {
        (_texts, _places, _workers) = (texts, places, workers);
        Hash = hash;
        Rows = rows;
    }

    /// <summary>How many distinct values there are.</summary>
    public int Count => _places.Count;

    /// <summary>A stable hash of each value.</summary>
    public ulong[] Hash { get; }

    /// <summary>For each column the number of the value by row, or <see cref="MatchColumn.Missing"/>.</summary>
    public int[][] Rows { get; }

    /// <summary>Normalises the values of some columns, each distinct one once and in parallel, and numbers what comes of them.</summary>
    /// <param name="columns">The raw values.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="normalize">Appends the normalised form of a text; nothing where it says nothing.</param>
    /// <param name="workers">Who does it.</param>
    public static NumberedValues Of(IReadOnlyList<MatchColumn> columns, int rows, Normalizer normalize, Workers workers)
    {
        // The raw values of all columns in one row.
        var starts = new int[columns.Count + 1];
        for (var c = 0; c < columns.Count; c++) starts[c + 1] = starts[c] + columns[c].Values.Count;
        var texts = TextPool.Make(starts[columns.Count], workers, (place, to) =>
        {
            var column = 0;
            while (place >= starts[column + 1]) column++;
            normalize(columns[column].Values.Decode(place - starts[column]), to);
        });
        var hashes = new ulong[texts.Count];
        workers.Ranges(hashes.Length, Range, (from, to) =>
        {
            for (var place = from; place < to; place++) hashes[place] = NormalValues.HashOf(texts[place]);
        });
        var numbers = new int[texts.Count];
        var places = Distinct(texts, hashes, numbers);
        var byRow = new int[columns.Count][];
        for (var c = 0; c < byRow.Length; c++)
        {
            var (column, start, mine) = (columns[c], starts[c], new int[rows]);
            byRow[c] = mine;
            workers.Ranges(rows, Range, (from, to) =>
            {
                for (var row = from; row < to; row++) mine[row] = column[row] is >= 0 and var id ? numbers[start + id] : MatchColumn.Missing;
            });
        }

        var hash = new ulong[places.Count];
        for (var value = 0; value < hash.Length; value++) hash[value] = hashes[places[value]];
        return new NumberedValues(texts, places, hash, byRow, workers);
    }

    /// <summary>Numbers the values anew, by record.</summary>
    /// <param name="rows">The rows in the order of the records.</param>
    /// <param name="starts">For each record its first place in <paramref name="rows"/>, and their number.</param>
    /// <returns>The values, and for each column the number of the value by record.</returns>
    public (NormalValues Values, int[][] Records) Order(int[] rows, int[] starts)
    {
        var numbers = new int[Count];
        var order = new List<int>(Count);
        var records = new int[Rows.Length][];
        for (var c = 0; c < records.Length; c++) records[c] = new int[starts.Length - 1];
        for (var record = 0; record + 1 < starts.Length; record++)
        {
            for (var c = 0; c < records.Length; c++)
            {
                var value = Rows[c][rows[starts[record]]];
                if (value < 0)
                {
                    records[c][record] = MatchColumn.Missing;
                    continue;
                }

                if (numbers[value] == 0)
                {
                    order.Add(value);
                    numbers[value] = order.Count;
                }

                records[c][record] = numbers[value] - 1;
            }
        }

        var texts = TextPool.Make(order.Count, _workers, (value, to) => to.Append(_texts[_places[order[value]]]));
        var hashes = new ulong[order.Count];
        for (var value = 0; value < hashes.Length; value++) hashes[value] = Hash[order[value]];
        var values = new NormalValues(texts, hashes, _workers);
        foreach (var column in records)
        {
            foreach (var value in column)
                if (value >= 0) values.Frequency[value]++;
        }

        return (values, records);
    }

    // For each distinct text the first of its places; fills the number of the text of each place.
    [MethodImpl(Hot.Loop)]
    private static List<int> Distinct(TextPool texts, ulong[] hashes, int[] numbers)
    {
        var size = 16;
        while (size < texts.Count * 2L && size < 1 << 30) size *= 2;
        var buckets = new int[size];
        var mask = size - 1;
        var places = new List<int>();
        for (var place = 0; place < numbers.Length; place++)
        {
            if (texts.LengthOf(place) == 0)
            {
                numbers[place] = MatchColumn.Missing;
                continue;
            }

            var hash = hashes[place];
            var bucket = (int)(hash >> 20) & mask;
            for (; buckets[bucket] != 0; bucket = (bucket + 1) & mask)
            {
                var other = places[buckets[bucket] - 1];
                if (hashes[other] == hash && texts[other].SequenceEqual(texts[place])) break;
            }

            if (buckets[bucket] == 0)
            {
                places.Add(place);
                buckets[bucket] = places.Count;
            }

            numbers[place] = buckets[bucket] - 1;
        }

        return places;
    }
}
