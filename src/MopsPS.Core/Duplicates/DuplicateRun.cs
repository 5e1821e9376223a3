using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Duplicates.Measuring;
using MopsPS.Core.Matching;
using MopsPS.Core.Matching.Blocking;
using MopsPS.Core.Matching.Clustering;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Duplicates;

/// <summary>What a search found, by the numbers of rows. Groups can be asked for at any threshold; the comparing is done once.</summary>
public sealed class DuplicateRun
{
    private readonly MatchEngine _engine;
    private readonly PairScorer _scorer;
    private readonly bool[] _isKnown;
    private readonly int[] _recordOf;
    private readonly DuplicateOptions _options;

    internal DuplicateRun(DuplicateFinder finder, MatchSet set)
    {
        Finder = finder;
        _options = finder.Options;
        _recordOf = new int[finder.Rows];
        for (var row = 0; row < _recordOf.Length; row++) _recordOf[row] = -1;
        _isKnown = new bool[set.Count];
        var isAnyKnown = finder.Inputs.Any(input => input.IsKnown);
        for (var record = 0; record < set.Count; record++)
        {
            foreach (var row in set.Rows(record)) _recordOf[row] = record;
            _isKnown[record] = isAnyKnown && set.Rows(record).All(row => finder.Locate(row).Input.IsKnown);
        }

        var answered = AnsweredRecords.Of(finder, _recordOf);
        UnknownAnswers = answered.Unknown;
        Answered = answered.Pairs;
        var model = _options.Model;
        string? problem = null;
        _engine = MatchEngine.Run(set, new MatchOptions
        {
            Threshold = _options.Threshold,
            ReviewThreshold = _options.ReviewThreshold,
            PairBudget = _options.PairBudget,
            OnProgress = _options.OnProgress,
            Cancellation = _options.Cancellation,
            Skip = isAnyKnown ? (left, right) => _isKnown[left] && _isKnown[right] : null,
            Answers = answered.Pairs.Count == 0 ? null : answered.Pairs,
            Reuse = model is null ? null : (records, start) => model.TryApply(records, start, out problem),
        });
        ModelProblem = problem;
        _scorer = new PairScorer(set, _engine.Weights);
        Model = set.Fields.Length == 0 ? DuplicateModelSource.None : model is not null && problem is null ? DuplicateModelSource.File : DuplicateModelSource.Learned;
        Pairs = ByRow();
    }

    /// <summary>What it was made with.</summary>
    public DuplicateFinder Finder { get; }

    /// <summary>The pairs from the review threshold on, by row.</summary>
    public IReadOnlyList<FoundPair> Pairs { get; }

    /// <summary>Where the probabilities come from.</summary>
    public DuplicateModelSource Model { get; }

    /// <summary>Why the model that was given could not be reused; null where it was, or where none was given.</summary>
    public string? ModelProblem { get; }

    /// <summary>Answers about records that are not among these, or not any more as they were.</summary>
    public IReadOnlyList<DuplicateAnswer> UnknownAnswers { get; }

    /// <summary>How many pairs were brought together.</summary>
    public double CandidatePairs => _engine.Candidates;

    /// <summary>The share of duplicates that were probably never brought together.</summary>
    public double MissedShare => _engine.Missed;

    /// <summary>The keys that brought pairs together.</summary>
    public IReadOnlyList<string> Keys => _engine.Keys.Select(key => key.Name).ToArray();

    /// <summary>The names of the fields that tell records apart.</summary>
    public IReadOnlyList<string> UsedFields => [.. Set.Fields.Select(used => used.Name)];

    /// <summary>How many rows have a value to compare.</summary>
    public int Comparable => _recordOf.Count(record => record >= 0);

    /// <summary>The answered pairs, by record.</summary>
    internal IReadOnlyList<(int Left, int Right, bool IsSame)> Answered { get; }

    internal MatchEngine Engine => _engine;

    internal MatchSet Set => _engine.Set;

    internal MatchModel Learned => _engine.Model;

    internal PairScorer Scorer => _scorer;

    /// <summary>The record of a row; -1 where the row has nothing to compare.</summary>
    internal int RecordOf(int row) => _recordOf[row];

    /// <summary>The groups at the thresholds of the options: the sure ones, and of the rest those that want a look. No row is in two groups.</summary>
    public IReadOnlyList<FoundGroup> Groups() => Groups(_options.Threshold, _options.ReviewThreshold);

    /// <summary>The groups at other thresholds.</summary>
    /// <param name="threshold">The probability from which records are the same.</param>
    /// <param name="review">The probability from which a pair is worth a look; pairs below the options' review threshold were not kept.</param>
    public IReadOnlyList<FoundGroup> Groups(double threshold, double review)
    {
        var grouper = new RowGrouper(this, _engine.Index, _isKnown, _options.Cancellation);
        return grouper.Group(threshold, review);
    }

    /// <summary>The probability that bits of evidence stand for.</summary>
    /// <param name="bits">Log odds to the base 2.</param>
    public static double Probability(double bits) => Agglomeration.Probability(bits);

    /// <summary>The pairs of records that are kept, below the review threshold, too.</summary>
    internal IReadOnlyList<ScoredPair> Scored => _engine.Pairs;

    /// <summary>The first row of a record.</summary>
    internal int FirstRow(int record) => First(record);

    /// <summary>How sure it is that the rows of one record are the same.</summary>
    internal float Equal(int record) => _scorer.Score(record, record);

    private FoundPair[] ByRow()
    {
        var floor = Agglomeration.Bits(Math.Min(_options.Threshold, _options.ReviewThreshold));
        var pairs = new List<FoundPair>();
        foreach (var pair in _engine.Pairs)
        {
            if (pair.Odds < floor) continue;
            int left = First(pair.Left), right = First(pair.Right);
            pairs.Add(new FoundPair(Math.Min(left, right), Math.Max(left, right), pair.Odds));
        }

        pairs.AddRange(EqualRows(floor));
        var found = pairs.ToArray();
        Array.Sort(Array.ConvertAll(found, pair => ((ulong)pair.Left << 32) | (uint)pair.Right), found);
        return found;
    }

    private int First(int record) => Set.Rows(record).Array![Set.Rows(record).Offset];

    private IEnumerable<FoundPair> EqualRows(double floor)
    {
        for (var record = 0; record < Set.Count; record++)
        {
            var rows = Set.Rows(record);
            if (rows.Count == 1 || _isKnown[record] || Equal(record) is var bits && bits < floor) continue;
            var first = rows.Array![rows.Offset];
            for (var i = 1; i < rows.Count; i++)
            {
                var row = rows.Array[rows.Offset + i];
                if (Finder.Locate(first).Input.IsKnown && Finder.Locate(row).Input.IsKnown) continue;
                yield return new FoundPair(first, row, bits);
            }
        }
    }
}
