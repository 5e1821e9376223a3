using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq.Expressions;
using System.Management.Automation;

namespace MopsPS;

/// <summary>
/// One row of an export: a shared schema and the texts of its fields. PowerShell shows its columns as properties
/// (see <see cref="MopsRecordAdapter"/>), so <c>$_.Email</c>, <c>Where-Object</c> and <c>Export-Csv</c> work. What it knows of itself are methods, and
/// properties in C# only (see <see cref="MopsRecordMembers"/>): ConvertTo-Json writes every .NET property, and a record is its columns and nothing else.
/// Values are the texts as they stand in the file: ids and phone numbers keep their leading zeros.
/// </summary>
public sealed class MopsRecord : ICloneable, IDynamicMetaObjectProvider
{
    private readonly RecordSchema _schema;
    private readonly string?[] _values;

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

    internal int RowNumber { get; }

    internal int LineNumber { get; }

    /// <summary>The value of the column at a zero-based position.</summary>
    /// <param name="column">The position.</param>
    public string? this[int column]
    {
        get => _values[column];
        set => _values[column] = value;
    }

    /// <summary>The value of a column by name, without regard to case; null where there is no such column.</summary>
    /// <param name="column">The column name.</param>
    public string? this[string column]
    {
        get
        {
            var i = _schema.IndexOf(column);
            return i < 0 ? null : _values[i];
        }
    }

    /// <summary>The columns.</summary>
    /// <returns>The schema, shared by all records of a file.</returns>
    [Hidden]
    public RecordSchema GetSchema() => _schema;

    /// <summary>The values in column order.</summary>
    /// <returns>One value for each column.</returns>
    [Hidden]
    public IReadOnlyList<string?> GetValues() => _values;

    /// <summary>Where the record stands.</summary>
    /// <param name="column">The column that is meant, or null for the whole row.</param>
    /// <returns>The position.</returns>
    public SourcePosition GetPosition(string? column = null) => new(_schema.Source, RowNumber, LineNumber, column);

    /// <summary>The place of the record, without its values: they may be personal data and this text ends up in logs.</summary>
    public override string ToString() => $"MopsRecord {GetPosition()}";

    /// <summary>A copy with values of its own, so that the usual <c>$record.PSObject.Copy()</c> is one.</summary>
    object ICloneable.Clone() => new MopsRecord(_schema, (string?[])_values.Clone(), RowNumber, LineNumber);

    /// <summary>Lets a runspace that has not imported the module (of ForEach-Object -Parallel, say) read columns by name; it has no adapter and would find nothing.</summary>
    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new MopsRecordMetaObject(parameter, this);
}
