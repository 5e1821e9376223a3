using System;
using System.Collections.Generic;

namespace MopsPS.Core.Records;

/// <summary>Collects the columns that an analysis needs of a schema and says where each stands in the row that is then read.</summary>
internal sealed class ColumnSet
{
    private readonly List<int> _columns = [];

    /// <summary>The columns of the file in the order in which rows have them.</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>Adds a column.</summary>
    /// <param name="column">The column of the file; -1 for none.</param>
    /// <returns>Its place in the row; -1 for none.</returns>
    public int Add(int column)
    {
        if (column < 0) return -1;
        var place = _columns.IndexOf(column);
        if (place >= 0) return place;
        _columns.Add(column);
        return _columns.Count - 1;
    }

    /// <summary>Adds a column by its name.</summary>
    /// <param name="schema">The columns of the file.</param>
    /// <param name="name">The name, without regard to case.</param>
    /// <returns>Its place in the row.</returns>
    /// <exception cref="ExportFormatException">There is no such column.</exception>
    public int Add(RecordSchema schema, string name)
    {
        var column = (schema ?? throw new ArgumentNullException(nameof(schema))).IndexOf(name);
        if (column < 0) throw new ExportFormatException("ColumnNotFound", $"There is no column '{name}'. The columns are: {schema}.", new SourcePosition(schema.Source, column: name));
        return Add(column);
    }
}
