using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Blocking;

/// <summary>
/// Chooses the keys from the data. The model says how duplicates differ, so thousands of duplicates are drawn from it; a key is worth the drawn duplicates that it
/// brings together and nothing yet does, for each pair that it costs. Those that no key brings together are the estimate of what blocking misses.
/// </summary>
internal sealed class KeyChooser
{
    private const int Drawn = 4096;
    private const int SampleForSingles = 20_000;
    private const int SampleForCombinations = 4_000;
    private const int MostKeys = 20;

    // Of few records even many keys cost next to nothing.
    private const int MostKeysOfFew = 36;
    private const int Few = 250_000;

    // So many pairs are nothing: up to here a key is taken whatever it yields.
    private const double AlwaysWorth = 300_000;

    // A key that brings fewer duplicates than this for each pair that it costs is not worth its time.
    private const double LeastYield = 1.0 / 1500;

    // The model is not the truth: a duplicate that two keys find is worth more than one that hangs on a single key, if less than the first find.
    private static readonly double[] Worth = [1, .25, .08, .03];

    private readonly MatchSet _set;
    private readonly ConcurrentDictionary<(int, int, int), double> _costs;
    private readonly List<KeyPart> _parts = [];
    private readonly List<ulong[]> _coverage = [];
    private readonly ulong[] _detectable = new ulong[Drawn / 64];
    private readonly double _duplicates;

    /// <summary>Draws the duplicates.</summary>
    /// <param name="set">The records.</param>
    /// <param name="model">What is known of them.</param>
    /// <param name="costs">What keys cost, by their numbers of parts; filled, so that it need not be worked out again under another model.</param>
    public KeyChooser(MatchSet set, MatchModel model, ConcurrentDictionary<(int, int, int), double> costs)
    {
        _set = set;
        _costs = costs;
        _duplicates = Math.Max(.1 * set.Count, model.MatchShare * set.Pairs);
        for (var f = 0; f < set.Fields.Length; f++)
        {
            foreach (var rows in set.Fields[f].Rows)
                foreach (var key in set.Fields[f].Keys) _parts.Add(new KeyPart(f, key, rows));
        }

        if (set.Given is { } given && set.Family is { } family)
        {
            int g = Array.IndexOf(set.Fields, given), f = Array.IndexOf(set.Fields, family);
            _parts.Add(new KeyPart(g, given.Keys[0], given.Rows[0], f, family.Keys[0], family.Rows[0]));
            _parts.Add(new KeyPart(g, given.Keys[1], given.Rows[0], f, family.Keys[1], family.Rows[0]));
        }

        foreach (var _ in _parts) _coverage.Add(new ulong[Drawn / 64]);
        Draw(model);
    }

    /// <summary>The share of detectable duplicates that the chosen keys are expected to miss.</summary>
    public double Missed { get; private set; }

    /// <summary>Chooses keys.</summary>
    /// <param name="budget">How many pairs all keys together may cost.</param>
    /// <returns>The keys, the best first.</returns>
    public List<BlockingKey> Choose(double budget)
    {
        var candidates = Candidates(budget);
        // By how many keys a drawn duplicate is found yet: none, one, two, three.
        ulong[][] open = [(ulong[])_detectable.Clone(), new ulong[Drawn / 64], new ulong[Drawn / 64], new ulong[Drawn / 64]];
        var total = Math.Max(1, Count(_detectable));
        var chosen = new List<BlockingKey>();
        while (chosen.Count < (_set.Count <= Few ? MostKeysOfFew : MostKeys))
        {
            var best = candidates
                .Where(candidate => candidate.Cost <= budget && !candidate.IsChosen)
                .Select(candidate => (Candidate: candidate, Gain: Gain(candidate.Coverage)))
                .Where(pair => pair.Gain >= Math.Max(.5, total / 2000.0) && pair.Gain / total * _duplicates >= LeastYield * (pair.Candidate.Cost - AlwaysWorth))
                .OrderByDescending(pair => pair.Gain / (pair.Candidate.Cost + _set.Count)).ThenBy(pair => pair.Candidate.Key.Name, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best.Candidate is null) break;
            best.Candidate.IsChosen = true;
            budget -= best.Candidate.Cost;
            chosen.Add(best.Candidate.Key);
            for (var i = 0; i < best.Candidate.Coverage.Length; i++) Find(i, best.Candidate.Coverage[i]);
        }

        Missed = (double)Count(open[0]) / total;
        return chosen;

        double Gain(ulong[] coverage)
        {
            var gain = 0.0;
            for (var times = 0; times < open.Length; times++) gain += Worth[times] * Count(coverage, open[times]);
            return gain;
        }

        void Find(int word, ulong found)
        {
            for (var times = open.Length - 1; times >= 0; times--)
            {
                var moved = open[times][word] & found;
                open[times][word] &= ~found;
                if (times + 1 < open.Length) open[times + 1][word] |= moved;
            }
        }
    }

    private List<Candidate> Candidates(double budget)
    {
        var list = new List<Candidate>();
        Add([.. Enumerable.Range(0, _parts.Count).Select(part => new[] { part })], SampleForSingles);
        Add([.. from a in Enumerable.Range(0, _parts.Count) from b in Enumerable.Range(a + 1, _parts.Count - a - 1) where !Overlap(a, b) select new[] { a, b }], SampleForCombinations);
        // Three parts only where each of two is too common to be of use: then the cost decides.
        var coarse = list.Where(candidate => candidate.Key.Parts.Length == 2 && candidate.Cost > budget / 4).OrderByDescending(candidate => Count(candidate.Coverage)).ThenBy(candidate => candidate.Key.Name, StringComparer.Ordinal).Take(12).ToArray();
        Add([.. from candidate in coarse from c in Enumerable.Range(0, _parts.Count) where candidate.Numbers.All(number => !Overlap(number, c)) select new[] { candidate.Numbers[0], candidate.Numbers[1], c }], SampleForCombinations);
        return list;

        void Add(int[][] keys, int sample)
        {
            var found = new Candidate?[keys.Length];
            _set.Workers.Each(keys.Length, () => new ulong[sample], (k, hashes) =>
            {
                var coverage = (ulong[])_detectable.Clone();
                foreach (var number in keys[k])
                    for (var i = 0; i < coverage.Length; i++) coverage[i] &= _coverage[number][i];
                if (Count(coverage) == 0) return;
                var key = new BlockingKey([.. keys[k].Select(number => _parts[number])]);
                var numbers = (keys[k][0], keys[k].Length > 1 ? keys[k][1] : -1, keys[k].Length > 2 ? keys[k][2] : -1);
                if (!_costs.TryGetValue(numbers, out var cost)) _costs[numbers] = cost = Cost(key, hashes);
                found[k] = new Candidate(key, keys[k], coverage, cost);
            });
            list.AddRange(found.Where(candidate => candidate is not null)!);
        }
    }

    private bool Overlap(int a, int b) =>
        _parts[a].Uses(_parts[b].Field) || (_parts[b].OtherField >= 0 && _parts[a].Uses(_parts[b].OtherField));

    // The set is in random order: its beginning is a sample.
    [MethodImpl(Hot.Loop)]
    private double Cost(BlockingKey key, ulong[] hashes)
    {
        var count = Math.Min(hashes.Length, _set.Count);
        for (var record = 0; record < count; record++) hashes[record] = key.Of(record);
        Array.Sort(hashes, 0, count);
        double pairs = 0;
        for (int i = 0, run; i < count; i += run)
        {
            run = 1;
            while (i + run < count && hashes[i + run] == hashes[i]) run++;
            if (hashes[i] != 0) pairs += (double)run * (run - 1) / 2;
        }

        return pairs * ((double)_set.Count / count) * ((double)_set.Count / count);
    }

    private void Draw(MatchModel model)
    {
        var random = new Random(20261124);
        var needed = -Math.Log(model.MatchShare, 2);
        var fields = _set.Fields.Length;
        var fill = _set.Fields.Select(field => field.Rows.Max(Filled) / (double)Math.Max(1, _set.Count)).ToArray();
        // Movers are few, but no key on the place finds them: they have their say in the choice.
        var moved = model.Shares[PairClass.Moved] == 0 ? 0 : Math.Max(.1, model.Shares[PairClass.Moved] / model.MatchShare);
        var levels = new int[fields];
        var places = new double[fields];
        for (var i = 0; i < Drawn; i++)
        {
            var bits = 0.0;
            var isMoved = random.NextDouble() < moved;
            for (var f = 0; f < fields; f++)
            {
                places[f] = random.NextDouble();
                var level = Draw(isMoved && PairClass.Moves(_set.Fields[f]) ? model.Fields[f].Unrelated : model.Fields[f].Match, random.NextDouble());
                levels[f] = random.NextDouble() < fill[f] * fill[f] ? level : -1;
                if (levels[f] >= 0 && !(isMoved && PairClass.Moves(_set.Fields[f]))) bits += Math.Log(model.Fields[f].Match[level] / model.Fields[f].Unrelated[level], 2);
            }

            if (bits < needed) continue;
            _detectable[i / 64] |= 1UL << (i % 64);
            for (var p = 0; p < _parts.Count; p++)
                if (Agrees(_parts[p], levels, places)) _coverage[p][i / 64] |= 1UL << (i % 64);
        }
    }

    private bool Agrees(KeyPart part, int[] levels, double[] places)
    {
        if (part.OtherKey is null) return Agrees(part.Key, levels[part.Field], places[part.Field]);
        var isSwapped = levels[part.Field] >= 0 && _set.Fields[part.Field].Levels.Names[levels[part.Field]] == "Swapped";
        return isSwapped || (Agrees(part.Key, levels[part.Field], places[part.Field]) && Agrees(part.OtherKey, levels[part.OtherField], places[part.OtherField]));
    }

    private static bool Agrees(FieldKey key, int level, double place) => level >= 0 && place >= key.Agreement[level].From && place < key.Agreement[level].To;

    [MethodImpl(Hot.Loop)]
    private static int Filled(int[] rows)
    {
        var filled = 0;
        foreach (var value in rows) filled += value >= 0 ? 1 : 0;
        return filled;
    }

    private static int Draw(double[] probabilities, double at)
    {
        for (var level = probabilities.Length - 1; level > 0; level--)
        {
            at -= probabilities[level];
            if (at < 0) return level;
        }

        return 0;
    }

    [MethodImpl(Hot.Loop)]
    private static int Count(ulong[] bits, ulong[]? and = null)
    {
        var count = 0;
        for (var i = 0; i < bits.Length; i++) count += Bits.Count(and is null ? bits[i] : bits[i] & and[i]);
        return count;
    }

    private sealed record Candidate(BlockingKey Key, int[] Numbers, ulong[] Coverage, double Cost)
    {
        public bool IsChosen { get; set; }
    }
}
