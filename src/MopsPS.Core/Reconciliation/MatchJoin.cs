using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates;

namespace MopsPS.Core.Reconciliation;

/// <summary>Pairs the records of two sides by the engine that finds duplicates. A record that may be several is left for a person.</summary>
internal sealed class MatchJoin
{
    private readonly Dictionary<int, double> _scores = [];
    private readonly RowStore _left;
    private readonly RowStore _right;
    private readonly RecordCompareOptions _options;

    public MatchJoin(RowStore left, RowStore right, RecordCompareOptions options)
    {
        _left = left;
        _right = right;
        _options = options;
    }

    /// <summary>How sure the match of a left row is; null where it has none.</summary>
    public double? Score(int left) => _scores.TryGetValue(left, out var score) ? score : null;

    /// <summary>Pairs and compares.</summary>
    /// <param name="run">The search: the left rows first, the right rows as known ones behind them.</param>
    /// <param name="isExtraWanted">Whether rows of the right side alone are differences.</param>
    /// <param name="worker">Compares and counts.</param>
    public void Run(DuplicateRun run, bool isExtraWanted, PairComparer worker)
    {
        var matches = new KnownMatches(run);
        var tally = worker.Tally;
        var taken = new bool[_right.Count];
        var partners = new SortedDictionary<int, List<int>>();
        for (var left = 0; left < _left.Count; left++)
        {
            var found = matches.Of(left, _options.ReviewThreshold);
            var sure = found.Where(match => match.Probability >= _options.Threshold).ToArray();
            if (sure.Length == 1)
            {
                _scores[left] = sure[0].Probability;
                var right = sure[0].Row - _left.Count;
                if (!partners.TryGetValue(right, out var list)) partners.Add(right, list = []);
                list.Add(left);
            }
            else if (found.Count > 0)
            {
                tally.Ambiguous++;
                _scores[left] = found[0].Probability;
                foreach (var match in found) taken[match.Row - _left.Count] = true;
                tally.Found.Add(new FoundDifference(RecordDifferenceKind.Ambiguous, left, found[0].Row - _left.Count, 1, found.Count));
            }
            else
            {
                tally.Missing++;
                tally.Found.Add(new FoundDifference(RecordDifferenceKind.Missing, left, -1, 1, 0));
            }
        }

        foreach (var pair in partners)
        {
            taken[pair.Key] = true;
            if (pair.Value.Count == 1)
            {
                worker.Pair(pair.Value[0], pair.Key);
                continue;
            }

            tally.RepeatedKeys++;
            tally.LeftRepeated += pair.Value.Count;
            tally.RightRepeated++;
            tally.Found.Add(new FoundDifference(RecordDifferenceKind.Repeated, pair.Value[0], pair.Key, pair.Value.Count, 1));
        }

        for (var right = 0; right < taken.Length; right++)
        {
            if (taken[right]) continue;
            tally.Extra++;
            if (isExtraWanted) tally.Found.Add(new FoundDifference(RecordDifferenceKind.Extra, -1, right, 0, 1));
        }
    }
}
