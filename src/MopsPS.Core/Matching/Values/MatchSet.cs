using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Matching.Blocking;
using MopsPS.Core.Matching.Fields;

namespace MopsPS.Core.Matching.Values;

/// <summary>
/// The records to compare, in an order that depends on their content alone: rows that are the same in every field are one record here, compared once. All that
/// follows works on these numbers, so no result depends on the order of the rows.
/// </summary>
internal sealed class MatchSet
{
    private const int Range = 16_384;

    private readonly int[] _rows;
    private readonly int[] _starts;

    private MatchSet(MatchField[] fields, int[] rows, int[] starts)
    {
        Fields = fields;
        _rows = rows;
        _starts = starts;
        Given = Array.Find(fields, field => field.Kind == MatchKind.GivenName) as NameField;
        Family = Array.Find(fields, field => field.Kind == MatchKind.FamilyName) as NameField;
    }

    /// <summary>The fields.</summary>
    public MatchField[] Fields { get; }

    /// <summary>The given names, where there are any.</summary>
    public NameField? Given { get; }

    /// <summary>The family names, where there are any.</summary>
    public NameField? Family { get; }

    /// <summary>How many different records there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The number of pairs of different records.</summary>
    public double Pairs => (double)Count * (Count - 1) / 2;

    /// <summary>The rows that are this record, in input order.</summary>
    public ArraySegment<int> Rows(int record) => new(_rows, _starts[record], _starts[record + 1] - _starts[record]);

    /// <summary>Normalises the values of a table and puts its rows in order.</summary>
    /// <param name="table">The table; its raw values are let go.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static MatchSet Build(MatchTable table, int threads, CancellationToken cancellation)
    {
        var workers = new Workers(threads, cancellation);
        var (plans, count) = (table.Fields, table.Count);
        var columns = table.Take();
        var made = new List<MatchField>[plans.Count];
        // The fields with most values first, each as soon as a thread is free, and let go one by one.
        var order = Enumerable.Range(0, made.Length).OrderByDescending(i => columns[i].Sum(column => column.Values.Count)).ToArray();
        workers.Each(order.Length, i =>
        {
            made[order[i]] = FieldFactory.Make(plans[order[i]], columns[order[i]], count, workers);
            columns[order[i]] = [];
        });
        var fields = made.SelectMany(list => list).ToArray();
        var hashes = Hash(fields, count, workers);
        var rows = new int[count];
        for (var row = 0; row < count; row++) rows[row] = row;
        RadixSort.Sort(hashes, rows, count);
        var first = 0;
        while (first < count && hashes[first] == 0) first++;
        var starts = new List<int>(count - first + 1);
        for (var i = first; i < count; i++)
        {
            if (i == first || hashes[i] != hashes[i - 1]) starts.Add(i);
        }

        starts.Add(count);
        var bounds = starts.ToArray();
        workers.Each(fields.Length, f => Gather(fields[f], rows, bounds));
        return new MatchSet(Array.FindAll(fields, IsTelling), rows, bounds);
    }

    private static ulong[] Hash(MatchField[] fields, int count, Workers workers)
    {
        var hashes = new ulong[count];
        workers.Ranges(count, Range, (from, to) =>
        {
            var any = new bool[to - from];
            foreach (var field in fields)
            {
                foreach (var column in field.Rows)
                {
                    for (var row = from; row < to; row++)
                    {
                        var value = column[row];
                        any[row - from] |= value >= 0;
                        hashes[row] = Utf8Table.Mix((hashes[row] * 31) + (value < 0 ? 1 : field.Values.Hash[value]));
                    }
                }
            }

            // A row without any value is like no other.
            for (var row = from; row < to; row++) hashes[row] = any[row - from] ? Math.Max(1, hashes[row]) : 0;
        });
        return hashes;
    }

    private static void Gather(MatchField field, int[] rows, int[] starts)
    {
        for (var column = 0; column < field.Rows.Length; column++)
        {
            var byRow = field.Rows[column];
            var byRecord = new int[starts.Length - 1];
            for (var record = 0; record < byRecord.Length; record++)
            {
                var value = byRow[rows[starts[record]]];
                byRecord[record] = value;
                if (value >= 0) field.Values.Frequency[value]++;
            }

            field.Rows[column] = byRecord;
        }
    }

    // A code that every record has to itself is the key of its row.
    private static bool IsTelling(MatchField field) =>
        field.Values.Count > 1 && (field.Kind is not (MatchKind.Identifier or MatchKind.Category or MatchKind.Text) || Array.Exists(field.Values.Frequency, count => count > 1));
}
