using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Duplicates;

/// <summary>Carries probabilities between a model in use and one in a file: the only place that knows both.</summary>
internal static class ModelState
{
    private const string Same = "same";
    private const string Place = "place";
    private const string Strangers = "strangers";

    /// <summary>Takes the model of a set.</summary>
    public static DuplicateModel Capture(MatchSet set, MatchModel model)
    {
        var others = Math.Max(1, set.Count - 1);
        var fields = new List<ModelField>();
        for (var f = 0; f < set.Fields.Length; f++)
        {
            var field = model.Fields[f];
            var pairs = new Dictionary<string, double[]> { [Same] = field.Match, [Strangers] = field.Unrelated };
            if (field.OwnPlace) pairs[Place] = field.Place;
            fields.Add(new ModelField(set.Fields[f].Name, set.Fields[f].Kind.ToString(), set.Fields[f].Levels.Names, pairs));
        }

        return new DuplicateModel
        {
            Records = set.Count,
            Partners = new Dictionary<string, double> { [Same] = model.MatchShare * others, [Place] = model.PlaceShare * others },
            Fields = fields,
            Ties = [.. model.Dependencies.Select(tie => (set.Fields[tie.First].Name, set.Fields[tie.Second].Name, (double)tie.Bits))],
            NamesakeEmail = model.NamesakeEmail,
        };
    }

    /// <summary>Fills the model of a set whose fields the saved one knows.</summary>
    public static void Apply(DuplicateModel saved, MatchSet set, MatchModel model)
    {
        var others = Math.Max(1, set.Count - 1);
        for (var f = 0; f < set.Fields.Length; f++)
        {
            var known = saved.Fields.First(field => field.Name == set.Fields[f].Name && field.Kind == set.Fields[f].Kind.ToString());
            var field = model.Fields[f];
            field.Match = known.Pairs[Same];
            field.Unrelated = known.Pairs[Strangers];
            if (field.OwnPlace && known.Pairs.TryGetValue(Place, out var place)) field.Place = place;
        }

        // The share of all pairs falls as records are added; what stays is how many partners a record has.
        model.MatchShare = Math.Min(.5, saved.Partners[Same] / others);
        if (model.HasPlaces && saved.Partners.TryGetValue(Place, out var neighbours)) model.PlaceShare = Math.Min(.4, neighbours / others);
        model.Dependencies = [.. saved.Ties.Select(tie => (First: IndexOf(tie.First), Second: IndexOf(tie.Second), tie.Bits)).Where(tie => tie.First >= 0 && tie.Second >= 0)
            .Select(tie => new Dependency(tie.First, tie.Second, (float)tie.Bits))];
        if (model.NamesakeEmail is not null && saved.NamesakeEmail is { } namesakes) model.NamesakeEmail = namesakes;

        int IndexOf(string name) => Array.FindIndex(set.Fields, field => field.Name == name);
    }
}
