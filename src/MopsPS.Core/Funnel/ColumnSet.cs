using System.Collections.Generic;

namespace MopsPS.Core.Funnel;

/// <summary>The columns that are read of a file; each once, at the position at which the row will have it.</summary>
internal sealed class ColumnSet
{
    private readonly List<int> _columns = [];

    public IReadOnlyList<int> Columns => _columns;

    /// <summary>Takes a column of the file and gives its position in the row; -1 stays -1.</summary>
    public int Add(int column)
    {
        if (column < 0) return -1;
        var at = _columns.IndexOf(column);
        if (at >= 0) return at;
        _columns.Add(column);
        return _columns.Count - 1;
    }
}
