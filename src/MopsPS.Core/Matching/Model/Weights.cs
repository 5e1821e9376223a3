using System;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// A model worked out for a set: the weight in bits of each level, and of each value for the exact level. Two Zoltans are more telling than two Johns: the
/// term-frequency adjustment of Winkler (1989), with a floor by expectation for values that a small file shows once.
/// </summary>
internal sealed class Weights
{
    // What is known of how frequent values are counts as much as this many records of the file.
    private const double PriorRecords = 200;

    // What the classes of the tables of names stand for: the share of people who bear such a name, by order of magnitude.
    private static readonly double[] GivenClass = [0, 1.2e-2, 5e-3, 2e-3, 1e-3, 5e-4];
    private static readonly double[] FamilyClass = [0, 6e-3, 2.5e-3, 1e-3, 6e-4, 3e-4];

    /// <summary>Works out the weights.</summary>
    public Weights(MatchSet set, MatchModel model)
    {
        var fields = set.Fields.Length;
        Match = new float[fields][];
        Place = new float[fields][];
        Exact = new float[fields][];
        PlaceOnExact = new float[fields];
        var duplicates = Math.Min(10, model.MatchShare * (set.Count - 1));
        for (var f = 0; f < fields; f++)
        {
            var field = set.Fields[f];
            var fieldModel = model.Fields[f];
            var levels = field.Levels.Names.Length;
            Match[f] = new float[levels];
            Place[f] = new float[levels];
            for (var level = 0; level < levels; level++)
            {
                Match[f][level] = Log(fieldModel.Match[level] / fieldModel.Unrelated[level]);
                Place[f][level] = fieldModel.OwnPlace && model.HasPlaces ? Log(fieldModel.Place[level] / fieldModel.Unrelated[level]) : 0;
            }

            var exact = field.Levels.Exact;
            PlaceOnExact[f] = fieldModel.OwnPlace && model.HasPlaces ? Log(fieldModel.Place[exact] / fieldModel.Match[exact]) : float.NaN;
            var values = field.Values;
            double records = 0;
            foreach (var count in values.Frequency) records += count;
            Exact[f] = new float[values.Count];
            for (var value = 0; value < values.Count; value++)
            {
                var share = Frequency(field, value, records, duplicates);
                Exact[f][value] = Log(fieldModel.Match[exact] / share);
            }
        }

        if (model.NamesakeEmail is { } namesakes)
        {
            var email = Array.FindIndex(set.Fields, field => field.Kind == MatchKind.Email);
            NamesakeEmail = new float[namesakes.Length];
            for (var level = 0; level < namesakes.Length; level++) NamesakeEmail[level] = Log(model.Fields[email].Match[level] / namesakes[level]);
        }

        Dependencies = [.. model.Dependencies];
        Prior = Log(model.MatchShare / (1 - model.MatchShare - model.PlaceShare));
        PlacePrior = model.PlaceShare > 0 ? Log(model.PlaceShare / (1 - model.MatchShare - model.PlaceShare)) : float.NegativeInfinity;
    }

    /// <summary>By field and level, the bits for one thing against strangers.</summary>
    public float[][] Match { get; }

    /// <summary>By field and level, the bits for one place against strangers.</summary>
    public float[][] Place { get; }

    /// <summary>By field and value, the bits of the exact level for one thing against strangers.</summary>
    public float[][] Exact { get; }

    /// <summary>By field, what to add to <see cref="Exact"/> for one place; NaN where a place says nothing about the field.</summary>
    public float[] PlaceOnExact { get; }

    /// <summary>By level of the e-mail address, the bits for one thing against strangers of the same name; null where there is no such case.</summary>
    public float[]? NamesakeEmail { get; }

    /// <summary>The ties between fields.</summary>
    public Dependency[] Dependencies { get; }

    /// <summary>The starting weight: the odds of one thing against strangers, before any field.</summary>
    public float Prior { get; }

    /// <summary>The odds of one place against strangers.</summary>
    public float PlacePrior { get; }

    /// <summary>The probability that a record of something else has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="records">How many records have a value in the field.</param>
    /// <param name="duplicates">How many duplicates a record has on average: they have the value too, and are nothing else.</param>
    public static double Frequency(MatchField field, int value, double records, double duplicates)
    {
        var others = Math.Max(0, field.Values.Frequency[value] - 1 - duplicates);
        return (others + (PriorRecords * Expected(field, value))) / (records + PriorRecords);
    }

    private static double Expected(MatchField field, int value) => field.Kind switch
    {
        MatchKind.GivenName when GivenNames.TryGet(field.Values.Text[value], out var name) => GivenClass[name.Frequency],
        MatchKind.FamilyName when Surnames.TryGet(field.Values.Text[value], out var frequency) => FamilyClass[frequency],
        _ => field.Levels.Frequency,
    };

    private static float Log(double value) => (float)Math.Log(value, 2);
}
