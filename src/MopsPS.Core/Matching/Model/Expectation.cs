using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// The expectation step: of how many pairs of each pattern of levels each kind is thought to be. Goes through the pairs in parts of a fixed size, in parallel, and adds
/// the parts up in order, so that not even the last digit depends on the number of threads.
/// </summary>
internal sealed class Expectation
{
    /// <summary>For each pattern as many sums: one for each kind of pair, and one for no match.</summary>
    public const int Sums = PairClass.Count + 1;

    private const int Size = 65_536;
    private const int SettleAfter = 3;
    private const double MayBeSomething = 1e-4;
    private const double NaturalPerBit = 0.69314718055994530942;

    // Pairs that are more likely something else do not teach. There are so many of them that their small shares add up and drag the class of matches to
    // whatever large group of pairs agrees in something, the known weakness of EM where matches are rare (Winkler 2006, section 5).
    private const double TeachesFrom = .4;

    private readonly MatchModel _model;
    private readonly TrainingPairs _pairs;
    private readonly PatternWeights _patterns;
    private readonly Workers _workers;
    private readonly Part[] _parts;

    public Expectation(MatchModel model, TrainingPairs pairs, PatternWeights patterns, Workers workers)
    {
        (_model, _pairs, _patterns, _workers) = (model, pairs, patterns, workers);
        _parts = new Part[(pairs.Count + Size - 1) / Size];
        for (var p = 0; p < _parts.Length; p++) _parts[p] = new Part(p * Size, Math.Min(pairs.Count, (p + 1) * Size), pairs.Patterns.Count * Sums);
        Total = new double[pairs.Patterns.Count * Sums];
    }

    /// <summary>The sums of all pairs.</summary>
    public double[] Total { get; }

    /// <summary>By kind of pair, how much of it is not to be counted where shares are estimated.</summary>
    public double[] Extra { get; } = new double[PairClass.Count];

    /// <summary>Works out the sums under the model as it is.</summary>
    /// <param name="round">The round, from 0.</param>
    public void Step(int round)
    {
        _patterns.Update(_model);
        _workers.Each(_parts.Length, p => Step(_parts[p], round));
        Array.Clear(Total, 0, Total.Length);
        Array.Clear(Extra, 0, Extra.Length);
        foreach (var part in _parts)
        {
            for (var i = 0; i < Total.Length; i++) Total[i] += part.Sums[i];
            for (var c = 0; c < Extra.Length; c++) Extra[c] += part.Extra[c];
        }
    }

    [MethodImpl(Hot.Loop)]
    private void Step(Part part, int round)
    {
        part.Settled.CopyTo(part.Sums, 0);
        Array.Clear(part.Extra, 0, part.Extra.Length);
        Span<double> odds = stackalloc double[PairClass.Count];
        var strangers = _model.Strangers;
        var kept = 0;
        for (var n = 0; n < part.Count; n++)
        {
            var i = part.Active[n];
            var pattern = _pairs.Pattern[i];
            var all = strangers;
            for (var c = 0; c < PairClass.Count; c++)
            {
                odds[c] = _model.Shares[c] == 0 ? 0 : _model.Shares[c] * Math.Exp(NaturalPerBit * (_patterns.Of(pattern, c) + _pairs.Adjustments[(i * PairClass.Count) + c]));
                all += odds[c];
            }

            var at = pattern * Sums;
            if (_pairs.Answers.Count > 0 && _pairs.Answers.TryGetValue(i, out var isSame))
            {
                AnsweredPairs.Count(isSame, odds, strangers, part.Sums.AsSpan(at, Sums), part.Extra);
                part.Active[kept++] = i;
                continue;
            }

            var match = odds[PairClass.Same] + odds[PairClass.Moved];
            for (var c = 0; c < PairClass.Count; c++)
                if ((PairClass.IsMatch(c) ? match : odds[c]) > TeachesFrom * all) part.Sums[at + c] += odds[c] / all;
            part.Sums[at + PairClass.Count] += (all - match) / all;
            // Nearly all pairs are nothing and stay so: after a few rounds only those that may still be something are gone through.
            if (round != SettleAfter || all - strangers > MayBeSomething * all) part.Active[kept++] = i;
            else part.Settled[at + PairClass.Count]++;
        }

        part.Count = kept;
    }

    private sealed class Part
    {
        public Part(int from, int to, int sums)
        {
            Active = new int[to - from];
            for (var i = 0; i < Active.Length; i++) Active[i] = from + i;
            Count = Active.Length;
            Sums = new double[sums];
            Settled = new double[sums];
        }

        public int[] Active { get; }

        public int Count { get; set; }

        public double[] Sums { get; }

        public double[] Settled { get; }

        public double[] Extra { get; } = new double[PairClass.Count];
    }
}
