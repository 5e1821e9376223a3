using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>The weights of patterns of levels under a model, for the expectation step.</summary>
internal sealed class PatternWeights(MatchSet set, IReadOnlyList<ulong> patterns)
{
    private readonly double[] _bits = new double[patterns.Count * PairClass.Count];
    private readonly int _email = Array.FindIndex(set.Fields, field => field.Kind == MatchKind.Email);
    private readonly int _given = Array.IndexOf(set.Fields, set.Given);
    private readonly int _family = Array.IndexOf(set.Fields, set.Family);

    /// <summary>The bits of a pattern for a kind of pair against strangers.</summary>
    public double Of(int pattern, int pairClass) => _bits[(pattern * PairClass.Count) + pairClass];

    /// <summary>Works the weights out anew.</summary>
    public void Update(MatchModel model)
    {
        for (var p = 0; p < patterns.Count; p++)
        {
            var namesakes = model.NamesakeEmail is not null && AreNamesakes(patterns[p]);
            for (var c = 0; c < PairClass.Count; c++)
            {
                double bits = 0;
                for (var f = 0; f < set.Fields.Length; f++)
                {
                    var level = TrainingPairs.Level(patterns[p], f);
                    if (level < 0 || model.Fields[f].Classes[c] is not { } own) continue;
                    var isNamesake = f == _email && namesakes;
                    var weight = Math.Log(own[level] / (isNamesake && PairClass.IsMatch(c) ? model.NamesakeEmail![level] : model.Fields[f].Unrelated[level]), 2);
                    bits += isNamesake && !PairClass.IsMatch(c) ? Math.Min(0, weight) : weight;
                }

                _bits[(p * PairClass.Count) + c] = bits;
            }
        }
    }

    /// <summary>The levels of the e-mail addresses of strangers whose names agree.</summary>
    /// <param name="sums">For each pattern, behind the kinds of pairs, how many pairs are no match.</param>
    /// <param name="priorPairs">How many pairs the expectation counts for.</param>
    public double[] Namesakes(double[] sums, double priorPairs)
    {
        var levels = Array.ConvertAll(MatchModel.NamesakePrior, prior => prior * priorPairs);
        for (var p = 0; p < patterns.Count; p++)
            if (AreNamesakes(patterns[p]) && TrainingPairs.Level(patterns[p], _email) is >= 0 and var level) levels[level] += sums[(p * (PairClass.Count + 1)) + PairClass.Count];
        Normalize(levels);
        return levels;
    }

    /// <summary>Makes values sum to 1.</summary>
    public static void Normalize(double[] values)
    {
        var sum = values.Sum();
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
    }

    private bool AreNamesakes(ulong pattern) => TrainingPairs.Level(pattern, _given) > 0 && TrainingPairs.Level(pattern, _family) > 0;
}
