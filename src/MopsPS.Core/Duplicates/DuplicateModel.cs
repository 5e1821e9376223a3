using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// What was learnt of a kind of records: how often each level of agreement comes about in pairs of one thing, of one place and of strangers, how many duplicates a
/// record has, and which fields agree together. Probabilities only: no value of any record is in it.
/// </summary>
public sealed class DuplicateModel
{
    /// <summary>The version of the format and of the levels that this build writes and reads.</summary>
    public const int CurrentVersion = 1;

    internal DuplicateModel()
    {
    }

    /// <summary>How many records it was learnt from.</summary>
    public int Records { get; internal init; }

    /// <summary>The names of its fields.</summary>
    public IReadOnlyList<string> FieldNames => [.. Fields.Select(known => known.Name)];

    /// <summary>By kind of pair, how many partners of that kind a record has on average.</summary>
    internal IReadOnlyDictionary<string, double> Partners { get; init; } = new Dictionary<string, double>();

    internal IReadOnlyList<ModelField> Fields { get; init; } = [];

    internal IReadOnlyList<(string First, string Second, double Bits)> Ties { get; init; } = [];

    /// <summary>The levels of e-mail addresses for pairs of one name, by kind of namesakes; null where there is no such case.</summary>
    internal double[][]? NamesakeEmail { get; init; }

    /// <summary>The model of a run.</summary>
    /// <param name="run">The run; one that compared nothing has no model.</param>
    /// <exception cref="InvalidOperationException">Nothing was compared, so nothing was learnt.</exception>
    public static DuplicateModel Of(DuplicateRun run)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        if (run.Model == DuplicateModelSource.None) throw new InvalidOperationException("Nothing was compared, so there is no model.");
        return ModelState.Capture(run.Set, run.Learned);
    }

    /// <summary>Puts the model in place of learning where it fits the fields.</summary>
    internal bool TryApply(MatchSet set, MatchModel model, out string? problem)
    {
        problem = Misfit(set);
        if (problem is null) ModelState.Apply(this, set, model);
        return problem is null;
    }

    private string? Misfit(MatchSet set)
    {
        foreach (var field in set.Fields)
        {
            if (Fields.FirstOrDefault(known => known.Name == field.Name && known.Kind == field.Kind.ToString()) is not { } match)
                return $"it has no field '{field.Name}' of kind {field.Kind}; it knows {string.Join(", ", Fields.Select(known => $"{known.Name} ({known.Kind})"))}";
            if (!match.Levels.SequenceEqual(field.Levels.Names)) return $"the levels of '{field.Name}' are others";
        }

        return null;
    }
}

/// <summary>What a model knows of a field: by kind of pair the probability of each level.</summary>
internal sealed record ModelField(string Name, string Kind, IReadOnlyList<string> Levels, IReadOnlyDictionary<string, double[]> Pairs);
