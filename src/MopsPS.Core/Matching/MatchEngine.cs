using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Blocking;
using MopsPS.Core.Matching.Clustering;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching;

/// <summary>
/// Finds the records that are one thing: normalises, learns from the file, brings likely pairs together, weighs their evidence and forms groups. Nothing has to be
/// set; the same records give the same answer in any order and with any number of threads.
/// </summary>
internal sealed class MatchEngine
{
    private const double SmallBudget = 15e6;
    private const double PairsPerRecord = 18;
    private const double TrainingPairsWanted = 400_000;
    private const float KeepFrom = -7;

    // Of a larger set its beginning, which is a sample, teaches as much.
    private const int MostLearntFrom = 250_000;

    private readonly MatchSet _set;
    private readonly MatchOptions _options;
    private readonly ConcurrentDictionary<(int, int, int), double> _costs = [];

    private MatchEngine(MatchSet set, MatchOptions options)
    {
        _set = set;
        _options = options;
        Model = new MatchModel(set);
        Index = new PairIndex([], set.Count);
    }

    /// <summary>The model as it was learnt.</summary>
    public MatchModel Model { get; private set; }

    /// <summary>The weights of the model.</summary>
    public Weights Weights { get; private set; } = null!;

    /// <summary>The keys that brought pairs together; empty where all were compared.</summary>
    public IReadOnlyList<BlockingKey> Keys { get; private set; } = [];

    /// <summary>How many pairs the blocks held.</summary>
    public double Candidates { get; private set; }

    /// <summary>The share of duplicates that blocking is expected to have missed.</summary>
    public double Missed { get; private set; }

    /// <summary>The pairs that are worth keeping, by record.</summary>
    public IReadOnlyList<ScoredPair> Pairs => Index.Pairs;

    /// <summary>The pairs for looking up.</summary>
    public PairIndex Index { get; private set; }

    /// <summary>The groups of records at the threshold of the options, each in order.</summary>
    public List<int[]> Groups { get; private set; } = [];

    /// <summary>The groups at a threshold where they are known; null where they are not.</summary>
    public List<int[]>? GroupsAt(double threshold) => threshold.Equals(_options.Threshold) ? Groups : null;

    /// <summary>The records.</summary>
    public MatchSet Set => _set;

    /// <summary>Runs the engine over a set.</summary>
    public static MatchEngine Run(MatchSet set, MatchOptions options)
    {
        var engine = new MatchEngine(set, options);
        if (set.Count < 2 || set.Fields.Length == 0)
        {
            engine.Weights = new Weights(set, engine.Model);
            return engine;
        }

        if (options.Reuse?.Invoke(set, engine.Model) == true) engine.Weights = new Weights(set, engine.Model);
        else engine.Learn();
        engine.Compare();
        engine.Group();
        return engine;
    }

    private void Learn()
    {
        Progress("Learning", 0);
        var agreements = new Agreements(_set);
        Model.Dependencies = Dependencies.Find(agreements, _set.Fields.Length, .1);
        var counts = Trainer.CountRandom(_set);
        Trainer.EstimateUnrelated(_set, Model, counts, 1);
        var learnt = Math.Min(MostLearntFrom, _set.Count);
        var blocks = Bring(_set.Pairs <= SmallBudget ? SmallBudget : Math.Max(SmallBudget / 4, 4.0 * _set.Count), learnt);
        Progress("Learning", .3);
        var training = Sample(blocks);
        if (_options.Answers is { } answers) new AnsweredPairs(answers).Join(training, new PairScorer(_set, new Weights(_set, Model)), _set.Fields.Length);
        Trainer.Learn(_set, Model, training);
        // Once more with the frequencies and chances as they look now that the share of duplicates is known.
        Progress("Learning", .7);
        var duplicates = Math.Min(10, Model.MatchShare * (_set.Count - 1));
        Model.Dependencies = Dependencies.Find(agreements, _set.Fields.Length, duplicates);
        Trainer.EstimateUnrelated(_set, Model, counts, duplicates);
        Weigh(training);
        Trainer.Learn(_set, Model, training);
        Weights = new Weights(_set, Model);
    }

    // The values' weights of the same pairs as they are now.
    private void Weigh(TrainingPairs pairs)
    {
        var weights = new Weights(_set, Model);
        _set.Workers.Ranges(pairs.Count, 16_384, (from, to) =>
        {
            var scorer = new PairScorer(_set, weights);
            for (var pair = from; pair < to; pair++)
                scorer.Adjust(pairs.Records(pair).Left, pairs.Records(pair).Right, pairs.Patterns[pairs.Pattern[pair]], pairs.AdjustmentsOf(pair));
        });
    }

    private void Compare()
    {
        Progress("Blocking", 0);
        var blocks = Bring(_options.PairBudget ?? Math.Max(SmallBudget, PairsPerRecord * _set.Count), _set.Count);
        Candidates = blocks.Pairs;
        var portions = blocks.Portions(50_000);
        var found = new List<ScoredPair>[portions.Count];
        var done = 0;
        _set.Workers.Each(portions.Count, () => new PairScorer(_set, Weights), (p, scorer) =>
        {
            var list = found[p] = [];
            blocks.ForEach(portions[p], (left, right) =>
            {
                if (_options.Skip is { } skip && skip(left, right)) return;
                var odds = scorer.Score(left, right, KeepFrom);
                if (odds >= KeepFrom) list.Add(new ScoredPair(left, right, odds));
            });
            Progress("Comparing", System.Threading.Interlocked.Increment(ref done) / (double)portions.Count);
        });
        Index = new PairIndex(Distinct(found), _set.Count);
    }

    private void Group()
    {
        Progress("Grouping", 0);
        Groups = Agglomeration.Group(Index, new PairScorer(_set, Weights), _options.Threshold, null, _options.Cancellation);
        Progress("Grouping", 1);
    }

    private Blocks Bring(double budget, int records)
    {
        if (_set.Pairs <= budget)
        {
            Keys = [];
            Missed = 0;
            return Blocks.Whole(_set);
        }

        var chooser = new KeyChooser(_set, Model, _costs);
        Keys = chooser.Choose(budget);
        Missed = chooser.Missed;
        return Blocks.Build(Keys, records, _set.Workers);
    }

    private TrainingPairs Sample(Blocks blocks)
    {
        var share = Math.Min(1, TrainingPairsWanted / Math.Max(1, blocks.Pairs));
        var limit = share >= 1 ? ulong.MaxValue : (ulong)(share * ulong.MaxValue);
        var portions = blocks.Portions(50_000);
        var found = new List<(int Left, int Right, ulong Pattern, float[] Adjustments)>[portions.Count];
        var weights = new Weights(_set, Model);
        _set.Workers.Each(portions.Count, () => new PairScorer(_set, weights), (p, scorer) =>
        {
            var list = found[p] = [];
            var levels = new int[_set.Fields.Length];
            blocks.ForEach(portions[p], (left, right) =>
            {
                if (Utf8Table.Mix(((ulong)left << 32) | (uint)right) > limit) return;
                var adjustments = new float[PairClass.Count];
                scorer.Levels(left, right, levels, adjustments);
                list.Add((left, right, TrainingPairs.Pack(levels), adjustments));
            });
        });
        var pairs = new TrainingPairs { Scale = 1 / share, All = (double)blocks.Records * (blocks.Records - 1) / 2 };
        foreach (var list in found)
            foreach (var (left, right, pattern, adjustments) in list) pairs.Add(left, right, pattern, adjustments);
        return pairs;
    }

    // In order, each pair once.
    private static ScoredPair[] Distinct(List<ScoredPair>[] found)
    {
        var count = found.Sum(list => list.Count);
        var keys = new ulong[count];
        var odds = new float[count];
        var at = 0;
        foreach (var list in found)
        {
            foreach (var pair in list)
            {
                keys[at] = ((ulong)pair.Left << 32) | (uint)pair.Right;
                odds[at++] = pair.Odds;
            }
        }

        Array.Sort(keys, odds);
        var pairs = new ScoredPair[count];
        var kept = 0;
        for (var i = 0; i < count; i++)
            if (i == 0 || keys[i] != keys[i - 1]) pairs[kept++] = new ScoredPair((int)(keys[i] >> 32), (int)keys[i], odds[i]);
        Array.Resize(ref pairs, kept);
        return pairs;
    }

    private void Progress(string phase, double done) => _options.OnProgress?.Invoke(phase, done);
}
