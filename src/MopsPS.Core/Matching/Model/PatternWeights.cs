using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
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
    [MethodImpl(Hot.Loop)]
    public void Update(MatchModel model)
    {
        for (var c = 0; c < PairClass.Count; c++)
        {
            var bits = Array.ConvertAll(model.Fields, field => field.Classes[c] is { } own ? Against(own, field.Unrelated) : null);
            // By case of namesakes, what the address tells of this kind in place of the usual.
            var namesakes = _email < 0 || model.NamesakeEmail is null || model.Fields[_email].Classes[c] is not { } classes ? null
                : Array.ConvertAll(model.NamesakeEmail, levels => PairClass.IsMatch(c) ? Against(classes, levels) : Array.ConvertAll(bits[_email]!, weight => Math.Min(0, weight)));
            for (var p = 0; p < patterns.Count; p++)
            {
                var pattern = patterns[p];
                var which = namesakes is null ? -1 : Case(pattern);
                double sum = 0;
                for (var f = 0; f < bits.Length; f++)
                {
                    var level = TrainingPairs.Level(pattern, f);
                    if (level >= 0 && bits[f] is { } weights) sum += which >= 0 && f == _email ? namesakes![which][level] : weights[level];
                }

                _bits[(p * PairClass.Count) + c] = sum;
            }
        }
    }

    private static double[] Against(double[] own, double[] others)
    {
        var bits = new double[own.Length];
        for (var level = 0; level < bits.Length; level++) bits[level] = Math.Log(own[level] / others[level], 2);
        return bits;
    }

    /// <summary>The levels of the e-mail addresses of those that are no match but of one name.</summary>
    /// <param name="sums">For each pattern, behind the kinds of pairs, how many pairs are no match.</param>
    /// <param name="priorPairs">How many pairs the expectation counts for.</param>
    public double[][] Namesakes(double[] sums, double priorPairs)
    {
        var cases = Array.ConvertAll(MatchModel.NamesakePriors, levels => Array.ConvertAll(levels, prior => prior * priorPairs));
        for (var p = 0; p < patterns.Count; p++)
        {
            if (Case(patterns[p]) is var which and >= 0 && TrainingPairs.Level(patterns[p], _email) is var level and >= 0)
                cases[which][level] += sums[(p * Expectation.Sums) + PairClass.Count];
        }

        foreach (var levels in cases) Normalize(levels);
        return cases;
    }

    /// <summary>Makes values sum to 1.</summary>
    public static void Normalize(double[] values)
    {
        var sum = values.Sum();
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
    }

    private int Case(ulong pattern) => MatchModel.NamesakeCase(TrainingPairs.Level(pattern, _given), TrainingPairs.Level(pattern, _family), TrainingPairs.Level(pattern, _email));
}
