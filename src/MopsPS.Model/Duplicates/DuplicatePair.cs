using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS;

/// <summary>Two records that may be the same, and why.</summary>
public sealed class DuplicatePair
{
    /// <summary>Makes a pair.</summary>
    /// <param name="left">The record with the lower ordinal.</param>
    /// <param name="right">The other record.</param>
    /// <param name="score">The probability that both are the same, 0 to 1.</param>
    /// <param name="weight">The evidence in bits, the starting weight included.</param>
    public DuplicatePair(DuplicateMember left, DuplicateMember right, double score, double weight)
    {
        Left = left ?? throw new ArgumentNullException(nameof(left));
        Right = right ?? throw new ArgumentNullException(nameof(right));
        Score = score;
        Weight = weight;
    }

    /// <summary>The record with the lower ordinal.</summary>
    public DuplicateMember Left { get; }

    /// <summary>The other record.</summary>
    public DuplicateMember Right { get; }

    /// <summary>The probability that both are the same, 0 to 1.</summary>
    public double Score { get; }

    /// <summary>The evidence in bits.</summary>
    public double Weight { get; }

    /// <summary>What should be done with the pair.</summary>
    public DuplicateBand Band { get; init; }

    /// <summary>The waterfall, field by field; empty unless -Explain asked for it.</summary>
    public IReadOnlyList<DuplicateEvidence> Evidence { get; init => field = ResultList<DuplicateEvidence>.Of(value); } = ResultList<DuplicateEvidence>.Empty;

    /// <summary>The fields in one sentence, the strongest first, what they have in common last; null without evidence. Holds no values.</summary>
    public string? Reason => Evidence.Count == 0 ? null : string.Join(", ", Evidence.Where(step => step.Field != "Prior")
        .OrderBy(step => step.Field == "Together").ThenByDescending(step => Math.Abs(step.Weight)).ThenBy(step => step.Field, StringComparer.Ordinal));

    /// <summary>The places and the score, without values.</summary>
    public override string ToString() => $"{Left} ~ {Right}: {Score.ToString("0.000", CultureInfo.InvariantCulture)}";
}
