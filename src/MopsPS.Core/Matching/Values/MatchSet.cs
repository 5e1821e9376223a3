using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Matching.Fields;

namespace MopsPS.Core.Matching.Values;

/// <summary>
/// The records to compare, in an order that depends on their content alone: rows that are the same in every field are one record here, compared once. All that
/// follows works on these numbers, so no result depends on the order of the rows.
/// </summary>
internal sealed class MatchSet
{
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
    public static MatchSet Build(MatchTable table, int threads, CancellationToken cancellation)
    {
        var made = new List<MatchField>[table.Fields.Count];
        // The fields with most values first, each as soon as a thread is free: one e-mail column is as much work as all others together.
        var order = Enumerable.Range(0, made.Length).OrderByDescending(i => table.Columns(i).Sum(column => column.Values.Count)).ToArray();
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            i => made[i] = FieldFactory.Make(table.Fields[i], table.Columns(i), table.Count));
        var fields = made.SelectMany(list => list).ToArray();

        var hashes = new ulong[table.Count];
        var rows = new int[table.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = row;
            ulong hash = 0;
            var any = false;
            foreach (var field in fields)
            {
                foreach (var column in field.Rows)
                {
                    var value = column[row];
                    any |= value >= 0;
                    hash = Utf8Table.Mix((hash * 31) + (value < 0 ? 1 : field.Values.Hash[value]));
                }
            }

            // A row without any value is like no other.
            hashes[row] = any ? Math.Max(1, hash) : 0;
        }

        Array.Sort(hashes, rows);
        var first = 0;
        while (first < rows.Length && hashes[first] == 0) first++;
        var starts = new List<int>();
        for (var i = first; i < rows.Length; i++)
        {
            if (i == first || hashes[i] != hashes[i - 1]) starts.Add(i);
        }

        starts.Add(rows.Length);
        for (var i = 0; i + 1 < starts.Count; i++)
            if (starts[i + 1] - starts[i] > 1) Array.Sort(rows, starts[i], starts[i + 1] - starts[i]);

        var set = new MatchSet(fields, rows, [.. starts]);
        foreach (var field in fields) set.Gather(field);
        return new MatchSet(Array.FindAll(fields, IsTelling), rows, set._starts);
    }

    private void Gather(MatchField field)
    {
        for (var column = 0; column < field.Rows.Length; column++)
        {
            var byRow = field.Rows[column];
            var byRecord = new int[Count];
            for (var record = 0; record < byRecord.Length; record++)
            {
                var value = byRow[_rows[_starts[record]]];
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
