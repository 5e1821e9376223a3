using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// Looks for records that are the same person or firm, in one input or several whose columns have other names. First all inputs are announced with
/// <see cref="AddInput"/>, then their rows are added, then <see cref="Run"/> does the work. Only the values of the compared columns are held meanwhile.
/// </summary>
/// <param name="options">How to look.</param>
public sealed class DuplicateFinder(DuplicateOptions options)
{
    private readonly List<DuplicateInput> _inputs = [];
    private readonly List<(int Row, DuplicateInput Input, int First)> _runs = [];
    private bool _isSettled;

    /// <summary>How it looks.</summary>
    public DuplicateOptions Options { get; } = options ?? throw new ArgumentNullException(nameof(options));

    /// <summary>The inputs so far.</summary>
    public IReadOnlyList<DuplicateInput> Inputs => _inputs;

    /// <summary>How many rows were added.</summary>
    public int Rows => Table.Count;

    /// <summary>The values.</summary>
    internal MatchTable Table { get; } = new(options.Threads);

    /// <summary>Whether whole names are split, because another input has them in two columns.</summary>
    internal bool SplitsNames { get; private set; }

    /// <summary>Announces an input.</summary>
    /// <param name="fields">Its columns and their canonical parts.</param>
    /// <param name="samples">Some of its rows, in column order: unknown columns are recognised by them.</param>
    /// <param name="name">Its name for people, or null.</param>
    /// <param name="objectType">What its records are, or null.</param>
    /// <param name="isKnown">Whether its records are known already.</param>
    /// <param name="open">Opens it anew with all columns; null where its records are kept.</param>
    /// <returns>What takes its rows.</returns>
    public DuplicateInput AddInput(
        FieldMapping fields, IReadOnlyList<IReadOnlyList<string?>> samples, string? name = null, string? objectType = null, bool isKnown = false, Func<Records.RecordReader>? open = null)
    {
        if (_isSettled) throw new InvalidOperationException("All inputs come before the first row.");
        var input = new DuplicateInput(this, fields, samples, Options.Fields) { Name = name, ObjectType = objectType, IsKnown = isKnown, Open = open };
        _inputs.Add(input);
        return input;
    }

    /// <summary>Compares the records and forms groups. Takes the values as it goes, so it runs once.</summary>
    /// <returns>What was found, by row number.</returns>
    /// <exception cref="OperationCanceledException">The caller stopped it.</exception>
    public DuplicateRun Run()
    {
        Settle();
        Options.OnProgress?.Invoke("Normalizing", 0);
        var set = MatchSet.Build(Table, Options.Threads, Options.Cancellation);
        return new DuplicateRun(this, set);
    }

    /// <summary>The input of a row and the row's zero-based place in it.</summary>
    /// <param name="row">The zero-based row over all input.</param>
    public (DuplicateInput Input, int Index) Locate(int row)
    {
        int low = 0, high = _runs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].Row <= row) low = middle;
            else high = middle - 1;
        }

        return (_runs[low].Input, _runs[low].First + row - _runs[low].Row);
    }

    internal void Count(DuplicateInput input, int index)
    {
        if (_runs.Count == 0 || !ReferenceEquals(_runs[_runs.Count - 1].Input, input)) _runs.Add((Table.Count - 1, input, index));
    }

    /// <summary>Ends the announcing; the first row does it, too. Names in two columns go before whole names, and where there are persons a company is a place.</summary>
    /// <exception cref="FieldNotFoundException">An option names a column that no input has.</exception>
    public void Settle()
    {
        if (_isSettled) return;
        _isSettled = true;
        foreach (var name in Options.Fields.Only.Concat(Options.Fields.Exact).Concat(Options.Fields.Ignore))
        {
            // The planner says it with the near misses.
            if (_inputs.Count > 0 && !_inputs.Any(input => input.Has(name))) FieldPlanner.Plan(_inputs[0].Fields, _inputs[0].Samples, new MatchFieldOptions { Ignore = [name] });
        }

        var plans = _inputs.SelectMany(input => input.Plan).ToArray();
        SplitsNames = plans.Any(field => field.Kind is MatchKind.GivenName or MatchKind.FamilyName) && plans.Any(field => field.Kind == MatchKind.FullName);
        if (!plans.Any(field => field.Kind is MatchKind.GivenName or MatchKind.FamilyName or MatchKind.FullName)) return;
        foreach (var input in _inputs) input.Plan = [.. input.Plan.Select(BesidePersons)];
    }

    private static PlannedField BesidePersons(PlannedField field) => field.Kind is MatchKind.Company or MatchKind.Website ? field with { Scope = FieldScope.Place }
        : field.Scope == FieldScope.Firm ? field with { Scope = FieldScope.Entity }
        : field;
}
