using System;
using System.Linq;
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

    private const int Range = 65_536;
    private const int Often = 64;

    /// <summary>Works out the weights.</summary>
    public Weights(MatchSet set, MatchModel model)
    {
        var fields = set.Fields.Length;
        Levels = new float[PairClass.Count][][];
        OnExact = new float[PairClass.Count][];
        Priors = new float[PairClass.Count];
        for (var c = 0; c < PairClass.Count; c++)
        {
            Levels[c] = new float[fields][];
            OnExact[c] = new float[fields];
            Priors[c] = model.Shares[c] > 0 ? Log(model.Shares[c] / model.Strangers) : float.NegativeInfinity;
            for (var f = 0; f < fields; f++)
            {
                var field = model.Fields[f];
                var own = field.Classes[c];
                Levels[c][f] = new float[field.Unrelated.Length];
                OnExact[c][f] = own is null ? float.NaN : Log(own[own.Length - 1] / field.Match[own.Length - 1]);
                for (var level = 0; own is not null && level < own.Length; level++) Levels[c][f][level] = Log(own[level] / field.Unrelated[level]);
            }
        }

        Exact = new float[fields][];
        Near = new float[fields];
        var duplicates = Math.Min(10, model.MatchShare * (set.Count - 1));
        for (var f = 0; f < fields; f++)
        {
            Exact[f] = Telling(set.Fields[f], model.Fields[f].Match[set.Fields[f].Levels.Exact], duplicates, set.Workers);
            Near[f] = float.NegativeInfinity;
            for (var level = 0; level < set.Fields[f].Levels.Exact; level++)
                if (set.Fields[f].Levels.Names[level] != "Swapped" || set.Fields[f] is not NameField) Near[f] = Math.Max(Near[f], Match[f][level]);
        }

        if (model.NamesakeEmail is { } namesakes)
        {
            var email = Array.FindIndex(set.Fields, field => field.Kind == MatchKind.Email);
            NamesakeEmail = Array.ConvertAll(namesakes, levels => Array.ConvertAll(Enumerable.Range(0, levels.Length).ToArray(), level => Log(model.Fields[email].Match[level] / levels[level])));
        }

        Dependencies = [.. model.Dependencies];
        if (set.Given is { } given)
        {
            var match = model.Fields[Array.IndexOf(set.Fields, given)].Match;
            SwapCost = Math.Max(0, Log(match[given.Levels.Exact] / match[given.Swapped]));
        }
    }

    /// <summary>By kind of pair, field and level, the bits against strangers; 0 where the kind is like them.</summary>
    public float[][][] Levels { get; }

    /// <summary>By field and level, the bits for one thing against strangers.</summary>
    public float[][] Match => Levels[PairClass.Same];

    /// <summary>By field and value, the bits of the exact level for one thing against strangers.</summary>
    public float[][] Exact { get; }

    /// <summary>By field, the most that two values which are not the same can tell where they stand; names in each other's column can tell more.</summary>
    public float[] Near { get; }

    /// <summary>By kind of pair and field, what to add to <see cref="Exact"/> for that kind; NaN where it is like strangers in the field.</summary>
    public float[][] OnExact { get; }

    /// <summary>By kind of pair, the bits before any field.</summary>
    public float[] Priors { get; }

    /// <summary>By case and level of the e-mail address, the bits for one thing against others of the same name; null where there are no such cases.</summary>
    public float[][]? NamesakeEmail { get; }

    /// <summary>The bits that names in each other's column tell less than names at their place.</summary>
    public float SwapCost { get; }

    /// <summary>The ties between fields.</summary>
    public Dependency[] Dependencies { get; }

    /// <summary>The probability that a record of something else has this value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="records">How many records have a value in the field.</param>
    /// <param name="duplicates">How many duplicates a record has on average: they have the value too, and are nothing else.</param>
    public static double Frequency(MatchField field, int value, double records, double duplicates)
    {
        var others = Math.Max(0, field.Values.Frequency[value] - 1 - duplicates);
        return (others + (PriorRecords * field.Expected(value))) / (records + PriorRecords);
    }

    // The weights of a field's values. Most values are as frequent as thousands of others, and a logarithm is not worked out twice.
    private static float[] Telling(MatchField field, double match, double duplicates, Workers workers)
    {
        double records = 0;
        foreach (var count in field.Values.Frequency) records += count;
        var exact = new float[field.Values.Count];
        workers.Ranges(exact.Length, Range, (from, to) =>
        {
            var known = new float[Often];
            for (var value = from; value < to; value++)
            {
                var often = field.Values.Frequency[value];
                var isUsual = often < Often && field.Expected(value) == field.Levels.Frequency;
                if (isUsual && known[often] != 0) exact[value] = known[often];
                else exact[value] = Log(match / Frequency(field, value, records, duplicates));
                if (isUsual) known[often] = exact[value];
            }
        });
        return exact;
    }

    private static float Log(double value) => (float)Math.Log(value, 2);
}
