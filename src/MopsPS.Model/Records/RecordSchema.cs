using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>
/// The columns of an export, shared by all its records. Names are unique without regard to case, as PowerShell's
/// properties are; the reader renames or refuses repeated headers before a schema is made.
/// </summary>
public sealed class RecordSchema
{
    private readonly string[] _columns;
    private readonly Dictionary<string, int> _index;

    /// <summary>Makes a schema.</summary>
    /// <param name="columns">The column names in file order; unique without regard to case, none empty.</param>
    /// <param name="source">The file (or other origin) the records come from, or null.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice.</exception>
    public RecordSchema(IReadOnlyList<string> columns, string? source = null)
    {
        if (columns is null) throw new ArgumentNullException(nameof(columns));
        _columns = new string[columns.Count];
        _index = new Dictionary<string, int>(columns.Count, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Count; i++)
        {
            var name = columns[i];
            if (string.IsNullOrEmpty(name)) throw new ArgumentException($"Column {i + 1} has no name.", nameof(columns));
            if (_index.ContainsKey(name)) throw new ArgumentException($"Two columns are named '{name}'.", nameof(columns));
            _columns[i] = name;
            _index.Add(name, i);
        }

        Source = source;
    }

    /// <summary>The column names in file order.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>How many columns there are.</summary>
    public int Count => _columns.Length;

    /// <summary>The file (or other origin) that the records come from, or null.</summary>
    public string? Source { get; }

    /// <summary>Finds a column by name, without regard to case.</summary>
    /// <param name="name">The column name.</param>
    /// <returns>Its zero-based position, or -1 where there is none.</returns>
    public int IndexOf(string name) => name is not null && _index.TryGetValue(name, out var i) ? i : -1;

    /// <summary>The names, joined for a log line.</summary>
    public override string ToString() => string.Join(", ", _columns);
}
