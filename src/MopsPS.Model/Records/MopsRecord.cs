using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace MopsPS;

/// <summary>
/// One row of an export: a shared schema and the texts of its fields. PowerShell shows its columns as properties
/// (see <see cref="MopsRecordAdapter"/>), so <c>$_.Email</c>, <c>Where-Object</c> and <c>Export-Csv</c> work.
/// Its own members answer by name but are hidden, so that views and exports hold the columns only.
/// Values are the texts as they stand in the file: ids and phone numbers keep their leading zeros.
/// </summary>
public sealed class MopsRecord
{
    private readonly string?[] _values;

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

    /// <summary>The columns.</summary>
    [Hidden]
    public RecordSchema Schema { get; }

    /// <summary>The one-based data row in the source; 0 where unknown.</summary>
    [Hidden]
    public int Row { get; }

    /// <summary>The one-based line on which the row starts; 0 where unknown.</summary>
    [Hidden]
    public int Line { get; }

    /// <summary>The values in column order.</summary>
    [Hidden]
    public IReadOnlyList<string?> Values => _values;

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
            var i = Schema.IndexOf(column);
            return i < 0 ? null : _values[i];
        }
    }

    /// <summary>Where the record stands.</summary>
    /// <param name="column">The column that is meant, or null for the whole row.</param>
    /// <returns>The position.</returns>
    public SourcePosition GetPosition(string? column = null) => new(Schema.Source, Row, Line, column);

    /// <summary>The place of the record, without its values: they may be personal data and this text ends up in logs.</summary>
    public override string ToString() => $"MopsRecord {GetPosition()}";
}
