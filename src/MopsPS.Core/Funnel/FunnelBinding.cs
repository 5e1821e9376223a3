using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Funnel;

/// <summary>The main file's columns, as one schema has them. Slots 0 to 15 are stages, 16 to 31 exits.</summary>
internal sealed class FunnelBinding
{
    public const int Slots = 32;
    public const int FirstExit = 16;

    private readonly ColumnSet _columns = new();

    /// <summary>Binds a schema.</summary>
    /// <exception cref="FieldNotFoundException">A column that segments or joins need is not there.</exception>
    public FunnelBinding(
        FieldMapping fields, FunnelPolicy definition, IReadOnlyList<(int Slot, FunnelStageDefinition Definition)> main, IReadOnlyList<FunnelJoinFile> joins,
        FunnelHistoryFile? history, IReadOnlyList<string> by, FunnelDates dates)
    {
        Id = _columns.Add(ColumnFinder.Find(fields, definition.Id));
        Stages = new StageColumns(fields, main, _columns, dates);
        Joins = [.. joins.Select(join => Key(fields, join.Join.On, joins, join))];
        History = history is null ? default : Key(fields, history.History.On, [], history);
        By = [.. by.Select(column => Text(fields, column, joins))];
        Amount = _columns.Add(ColumnFinder.Find(fields, definition.Amount));
    }

    public IReadOnlyList<int> Columns => _columns.Columns;

    /// <summary>The position of the record's own key, or -1.</summary>
    public int Id { get; }

    public StageColumns Stages { get; }

    /// <summary>Where each join's key stands: in a join before it (its text), or in the row.</summary>
    public IReadOnlyList<(int Join, int Column)> Joins { get; }

    public (int Join, int Column) History { get; }

    public IReadOnlyList<(int Join, int Column)> By { get; }

    /// <summary>The position of the amount, or -1.</summary>
    public int Amount { get; }

    public static long[] NoTimes()
    {
        var times = new long[Slots];
        for (var i = 0; i < Slots; i++) times[i] = Moment.None;
        return times;
    }

    /// <summary>A name as <c>file.column</c> where it names a known file.</summary>
    public static (string? File, string Column) Split(string name, IEnumerable<string> files)
    {
        var dot = name.IndexOf('.');
        if (dot <= 0) return (null, name);
        var file = files.FirstOrDefault(known => string.Equals(known, name.Substring(0, dot), StringComparison.OrdinalIgnoreCase));
        return file is null ? (null, name) : (file, name.Substring(dot + 1));
    }

    private (int Join, int Column) Key(FieldMapping fields, IReadOnlyList<string> names, IReadOnlyList<FunnelJoinFile> joins, FunnelFile file)
    {
        foreach (var name in names)
        {
            var (of, column) = Split(name, joins.Select(join => join.Name));
            if (of is not null)
            {
                var at = Enumerable.Range(0, joins.Count).First(i => joins[i].Name == of);
                return (at, joins[at].TextIndex(column));
            }
        }

        var main = ColumnFinder.Find(fields, names);
        if (main >= 0) return (-1, _columns.Add(main));
        throw new FieldNotFoundException(
            "key of " + file.Name, $"There is no column to join '{file.Name}' by: none of {FieldMapping.Quote(names)} is there. Columns: {FieldMapping.Quote(fields.Schema.Columns)}. Name it with -Join @{{ {file.Name} = @{{ Path = …; Key = …; On = … }} }}.",
            names.SelectMany(name => FieldMapping.NearMisses(fields.Schema, name)).Distinct().ToArray());
    }

    private (int Join, int Column) Text(FieldMapping fields, string name, IReadOnlyList<FunnelJoinFile> joins)
    {
        var main = ColumnFinder.Find(fields, [name]);
        if (main >= 0) return (-1, _columns.Add(main));
        var (of, column) = Split(name, joins.Select(join => join.Name));
        if (of is not null)
        {
            var at = Enumerable.Range(0, joins.Count).First(i => joins[i].Name == of);
            return (at, joins[at].TextIndex(column));
        }

        throw new FieldNotFoundException(
            name, $"There is no column '{name}' to make segments by. Columns: {FieldMapping.Quote(fields.Schema.Columns)}.", FieldMapping.NearMisses(fields.Schema, name));
    }
}
