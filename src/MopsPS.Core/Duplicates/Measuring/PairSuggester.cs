using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Clustering;
using MopsPS.Core.Matching.Model;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>
/// Chooses the pairs whose answers would teach the model most: those it is least sure of (uncertainty sampling, Lewis and Gale 1994), spread over the patterns of
/// agreement, so that twenty answers are not twenty times the same one. Depends on nothing but the records: no chance, no order of rows.
/// </summary>
public static class PairSuggester
{
    // Pairs further from the threshold than this many bits (1 in 64) are as good as decided.
    private const double Unsure = 6;

    /// <summary>Chooses pairs.</summary>
    /// <param name="run">What was compared.</param>
    /// <param name="count">How many at the most.</param>
    /// <returns>The pairs by the rows that stand for their records, the most telling first. No record is in two of them, and none was answered already.</returns>
    public static IReadOnlyList<FoundPair> Choose(DuplicateRun run, int count)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        var threshold = Agglomeration.Bits(run.Finder.Options.Threshold);
        var answered = new HashSet<(int, int)>(run.Answered.Select(answer => (answer.Left, answer.Right)));
        var patterns = new Dictionary<ulong, Pattern>();
        Span<int> levels = stackalloc int[run.Set.Fields.Length];
        Span<float> adjustments = stackalloc float[PairClass.Count];
        foreach (var pair in run.Scored)
        {
            var distance = Math.Abs(pair.Odds - threshold);
            if (distance > Unsure || answered.Contains((pair.Left, pair.Right))) continue;
            run.Scorer.Levels(pair.Left, pair.Right, levels, adjustments);
            var key = TrainingPairs.Pack(levels);
            if (!patterns.TryGetValue(key, out var pattern)) patterns.Add(key, pattern = new Pattern(key));
            // The variance of an answer: p (1 - p), with p as seen from the threshold.
            var p = Agglomeration.Probability(pair.Odds - threshold);
            pattern.Doubt += p * (1 - p);
            pattern.Pairs.Add((distance, pair.Left, pair.Right, pair.Odds));
        }

        foreach (var pattern in patterns.Values) pattern.Pairs.Sort();
        var used = new HashSet<int>();
        var chosen = new List<FoundPair>();
        while (chosen.Count < count)
        {
            // Each pair asked of a pattern leaves less to learn from the next one.
            var best = patterns.Values.Where(pattern => pattern.Skip(used)).OrderByDescending(pattern => pattern.Doubt / (1 + pattern.Asked)).ThenBy(pattern => pattern.Key).FirstOrDefault();
            if (best is null) break;
            var (_, left, right, odds) = best.Take();
            used.Add(left);
            used.Add(right);
            int a = run.FirstRow(left), b = run.FirstRow(right);
            chosen.Add(new FoundPair(Math.Min(a, b), Math.Max(a, b), odds));
        }

        return chosen;
    }

    private sealed class Pattern(ulong key)
    {
        private int _next;

        public ulong Key { get; } = key;

        public double Doubt { get; set; }

        public int Asked { get; private set; }

        public List<(double Distance, int Left, int Right, float Odds)> Pairs { get; } = [];

        // Goes to the first pair of which no record was asked; false where there is none.
        public bool Skip(HashSet<int> used)
        {
            while (_next < Pairs.Count && (used.Contains(Pairs[_next].Left) || used.Contains(Pairs[_next].Right))) _next++;
            return _next < Pairs.Count;
        }

        public (double Distance, int Left, int Right, float Odds) Take()
        {
            Asked++;
            return Pairs[_next++];
        }
    }
}
