using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Duplicates;

/// <summary>One input of a search: a file or the records of one shape from the pipeline. Tells which of its columns are compared and takes its rows.</summary>
public sealed class DuplicateInput
{
    private readonly DuplicateFinder _finder;
    private Action<RecordReader>? _add;
    private NameSplitReader? _splitter;

    internal DuplicateInput(DuplicateFinder finder, FieldMapping fields, IReadOnlyList<IReadOnlyList<string?>> samples, MatchFieldOptions options)
    {
        _finder = finder;
        Fields = fields;
        Samples = samples;
        // Of several inputs not every one has every column that was named.
        var own = new MatchFieldOptions { Only = Present(options.Only), Exact = Present(options.Exact), Ignore = Present(options.Ignore) };
        if (options.Only.Count > 0 && own.Only.Count == 0) own = own with { Only = own.Exact };
        Plan = options.Only.Count > 0 && own.Only.Count == 0 ? [] : FieldPlanner.Plan(fields, samples, own);
    }

    /// <summary>The columns and their canonical parts.</summary>
    public FieldMapping Fields { get; }

    /// <summary>The name for people: the file, or null for the pipeline.</summary>
    public string? Name { get; init; }

    /// <summary>What kind of object its records are; null where it is not known.</summary>
    public string? ObjectType { get; init; }

    /// <summary>Whether its records are known already, so that pairs of two of them do not count.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Opens the input anew with all its columns, to fetch the members of groups; null where the records are given with <see cref="Keep"/>.</summary>
    public Func<RecordReader>? Open { get; init; }

    /// <summary>The fields by which its records are compared.</summary>
    public IReadOnlyList<PlannedField> Plan { get; internal set; }

    /// <summary>The zero-based columns of the input that are compared, in the order in which <see cref="Add"/> expects them.</summary>
    public IReadOnlyList<int> Columns => _columns ??= [.. Plan.SelectMany(planned => planned.Columns).Select(Fields.Schema.IndexOf)];

    /// <summary>How many rows were added.</summary>
    public int Count { get; private set; }

    /// <summary>The rows that were looked at for the plan.</summary>
    internal IReadOnlyList<IReadOnlyList<string?>> Samples { get; }

    /// <summary>The records, where they are kept.</summary>
    internal List<MopsRecord> Kept { get; } = [];

    private IReadOnlyList<int>? _columns;

    /// <summary>Adds a row. All inputs must be known to the finder before the first row of any.</summary>
    /// <param name="row">Stands on a row whose columns are <see cref="Columns"/>.</param>
    public void Add(RecordReader row)
    {
        if (_add is null)
        {
            _finder.Settle();
            var positions = Enumerable.Range(0, Columns.Count).ToArray();
            var plan = Plan;
            if (_finder.SplitsNames && NameSplitReader.Applies(plan))
            {
                _splitter = new NameSplitReader(plan, out plan);
                positions = [.. Enumerable.Range(0, plan.Sum(field => field.Columns.Count))];
            }

            _add = _finder.Table.Open(plan, positions);
        }

        _add(_splitter is null ? row : _splitter.On(row));
        _finder.Count(this, Count++);
    }

    /// <summary>Whether it has a column or a canonical field of a name.</summary>
    internal bool Has(string name) => Fields.Schema.IndexOf(name) >= 0 || (FieldCatalog.Find(name) is not null && Fields.IndexOf(name) >= 0);

    /// <summary>Adds a record and keeps it.</summary>
    /// <param name="record">The whole record.</param>
    /// <param name="cursor">A cursor of this input's columns that stands on it.</param>
    public void Keep(MopsRecord record, RecordReader cursor)
    {
        Kept.Add(record);
        Add(cursor);
    }

    private string[] Present(IReadOnlyList<string> names) => [.. names.Where(Has)];
}
