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
        var scorer = new PairScorer(set, new Weights(set, model));
        for (var distance = 1; distance < set.Count && done < wanted; distance++)
        {
            for (var left = 0; left + distance < set.Count && done < wanted; left++, done++)
            {
                scorer.Levels(left, left + distance, levels, out _, out _);
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
            var total = counts[f].Sum() - counts[f][counts[f].Length - 1] + PriorRandomPairs;
            var unrelated = new double[prior.Length];
            for (var level = 0; level < prior.Length - 1; level++) unrelated[level] = (1 - exact) * (counts[f][level] + (PriorRandomPairs * prior[level])) / total;
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
        var patterns = pairs.Patterns;
        var fields = set.Fields.Length;
        var match = new double[patterns.Count];
        var place = new double[patterns.Count];
        var adjustment = new float[pairs.Pattern.Count];
        var placeAdjustment = new float[pairs.Pattern.Count];
        for (var i = 0; i < adjustment.Length; i++)
        {
            adjustment[i] = pairs.Adjustment[i];
            placeAdjustment[i] = pairs.PlaceAdjustment[i];
        }

        var numbers = pairs.Pattern.ToArray();
        var email = Array.FindIndex(set.Fields, field => field.Kind == MatchKind.Email);
        int given = Array.IndexOf(set.Fields, set.Given), family = Array.IndexOf(set.Fields, set.Family);
        var strangerSums = new double[patterns.Count];
        var matchSums = new double[patterns.Count];
        var placeSums = new double[patterns.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var p = 0; p < patterns.Count; p++)
            {
                double m = 0, h = 0;
                for (var f = 0; f < fields; f++)
                {
                    var level = TrainingPairs.Level(patterns[p], f);
                    if (level < 0) continue;
                    var field = model.Fields[f];
                    var unrelated = f == email && AreNamesakes(patterns[p]) ? model.NamesakeEmail! : field.Unrelated;
                    m += Math.Log(field.Match[level] / unrelated[level], 2);
                    if (field.OwnPlace) h += Math.Min(Math.Log(field.Place[level] / field.Unrelated[level], 2), ReferenceEquals(unrelated, field.Unrelated) ? double.MaxValue : 0);
                }

                match[p] = m;
                place[p] = h;
            }

            Array.Clear(matchSums, 0, matchSums.Length);
            Array.Clear(placeSums, 0, placeSums.Length);
            Array.Clear(strangerSums, 0, strangerSums.Length);
            var strangers = 1 - model.MatchShare - model.PlaceShare;
            for (var i = 0; i < numbers.Length; i++)
            {
                var p = numbers[i];
                var m = model.MatchShare * Math.Pow(2, match[p] + adjustment[i]);
                var h = model.PlaceShare == 0 ? 0 : model.PlaceShare * Math.Pow(2, place[p] + placeAdjustment[i]);
                var all = m + h + strangers;
                if (m > TeachesFrom * all) matchSums[p] += m / all;
                if (h > TeachesFrom * all) placeSums[p] += h / all;
                strangerSums[p] += (all - m) / all;
            }

            var before = model.MatchShare;
            model.MatchShare = Share(matchSums.Sum() * pairs.Scale, set);
            // Wherever there are many records, some are neighbours.
            if (model.HasPlaces) model.PlaceShare = Share((placeSums.Sum() * pairs.Scale) + (NeighboursAtLeast * set.Count), set);
            Maximize(set, model, patterns, matchSums, placeSums);
            if (model.NamesakeEmail is not null) model.NamesakeEmail = Namesakes();
            if (round > 5 && Math.Abs(model.MatchShare - before) < 1e-4 * before) break;
        }

        bool AreNamesakes(ulong pattern) => model.NamesakeEmail is not null && TrainingPairs.Level(pattern, given) > 0 && TrainingPairs.Level(pattern, family) > 0;

        double[] Namesakes()
        {
            var levels = Array.ConvertAll(MatchModel.NamesakePrior, prior => prior * PriorPairs);
            for (var p = 0; p < patterns.Count; p++)
                if (AreNamesakes(patterns[p]) && TrainingPairs.Level(patterns[p], email) is >= 0 and var level) levels[level] += strangerSums[p];
            Normalize(levels);
            return levels;
        }
    }

    private static void Maximize(MatchSet set, MatchModel model, System.Collections.Generic.List<ulong> patterns, double[] matchSums, double[] placeSums)
    {
        for (var f = 0; f < set.Fields.Length; f++)
        {
            var prior = new FieldModel(set.Fields[f]);
            var match = Array.ConvertAll(prior.Match, p => p * PriorPairs);
            var place = Array.ConvertAll(prior.Place, p => p * PriorPairs * 2);
            for (var p = 0; p < patterns.Count; p++)
            {
                var level = TrainingPairs.Level(patterns[p], f);
                if (level < 0) continue;
                match[level] += matchSums[p];
                place[level] += placeSums[p];
            }

            Normalize(match);
            Normalize(place);
            Cap(match);
            model.Fields[f].Match = match;
            if (model.Fields[f].OwnPlace) model.Fields[f].Place = place;
        }
    }

    // At least one pair in the file, so that the odds stay odds; at most half of all pairs.
    private static double Share(double sum, MatchSet set) => Math.Min(.5, (sum + .5) / (set.Pairs + 1));

    private static void Cap(double[] match)
    {
        if (match[0] <= MostDifferent) return;
        var factor = (1 - MostDifferent) / (1 - match[0]);
        for (var level = 1; level < match.Length; level++) match[level] *= factor;
        match[0] = MostDifferent;
    }

    private static void Normalize(double[] values)
    {
        var sum = values.Sum();
        for (var i = 0; i < values.Length; i++) values[i] /= sum;
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
