using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Text;

namespace MopsPS;

/// <summary>
/// One row of an export: a shared schema and the texts of its fields. PowerShell shows its columns as properties
/// (see <see cref="MopsRecordAdapter"/>), so <c>$_.Email</c>, <c>Where-Object</c> and <c>Export-Csv</c> work.
/// Its own members answer by name but are hidden, so that views and exports hold the columns only.
/// Values are the texts as they stand in the file: ids and phone numbers keep their leading zeros. A record that was read from a file
/// holds them packed as UTF-8 and decodes a value each time it is asked for; one that is assigned to holds strings from then on.
/// </summary>
public sealed class MopsRecord
{
    // Either string?[] or the bytes of a PackedRow.
    private object _values;

    /// <summary>Makes a record. The array is taken over, not copied.</summary>
    /// <param name="schema">The columns.</param>
    /// <param name="values">One value for each column; null where the row had no such field.</param>
    /// <param name="row">The one-based data row in the source (the header is not counted); 0 where unknown.</param>
    /// <param name="line">The one-based line on which the row starts; 0 where unknown.</param>
    /// <exception cref="ArgumentException">The number of values is not the number of columns.</exception>
    public MopsRecord(RecordSchema schema, string?[] values, int row = 0, int line = 0)
    {
        Schema = schema ?? throw new ArgumentNullException(nameof(schema));
        _values = values ?? throw new ArgumentNullException(nameof(values));
        if (values.Length != schema.Count)
            throw new ArgumentException($"A record of {schema.Count} columns was given {values.Length} values.", nameof(values));
        Row = row;
        Line = line;
    }

    /// <summary>Makes a record of a row that is packed already.</summary>
    internal MopsRecord(RecordSchema schema, byte[] packed, int row, int line)
    {
        Schema = schema;
        _values = packed;
        Row = row;
        Line = line;
    }

    /// <summary>The columns.</summary>
    [Hidden]
    public RecordSchema Schema { get; }

    /// <summary>The one-based data row in the source; 0 where unknown.</summary>
    [Hidden]
    public int Row { get; }

    /// <summary>The one-based line on which the row starts; 0 where unknown.</summary>
    [Hidden]
    public int Line { get; }

    /// <summary>The values in column order; each is decoded when it is asked for.</summary>
    [Hidden]
    public IReadOnlyList<string?> Values => _values as string?[] ?? (IReadOnlyList<string?>)new RecordValues(this);

    /// <summary>The value of the column at a zero-based position.</summary>
    /// <param name="column">The position.</param>
    public string? this[int column]
    {
        get => _values is string?[] values ? values[column] : PackedRow.Text((byte[])_values, Schema.Count, column);
        set => Unpacked()[column] = value;
    }

    /// <summary>The value of a column by name, without regard to case; null where there is no such column.</summary>
    /// <param name="column">The column name.</param>
    public string? this[string column]
    {
        get
        {
            var i = Schema.IndexOf(column);
            return i < 0 ? null : this[i];
        }
    }

    /// <summary>The value of a column as UTF-8, without making a string where the record was read from a file; empty for null.</summary>
    /// <param name="column">The zero-based position.</param>
    /// <returns>A part of an array that belongs to the record: read it, do not write to it.</returns>
    public ArraySegment<byte> GetUtf8(int column)
    {
        if (_values is string?[] values) return new ArraySegment<byte>(Encoding.UTF8.GetBytes(values[column] ?? ""));
        var packed = (byte[])_values;
        PackedRow.TryFind(packed, Schema.Count, column, out var start, out var length);
        return new ArraySegment<byte>(packed, start, length);
    }

    /// <summary>Where the record stands.</summary>
    /// <param name="column">The column that is meant, or null for the whole row.</param>
    /// <returns>The position.</returns>
    public SourcePosition GetPosition(string? column = null) => new(Schema.Source, Row, Line, column);

    /// <summary>The place of the record, without its values: they may be personal data and this text ends up in logs.</summary>
    public override string ToString() => $"MopsRecord {GetPosition()}";

    private string?[] Unpacked()
    {
        if (_values is string?[] values) return values;
        values = PackedRow.Unpack((byte[])_values, Schema.Count);
        _values = values;
        return values;
    }
}
