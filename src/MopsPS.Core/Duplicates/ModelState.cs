using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Duplicates;

/// <summary>Carries probabilities between a model in use and one in a file: the only place that knows both.</summary>
internal static class ModelState
{
    /// <summary>The name of the pairs that have nothing to do with each other.</summary>
    public const string Strangers = "strangers";

    /// <summary>The name of the pairs that are one thing twice.</summary>
    public const string Same = "same";

    private const double MostOfAllPairs = .5;

    private static readonly string[] Kinds = Names();

    /// <summary>Takes the model of a set.</summary>
    public static DuplicateModel Capture(MatchSet set, MatchModel model)
    {
        var fields = new List<ModelField>();
        for (var f = 0; f < set.Fields.Length; f++)
        {
            var pairs = new Dictionary<string, double[]> { [Strangers] = model.Fields[f].Unrelated };
            for (var kind = 0; kind < Kinds.Length; kind++)
                if (model.Fields[f].Classes[kind] is { } probabilities) pairs[Kinds[kind]] = probabilities;
            fields.Add(new ModelField(set.Fields[f].Name, set.Fields[f].Kind.ToString(), set.Fields[f].Levels.Names, pairs));
        }

        return new DuplicateModel
        {
            Records = set.Count,
            Partners = Enumerable.Range(0, Kinds.Length).ToDictionary(kind => Kinds[kind], kind => model.Shares[kind] * Others(set)),
            Fields = fields,
            Ties = [.. model.Dependencies.Select(tie => (set.Fields[tie.First].Name, set.Fields[tie.Second].Name, (double)tie.Bits))],
            NamesakeEmail = model.NamesakeEmail,
        };
    }

    /// <summary>Fills the model of a set whose fields the saved one knows.</summary>
    public static void Apply(DuplicateModel saved, MatchSet set, MatchModel model)
    {
        for (var f = 0; f < set.Fields.Length; f++)
        {
            var known = saved.Fields.First(field => field.Name == set.Fields[f].Name && field.Kind == set.Fields[f].Kind.ToString());
            model.Fields[f].Unrelated = known.Pairs[Strangers];
            for (var kind = 0; kind < Kinds.Length; kind++)
                if (model.Fields[f].Classes[kind] is not null && known.Pairs.TryGetValue(Kinds[kind], out var probabilities)) model.Fields[f].Classes[kind] = probabilities;
        }

        // The share of all pairs falls as records are added; what stays is how many partners a record has.
        for (var kind = 0; kind < Kinds.Length; kind++)
            if (model.Shares[kind] > 0 && saved.Partners.TryGetValue(Kinds[kind], out var partners)) model.Shares[kind] = Math.Min(MostOfAllPairs / Kinds.Length, partners / Others(set));
        model.Dependencies = [.. saved.Ties.Select(tie => (First: IndexOf(tie.First), Second: IndexOf(tie.Second), tie.Bits)).Where(tie => tie.First >= 0 && tie.Second >= 0)
            .Select(tie => new Dependency(tie.First, tie.Second, (float)tie.Bits))];
        if (model.NamesakeEmail is { } own && saved.NamesakeEmail is { } namesakes && own.Length == namesakes.Length) model.NamesakeEmail = namesakes;

        int IndexOf(string name) => Array.FindIndex(set.Fields, field => field.Name == name);
    }

    private static int Others(MatchSet set) => Math.Max(1, set.Count - 1);

    private static string[] Names()
    {
        var names = new string[PairClass.Count];
        names[PairClass.Same] = Same;
        names[PairClass.Moved] = "moved";
        names[PairClass.Household] = "household";
        names[PairClass.Firm] = "firm";
        return names;
    }
}
