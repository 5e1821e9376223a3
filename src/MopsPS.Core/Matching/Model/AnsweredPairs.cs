using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// Pairs that a person has judged. They enter the estimation with the kind that the answer allows: of "the same" the chances of all other kinds are 0, of "not the
/// same" those of one thing are, whatever the model thinks (Nigam, McCallum, Thrun and Mitchell 2000 mix labelled and unlabelled cases so).
/// </summary>
internal sealed class AnsweredPairs
{
    /// <summary>
    /// As how many pairs an answer counts where levels are estimated: 10, so that three answers on one pattern outweigh what is expected before any data (25 pairs).
    /// For how many duplicates there are it counts once, since pairs are not asked at random.
    /// </summary>
    public const double Weight = 10;

    private readonly List<(int Left, int Right, bool IsSame)> _answers;

    /// <summary>Takes answers.</summary>
    /// <param name="answers">The records of a set and whether they are the same; each pair once.</param>
    public AnsweredPairs(IEnumerable<(int Left, int Right, bool IsSame)> answers) => _answers = [.. answers];

    /// <summary>The answers.</summary>
    public IReadOnlyList<(int Left, int Right, bool IsSame)> All => _answers;

    /// <summary>Marks the answered pairs among those to learn from, and adds those that are not there.</summary>
    public void Join(TrainingPairs pairs, PairScorer scorer, int fields)
    {
        var places = new Dictionary<(int, int), bool>();
        foreach (var (left, right, isSame) in _answers) places[left < right ? (left, right) : (right, left)] = isSame;
        for (var i = 0; i < pairs.Count && places.Count > 0; i++)
        {
            if (!places.TryGetValue(pairs.Records(i), out var isSame)) continue;
            pairs.Answers[i] = isSame;
            places.Remove(pairs.Records(i));
        }

        var levels = new int[fields];
        var adjustments = new float[PairClass.Count];
        foreach (var rest in places.OrderBy(pair => pair.Key))
        {
            var (left, right) = rest.Key;
            scorer.Levels(left, right, levels, adjustments);
            pairs.Answers[pairs.Count] = rest.Value;
            pairs.Add(left, right, TrainingPairs.Pack(levels), adjustments);
        }
    }

    /// <summary>Counts an answered pair in place of what the model thinks of it.</summary>
    /// <param name="isSame">The answer.</param>
    /// <param name="odds">By kind of pair, the chance under the model, all on one scale.</param>
    /// <param name="strangers">The chance of strangers on that scale.</param>
    /// <param name="sums">By kind of pair, and behind them no match: what is added to.</param>
    /// <param name="extra">By kind of pair, how much more than one pair was added: what shares must not count.</param>
    public static void Count(bool isSame, System.ReadOnlySpan<double> odds, double strangers, System.Span<double> sums, double[] extra)
    {
        var all = isSame ? 0 : strangers;
        for (var c = 0; c < PairClass.Count; c++)
            if (PairClass.IsMatch(c) == isSame) all += odds[c];
        for (var c = 0; c < PairClass.Count; c++)
        {
            if (PairClass.IsMatch(c) != isSame || all <= 0) continue;
            sums[c] += Weight * odds[c] / all;
            extra[c] += (Weight - 1) * odds[c] / all;
        }

        if (!isSame) sums[PairClass.Count] += Weight;
    }
}
