using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq.Expressions;
using System.Management.Automation;
using System.Text;

namespace MopsPS;

/// <summary>
/// One row of an export: a shared schema and the texts of its fields. PowerShell shows its columns as properties
/// (see <see cref="MopsRecordAdapter"/>), so <c>$_.Email</c>, <c>Where-Object</c> and <c>Export-Csv</c> work. What it knows of itself are methods, and
/// properties in C# only (see <see cref="MopsRecordMembers"/>): ConvertTo-Json writes every .NET property, and a record is its columns and nothing else.
/// Values are the texts as they stand in the file: ids and phone numbers keep their leading zeros. A record that was read from a file
/// holds them packed as UTF-8 and decodes a value each time it is asked for; one that is assigned to holds strings from then on.
/// </summary>
public sealed class MopsRecord : ICloneable, IDynamicMetaObjectProvider
{
    private readonly RecordSchema _schema;

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
        _schema = schema ?? throw new ArgumentNullException(nameof(schema));
        _values = values ?? throw new ArgumentNullException(nameof(values));
        if (values.Length != schema.Count)
            throw new ArgumentException($"A record of {schema.Count} columns was given {values.Length} values.", nameof(values));
        RowNumber = row;
        LineNumber = line;
    }

    /// <summary>Makes a record of a row that is packed already.</summary>
    internal MopsRecord(RecordSchema schema, byte[] packed, int row, int line)
    {
        _schema = schema;
        _values = packed;
        RowNumber = row;
        LineNumber = line;
    }

    internal int RowNumber { get; }

    internal int LineNumber { get; }

    /// <summary>The value of the column at a zero-based position.</summary>
    /// <param name="column">The position.</param>
    public string? this[int column]
    {
        get => _values is string?[] values ? values[column] : PackedRow.Text((byte[])_values, _schema.Count, column);
        set => Unpacked()[column] = value;
    }

    /// <summary>The value of a column by name, without regard to case; null where there is no such column.</summary>
    /// <param name="column">The column name.</param>
    public string? this[string column]
    {
        get
        {
            var i = _schema.IndexOf(column);
            return i < 0 ? null : this[i];
        }
    }

    /// <summary>The columns.</summary>
    /// <returns>The schema, shared by all records of a file.</returns>
    [Hidden]
    public RecordSchema GetSchema() => _schema;

    /// <summary>The values in column order; each is decoded when it is asked for.</summary>
    /// <returns>One value for each column.</returns>
    [Hidden]
    public IReadOnlyList<string?> GetValues() => _values as string?[] ?? (IReadOnlyList<string?>)new RecordValues(this);

    /// <summary>The value of a column as UTF-8, without making a string where the record was read from a file; empty for null.</summary>
    /// <param name="column">The zero-based position.</param>
    /// <returns>A part of an array that belongs to the record: read it, do not write to it.</returns>
    [Hidden]
    public ArraySegment<byte> GetUtf8(int column)
    {
        if (_values is string?[] values) return new ArraySegment<byte>(Encoding.UTF8.GetBytes(values[column] ?? ""));
        var packed = (byte[])_values;
        PackedRow.TryFind(packed, _schema.Count, column, out var start, out var length);
        return new ArraySegment<byte>(packed, start, length);
    }

    /// <summary>Where the record stands.</summary>
    /// <param name="column">The column that is meant, or null for the whole row.</param>
    /// <returns>The position.</returns>
    public SourcePosition GetPosition(string? column = null) => new(_schema.Source, RowNumber, LineNumber, column);

    /// <summary>The place of the record, without its values: they may be personal data and this text ends up in logs.</summary>
    public override string ToString() => $"MopsRecord {GetPosition()}";

    /// <summary>A copy with values of its own (packed bytes are never written to), so that the usual <c>$record.PSObject.Copy()</c> is one.</summary>
    object ICloneable.Clone() => _values is string?[] values
        ? new MopsRecord(_schema, (string?[])values.Clone(), RowNumber, LineNumber)
        : new MopsRecord(_schema, (byte[])_values, RowNumber, LineNumber);

    /// <summary>Lets a runspace that has not imported the module (of ForEach-Object -Parallel, say) read columns by name; it has no adapter and would find nothing.</summary>
    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new MopsRecordMetaObject(parameter, this);

    private string?[] Unpacked()
    {
        if (_values is string?[] values) return values;
        values = PackedRow.Unpack((byte[])_values, _schema.Count);
        _values = values;
        return values;
    }
}
