using System;
using System.Threading;
using MopsPS.Core.Matching.Model;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching;

/// <summary>How records are matched.</summary>
public sealed record MatchOptions
{
    /// <summary>The probability from which records are one thing.</summary>
    public double Threshold { get; init; } = .5;

    /// <summary>The probability from which a pair is worth a look.</summary>
    public double ReviewThreshold { get; init; } = .2;

    /// <summary>How many pairs are compared at the most, whatever the input; by default 18 for each record, and for small inputs 15 million.</summary>
    public double? PairBudget { get; init; }

    /// <summary>Receives the phase and how much of it is done, 0 to 1.</summary>
    public Action<string, double>? OnProgress { get; init; }

    /// <summary>Stops the work.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whether two records, the lower number first, need not be compared: both are known already, say. Null to compare all. Called from worker threads.</summary>
    internal Func<int, int, bool>? Skip { get; init; }

    /// <summary>Pairs of records that a person has judged, to learn from; null for none.</summary>
    internal System.Collections.Generic.IReadOnlyList<(int Left, int Right, bool IsSame)>? Answers { get; init; }

    /// <summary>Fills the model from elsewhere and returns true, or returns false to have it learnt; null to have it learnt.</summary>
    internal Func<MatchSet, MatchModel, bool>? Reuse { get; init; }
}
