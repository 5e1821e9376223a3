using System;
using System.Linq;
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
    private const int SettleAfter = 3;
    private const double MayBeSomething = 1e-4;

    // Pairs that are more likely something else do not teach. There are so many of them that their small shares add up and drag the class of matches to
    // whatever large group of pairs agrees in something, the known weakness of EM where matches are rare (Winkler 2006, section 5).
    private const double TeachesFrom = .4;

    private const double NeighboursAtLeast = .05;

    // Duplicates that differ more often than this in a field would not be told by it.
    private const double MostDifferent = .6;

    /// <summary>Counts the levels of random pairs. The order of the set is that of a hash, so neighbours at any distance are random pairs.</summary>
    public static double[][] CountRandom(MatchSet set, MatchModel model)
    {
        var counts = set.Fields.Select(field => new double[field.Levels.Names.Length]).ToArray();
        var wanted = Math.Min(MostRandomPairs, set.Pairs);
        var done = 0L;
        Span<int> levels = stackalloc int[set.Fields.Length];
        Span<float> adjustments = stackalloc float[PairClass.Count];
        var scorer = new PairScorer(set, new Weights(set, model));
        for (var distance = 1; distance < set.Count && done < wanted; distance++)
        {
            for (var left = 0; left + distance < set.Count && done < wanted; left++, done++)
            {
                scorer.Levels(left, left + distance, levels, adjustments);
                for (var f = 0; f < levels.Length; f++)
                    if (levels[f] >= 0) counts[f][levels[f]]++;
            }
        }

        return counts;
    }

    /// <summary>Estimates u.</summary>
    /// <param name="set">The records.</param>
    /// <param name="model">The model; changed.</param>
    /// <param name="counts">What <see cref="CountRandom"/> counted.</param>
    /// <param name="duplicates">How many duplicates a record has on average.</param>
    public static void EstimateUnrelated(MatchSet set, MatchModel model, double[][] counts, double duplicates)
    {
        for (var f = 0; f < counts.Length; f++)
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
        }
    }

    /// <summary>Moves the model to the pairs.</summary>
    /// <param name="set">The records.</param>
    /// <param name="model">The model; changed.</param>
    /// <param name="pairs">The pairs to learn from.</param>
    public static void Learn(MatchSet set, MatchModel model, TrainingPairs pairs)
    {
        var adjustments = pairs.Adjustments.ToArray();
        var numbers = pairs.Pattern.ToArray();
        var patterns = new PatternWeights(set, pairs.Patterns);
        // For each pattern and kind of pair how many pairs of it are of that kind; behind them, how many are no match.
        var sums = new double[pairs.Patterns.Count * (PairClass.Count + 1)];
        var odds = new double[PairClass.Count];
        var extra = new double[PairClass.Count];
        // Nearly all pairs are nothing and stay so: after a few rounds only those that may still be something are gone through.
        var active = new int[numbers.Length];
        for (var i = 0; i < active.Length; i++) active[i] = i;
        var settled = new double[sums.Length];
        var count = active.Length;
        for (var round = 0; round < Rounds; round++)
        {
            patterns.Update(model);
            settled.CopyTo(sums, 0);
            Array.Clear(extra, 0, extra.Length);
            var strangers = model.Strangers;
            var kept = 0;
            for (var n = 0; n < count; n++)
            {
                var i = active[n];
                var all = strangers;
                for (var c = 0; c < PairClass.Count; c++)
                {
                    odds[c] = model.Shares[c] == 0 ? 0 : model.Shares[c] * Math.Pow(2, patterns.Of(numbers[i], c) + adjustments[(i * PairClass.Count) + c]);
                    all += odds[c];
                }

                var at = numbers[i] * (PairClass.Count + 1);
                if (pairs.Answers.Count > 0 && pairs.Answers.TryGetValue(i, out var isSame))
                {
                    AnsweredPairs.Count(isSame, odds, strangers, sums.AsSpan(at, PairClass.Count + 1), extra);
                    active[kept++] = i;
                    continue;
                }

                var match = odds[PairClass.Same] + odds[PairClass.Moved];
                for (var c = 0; c < PairClass.Count; c++)
                    if ((PairClass.IsMatch(c) ? match : odds[c]) > TeachesFrom * all) sums[at + c] += odds[c] / all;
                sums[at + PairClass.Count] += (all - match) / all;
                if (round != SettleAfter || all - strangers > MayBeSomething * all) active[kept++] = i;
                else settled[at + PairClass.Count]++;
            }

            count = kept;

            var before = model.MatchShare;
            for (var c = 0; c < PairClass.Count; c++)
            {
                if (model.Shares[c] == 0) continue;
                double sum = 0;
                for (var p = 0; p < pairs.Patterns.Count; p++) sum += sums[(p * (PairClass.Count + 1)) + c];
                // Wherever there are many records, some are neighbours.
                model.Shares[c] = Share((sum - extra[c]) * pairs.Scale, PairClass.IsMatch(c) ? 0 : NeighboursAtLeast * set.Count / set.Pairs, pairs.All);
            }

            Maximize(set, model, pairs.Patterns, sums);
            if (model.NamesakeEmail is not null) model.NamesakeEmail = patterns.Namesakes(sums, PriorPairs);
            if (round > 5 && Math.Abs(model.MatchShare - before) < 1e-4 * before) break;
        }
    }

    private static void Maximize(MatchSet set, MatchModel model, System.Collections.Generic.List<ulong> patterns, double[] sums)
    {
        for (var f = 0; f < set.Fields.Length; f++)
        {
            if (set.Fields[f].Kind == MatchKind.Generation) continue;
            for (var c = 0; c < PairClass.Count; c++)
            {
                // Before and after a move people have the same habits of writing their names: one estimate for both kinds.
                if (c == PairClass.Moved || PairClass.Prior(c, set.Fields[f]) is not { } prior) continue;
                var both = c == PairClass.Same && !PairClass.Moves(set.Fields[f]);
                var learnt = Array.ConvertAll(prior, p => p * PriorPairs * (PairClass.IsMatch(c) ? 1 : 2));
                for (var p = 0; p < patterns.Count; p++)
                {
                    var level = TrainingPairs.Level(patterns[p], f);
                    if (level < 0) continue;
                    var at = p * (PairClass.Count + 1);
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
        double records = 0, sum = 0;
        foreach (var count in field.Values.Frequency) records += count;
        if (records == 0) return field.Levels.Frequency;
        for (var value = 0; value < field.Values.Count; value++) sum += field.Values.Frequency[value] / records * Weights.Frequency(field, value, records, duplicates);
        return Math.Min(.95, Math.Max(1e-9, sum));
    }
}
