using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Funnel;

/// <summary>
/// A further file of a funnel, held by its key: of each row only the dates of stages, the amount and the texts asked for. Rows of one key
/// are one: the earliest dates, the sum of the amounts, of texts the first in byte order, so that the order of rows does not matter.
/// </summary>
public abstract class FunnelFile
{
    private readonly List<int> _rows = [];
    private readonly List<bool> _matched = [];
    private long _withoutKey;

    private protected FunnelFile(string name, IReadOnlyList<string> key)
    {
        Name = name;
        KeyNames = key;
    }

    /// <summary>The name that stages use for it.</summary>
    public string Name { get; }

    internal IReadOnlyList<string> KeyNames { get; }

    internal Utf8Table Keys { get; } = new();

    /// <summary>Binds the file's columns.</summary>
    /// <param name="fields">The columns of the whole file.</param>
    /// <returns>The columns to read: the row then has them at positions 0, 1, … in this order.</returns>
    /// <exception cref="FieldNotFoundException">A column that is needed is not there.</exception>
    public abstract IReadOnlyList<int> Bind(FieldMapping fields);

    /// <summary>Takes a row.</summary>
    /// <param name="row">The row; its values are read before this returns.</param>
    public abstract void Add(RecordReader row);

    internal int KeyColumn(FieldMapping fields) => Needed(fields, KeyNames, "key");

    internal int Needed(FieldMapping fields, IReadOnlyList<string> names, string what)
    {
        var column = ColumnFinder.Find(fields, names);
        if (column >= 0) return column;
        throw new FieldNotFoundException(
            what, $"The file '{Name}' has no column for the {what}: none of {FieldMapping.Quote(names)} is there. Columns: {FieldMapping.Quote(fields.Schema.Columns)}. Name it with -Join @{{ {Name} = @{{ Path = …; Key = …; On = … }} }}.",
            names.SelectMany(name => FieldMapping.NearMisses(fields.Schema, name)).Distinct().ToArray());
    }

    internal int Find(ReadOnlySpan<byte> key)
    {
        key = StatusColumn.Trim(key);
        var at = key.IsEmpty ? -1 : Keys.Find(key);
        if (at >= 0) _matched[at] = true;
        return at;
    }

    /// <summary>The number of a row's key; -1 where it has none.</summary>
    private protected int KeyOf(RecordReader row, int column)
    {
        var key = StatusColumn.Trim(row.GetUtf8(column));
        if (key.IsEmpty)
        {
            _withoutKey++;
            return -1;
        }

        var at = Keys.Add(key);
        if (at == _rows.Count)
        {
            _rows.Add(0);
            _matched.Add(false);
        }

        _rows[at]++;
        return at;
    }

    internal long UnmatchedRows => _withoutKey + _rows.Where((_, i) => !_matched[i]).Sum(count => (long)count);

    internal long KeysWithSeveralRows => _rows.Where((count, i) => count > 1 && _matched[i]).LongCount();
}
