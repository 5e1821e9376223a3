using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// What a rollback file of Repair-MopsRecord holds: the exact values before and after, by the record's id where each record has one of its own, else by its number in the
/// repaired file. All of it is kept in memory.
/// </summary>
public sealed class RepairRollback
{
    /// <summary>The columns of the file. Record is the number of the record over all inputs, Check tells whether the row is still the one that was written.</summary>
    internal static readonly IReadOnlyList<string> Columns = ["Source", "Record", "Row", "Id", "Column", "Before", "After", "Check"];

    private readonly Dictionary<string, List<Entry>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<long, List<Entry>> _byRecord = [];

    private RepairRollback()
    {
    }

    /// <summary>How many values the file can take back.</summary>
    public long Count { get; private set; }

    /// <summary>Whether each record has an id of its own.</summary>
    public bool HasIds { get; private set; }

    /// <summary>The columns that were repaired.</summary>
    internal IReadOnlyList<string> RepairedColumns { get; private set; } = [];

    /// <summary>All values, in the order of the file.</summary>
    internal IEnumerable<Entry> Entries => _byRecord.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value);

    /// <summary>Reads a rollback file.</summary>
    /// <param name="reader">Its rows, with all columns.</param>
    /// <exception cref="InvalidDataException">It is no rollback file, or a row of it was changed; the message names the row.</exception>
    public static RepairRollback Read(RecordReader reader)
    {
        if (reader is null) throw new ArgumentNullException(nameof(reader));
        var places = Columns.Select(name => reader.Schema.Columns.ToList().IndexOf(name)).ToArray();
        var missing = Columns.Where((_, i) => places[i] < 0).ToList();
        if (missing.Count > 0) throw new InvalidDataException($"{Name(reader)} is no rollback file of Repair-MopsRecord: it has no column {string.Join(", ", missing)}.");
        var rollback = new RepairRollback();
        string Text(int column) => reader.GetString(places[column]) ?? "";
        while (reader.Read())
        {
            if (!long.TryParse(Text(1), NumberStyles.None, CultureInfo.InvariantCulture, out var record) || record < 1 || Text(4).Length == 0)
                throw new InvalidDataException($"Row {reader.Row.ToString(CultureInfo.InvariantCulture)} of {Name(reader)} names no record and column. Use the file as Repair-MopsRecord wrote it.");
            rollback.Add(new Entry(record, Text(3), Text(4), Text(5), Text(6), Text(7)));
        }

        return rollback.Closed();
    }

    /// <summary>What a record's repair changed; null for nothing.</summary>
    /// <param name="id">Its id.</param>
    internal IReadOnlyList<Entry>? Of(string id) => _byId.TryGetValue(id, out var entries) ? entries : null;

    /// <summary>What a record's repair changed; null for nothing.</summary>
    /// <param name="record">Its number in the repaired file, from 1.</param>
    internal IReadOnlyList<Entry>? Of(long record) => _byRecord.TryGetValue(record, out var entries) ? entries : null;

    private void Add(Entry entry)
    {
        Count++;
        if (!_byRecord.TryGetValue(entry.Record, out var entries)) _byRecord.Add(entry.Record, entries = []);
        entries.Add(entry);
    }

    private RepairRollback Closed()
    {
        HasIds = Count > 0 && _byRecord.Values.All(entries => entries[0].Id.Length > 0) && _byRecord.Values.Select(entries => entries[0].Id).Distinct(StringComparer.Ordinal).Count() == _byRecord.Count;
        if (HasIds)
            foreach (var entries in _byRecord.Values) _byId.Add(entries[0].Id, entries);
        RepairedColumns = [.. Entries.Select(entry => entry.Column).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        return this;
    }

    private static string Name(RecordReader reader) => reader.Schema.Source is { } source ? $"'{Path.GetFileName(source)}'" : "The input";

    /// <summary>One value that was repaired.</summary>
    internal sealed record Entry(long Record, string Id, string Column, string Before, string After, string Check)
    {
        /// <summary>Whether a record of this entry was met.</summary>
        public bool IsMet { get; set; }
    }
}
