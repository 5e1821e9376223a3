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
    private const int Large = 200_000;

    private readonly int[] _rows;
    private readonly int[] _starts;
    private int[] _values = [];
    private int[] _givenOfFamily = [];

    private MatchSet(MatchField[] fields, int[] rows, int[] starts)
    {
        Fields = fields;
        _rows = rows;
        _starts = starts;
        Width = fields.Sum(field => field.Rows.Length);
        Given = Array.Find(fields, field => field.Kind == MatchKind.GivenName) as NameField;
        Family = Array.Find(fields, field => field.Kind == MatchKind.FamilyName) as NameField;
        AreFirms = Array.Exists(fields, field => field.Scope == FieldScope.Firm && field.Kind != MatchKind.Category);
    }

    /// <summary>Who works on it.</summary>
    public Workers Workers { get; private set; }

    /// <summary>The fields.</summary>
    public MatchField[] Fields { get; }

    /// <summary>How many columns all fields have together.</summary>
    public int Width { get; }

    /// <summary>The numbers of all values of a record, column by column of each field in turn.</summary>
    public ReadOnlySpan<int> Values(int record) => _values.AsSpan(record * Width, Width);

    /// <summary>Whether the given name of one of two records is the family name of the other, by the numbers of their names.</summary>
    public bool MayBeCrossed(int givenLeft, int familyLeft, int givenRight, int familyRight) =>
        (givenLeft >= 0 && familyRight >= 0 && _givenOfFamily[familyRight] == givenLeft) || (givenRight >= 0 && familyLeft >= 0 && _givenOfFamily[familyLeft] == givenRight);

    /// <summary>The given names, where there are any.</summary>
    public NameField? Given { get; }

    /// <summary>The family names, where there are any.</summary>
    public NameField? Family { get; }

    /// <summary>Whether records stand for firms and their branches, not for persons.</summary>
    public bool AreFirms { get; }

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
        var drafted = new List<FieldDraft>[plans.Count];
        // The fields with most values first, each as soon as a thread is free, and let go one by one.
        var order = Enumerable.Range(0, drafted.Length).OrderByDescending(i => columns[i].Sum(column => column.Values.Count)).ToArray();
        workers.Each(order.Length, i =>
        {
            drafted[order[i]] = FieldFactory.Draft(plans[order[i]], columns[order[i]], count, workers);
            columns[order[i]] = [];
        });
        LetGo(count);
        var drafts = drafted.SelectMany(list => list).Select(draft => (FieldDraft?)draft).ToArray();
        var hashes = Hash(drafts, count, workers);
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
        var fields = new MatchField[drafts.Length];
        order = [.. Enumerable.Range(0, drafts.Length).OrderByDescending(i => drafts[i]!.Values.Count)];
        workers.Each(order.Length, i =>
        {
            fields[order[i]] = FieldFactory.Make(drafts[order[i]]!, rows, bounds);
            drafts[order[i]] = null;
        });
        LetGo(count);
        var set = new MatchSet(Array.FindAll(fields, IsTelling), rows, bounds) { Workers = workers };
        set._values = set.Lay(workers);
        if (set.Given is { } given && set.Family is { } family) set._givenOfFamily = Shared(given.Values, family.Values);
        return set;
    }

    // For each family name the same text among the given names, or none.
    private static int[] Shared(NormalValues given, NormalValues family)
    {
        var numbers = new Dictionary<ulong, int>(given.Count);
        for (var value = 0; value < given.Count; value++) numbers[given.Hash[value]] = value;
        return Array.ConvertAll(family.Hash, hash => numbers.TryGetValue(hash, out var value) ? value : MatchColumn.Missing);
    }

    // Comparing goes from record to record at random: all values of one side by side are one place in memory to wait for, and not one for each field.
    private int[] Lay(Workers workers)
    {
        var values = new int[(long)Count * Width];
        var columns = Fields.SelectMany(field => field.Rows).ToArray();
        workers.Ranges(Count, Range, (from, to) =>
        {
            for (var c = 0; c < columns.Length; c++)
                for (var record = from; record < to; record++) values[((long)record * Width) + c] = columns[c][record];
        });
        return values;
    }

    // The raw values are a large part of all memory, in few and large pieces: collecting them now takes some milliseconds. Left to itself, the runtime would ask the
    // system for as much again before it looks.
    private static void LetGo(int rows)
    {
        if (rows >= Large) GC.Collect(2, GCCollectionMode.Forced, blocking: true);
    }

    private static ulong[] Hash(FieldDraft?[] drafts, int count, Workers workers)
    {
        var hashes = new ulong[count];
        workers.Ranges(count, Range, (from, to) =>
        {
            var any = new bool[to - from];
            foreach (var draft in drafts)
            {
                var hash = draft!.Values.Hash;
                foreach (var column in draft.Values.Rows)
                {
                    for (var row = from; row < to; row++)
                    {
                        var value = column[row];
                        any[row - from] |= value >= 0;
                        hashes[row] = Utf8Table.Mix((hashes[row] * 31) + (value < 0 ? 1 : hash[value]));
                    }
                }
            }

            // A row without any value is like no other.
            for (var row = from; row < to; row++) hashes[row] = any[row - from] ? Math.Max(1, hashes[row]) : 0;
        });
        return hashes;
    }

    // A code that every record has to itself is the key of its row.
    private static bool IsTelling(MatchField field) =>
        field.Values.Count > 1 && (field.Kind is not (MatchKind.Identifier or MatchKind.Category or MatchKind.Text) || Array.Exists(field.Values.Frequency, count => count > 1));
}
