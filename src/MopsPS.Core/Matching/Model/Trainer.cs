using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// Estimates a model from the data itself: u from random pairs, m and the shares by expectation maximisation (Dempster, Laird and Rubin 1977; for record linkage
/// Winkler 1988) over candidate pairs. What is to be expected counts as so many pairs, so that few data move it little.
/// </summary>
internal static class Trainer
{
    private const double PriorPairs = 25;
    private const double PriorRandomPairs = 200;
    private const int MostRandomPairs = 400_000;
    private const int Rounds = 40;
    private const int Run = 16_384;
    private const int Often = 64;

    private const double NeighboursAtLeast = .05;

    // Duplicates that differ more often than this in a field would not be told by it.
    private const double MostDifferent = .6;

    /// <summary>Counts the levels of random pairs. The order of the set is that of a hash, so neighbours at any distance are random pairs.</summary>
    public static double[][] CountRandom(MatchSet set)
    {
        var wanted = (long)Math.Min(MostRandomPairs, set.Pairs);
        // Runs of left records at one distance.
        var runs = new List<(int Distance, int From, int To)>();
        for (var distance = 1; distance < set.Count && wanted > 0; distance++)
        {
            for (var from = 0; from + distance < set.Count && wanted > 0; from += Run)
            {
                var to = (int)Math.Min(Math.Min(from + Run, set.Count - distance), from + wanted);
                runs.Add((distance, from, to));
                wanted -= to - from;
            }
        }

        var found = new double[runs.Count][][];
        set.Workers.Each(runs.Count, r => found[r] = Count(set, runs[r]));
        var counts = Empty(set);
        foreach (var run in found)
            for (var f = 0; f < counts.Length; f++)
                for (var level = 0; level < counts[f].Length; level++) counts[f][level] += run[f][level];
        return counts;
    }

    [MethodImpl(Hot.Loop)]
    private static double[][] Count(MatchSet set, (int Distance, int From, int To) run)
    {
        var counts = Empty(set);
        int given = Array.IndexOf(set.Fields, set.Given), family = Array.IndexOf(set.Fields, set.Family);
        for (var left = run.From; left < run.To; left++)
        {
            var names = NameLevels.Of(set, left, left + run.Distance);
            for (var f = 0; f < counts.Length; f++)
            {
                var level = f == given ? names.Given : f == family ? names.Family : set.Fields[f].Level(left, left + run.Distance, out _, out _);
                if (level >= 0) counts[f][level]++;
            }
        }

        return counts;
    }

    private static double[][] Empty(MatchSet set) => [.. set.Fields.Select(field => new double[field.Levels.Names.Length])];

    /// <summary>Estimates u.</summary>
    /// <param name="set">The records.</param>
    /// <param name="model">The model; changed.</param>
    /// <param name="counts">What <see cref="CountRandom"/> counted.</param>
    /// <param name="duplicates">How many duplicates a record has on average.</param>
    public static void EstimateUnrelated(MatchSet set, MatchModel model, double[][] counts, double duplicates)
    {
        set.Workers.Each(counts.Length, f =>
        {
            var prior = set.Fields[f].Levels.Unrelated;
            var exact = ExactByChance(set.Fields[f], duplicates);
            var total = counts[f].Sum() - counts[f][counts[f].Length - 1] + (PriorRandomPairs * (1 - prior[prior.Length - 1]));
            var unrelated = new double[prior.Length];
            for (var level = 0; level < prior.Length - 1; level++)
            {
                // What no random pair showed may still be as frequent as one in all of them.
                var seen = Math.Max((counts[f][level] + (PriorRandomPairs * prior[level])) / total, Math.Min(prior[level], 1 / total));
                unrelated[level] = seen;
            }

            PatternWeights.Normalize(unrelated);
            for (var level = 0; level < prior.Length - 1; level++) unrelated[level] *= 1 - exact;
            unrelated[prior.Length - 1] = exact;
            model.Fields[f].Unrelated = unrelated;
        });
    }

    /// <summary>Moves the model to the pairs.</summary>
    /// <param name="set">The records.</param>
    /// <param name="model">The model; changed.</param>
    /// <param name="pairs">The pairs to learn from.</param>
    public static void Learn(MatchSet set, MatchModel model, TrainingPairs pairs)
    {
        var patterns = new PatternWeights(set, pairs.Patterns);
        var expectation = new Expectation(model, pairs, patterns, set.Workers);
        var sums = expectation.Total;
        for (var round = 0; round < Rounds; round++)
        {
            expectation.Step(round);
            var before = model.MatchShare;
            for (var c = 0; c < PairClass.Count; c++)
            {
                if (model.Shares[c] == 0) continue;
                double sum = 0;
                for (var p = 0; p < pairs.Patterns.Count; p++) sum += sums[(p * Expectation.Sums) + c];
                // Wherever there are many records, some are neighbours.
                model.Shares[c] = Share((sum - expectation.Extra[c]) * pairs.Scale, PairClass.IsMatch(c) ? 0 : NeighboursAtLeast * set.Count / set.Pairs, pairs.All);
            }

            Maximize(set, model, pairs.Patterns, sums);
            if (model.NamesakeEmail is not null) model.NamesakeEmail = patterns.Namesakes(sums, PriorPairs);
            if (round > 5 && Math.Abs(model.MatchShare - before) < 1e-4 * before) break;
        }
    }

    private static void Maximize(MatchSet set, MatchModel model, IReadOnlyList<ulong> patterns, double[] sums)
    {
        for (var f = 0; f < set.Fields.Length; f++)
        {
            if (set.Fields[f].Kind == MatchKind.Generation) continue;
            for (var c = 0; c < PairClass.Count; c++)
            {
                // Before and after a move people have the same habits of writing their names: one estimate for both kinds.
                if (c == PairClass.Moved || PairClass.Prior(c, set.Fields[f], set.AreFirms) is not { } prior) continue;
                var both = c == PairClass.Same && !PairClass.Moves(set.Fields[f]);
                var learnt = Array.ConvertAll(prior, p => p * PriorPairs * (PairClass.IsMatch(c) ? 1 : 2));
                for (var p = 0; p < patterns.Count; p++)
                {
                    var level = TrainingPairs.Level(patterns[p], f);
                    if (level < 0) continue;
                    var at = p * Expectation.Sums;
                    learnt[level] += sums[at + c] + (both ? sums[at + PairClass.Moved] : 0);
                }

                PatternWeights.Normalize(learnt);
                if (c == PairClass.Same) Cap(learnt);
                model.Fields[f].Classes[c] = learnt;
                if (both) model.Fields[f].Classes[PairClass.Moved] = learnt;
            }
        }
    }

    // Half a pair at least, so that the odds stay odds; at most half of all pairs.
    private static double Share(double sum, double atLeast, double all) => Math.Min(.5, ((sum + .5) / (all + 1)) + atLeast);

    private static void Cap(double[] match)
    {
        if (match[0] <= MostDifferent) return;
        var factor = (1 - MostDifferent) / (1 - match[0]);
        for (var level = 1; level < match.Length; level++) match[level] *= factor;
        match[0] = MostDifferent;
    }

    /// <summary>The probability that two records of different things have the same value.</summary>
    private static double ExactByChance(MatchField field, double duplicates)
    {
        double records = 0;
        // Values that are as frequent and as expected as others are one term: the sum then has few, and an order that is none of the rows.
        var alike = new Dictionary<(int Frequency, double Expected), (int Value, int Count)>();
        // Nearly all are seldom and nothing is known of them: those are counted without looking anything up.
        var usual = new (int Value, int Count)[Often];
        for (var value = 0; value < field.Values.Count; value++)
        {
            var (frequency, expected) = (field.Values.Frequency[value], field.Expected(value));
            records += frequency;
            if (frequency < Often && expected == field.Levels.Frequency) usual[frequency] = (value, usual[frequency].Count + 1);
            else alike[(frequency, expected)] = alike.TryGetValue((frequency, expected), out var known) ? (known.Value, known.Count + 1) : (value, 1);
        }

        for (var frequency = 0; frequency < Often; frequency++)
            if (usual[frequency].Count > 0) alike[(frequency, field.Levels.Frequency)] = usual[frequency];
        if (records == 0) return field.Levels.Frequency;
        var sum = 0.0;
        foreach (var pair in alike.OrderBy(pair => pair.Key))
            sum += pair.Value.Count * (pair.Key.Frequency / records) * Weights.Frequency(field, pair.Value.Value, records, duplicates);
        return Math.Min(.95, Math.Max(1e-9, sum));
    }
}
