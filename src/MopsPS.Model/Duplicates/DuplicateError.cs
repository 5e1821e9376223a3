using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS;

/// <summary>A pair of records that was wrongly put into one group, or wrongly not.</summary>
public sealed class DuplicateError
{
    /// <summary>Makes an error.</summary>
    /// <param name="kind">Which way it is wrong.</param>
    /// <param name="left">The key of one record, as the truth has it.</param>
    /// <param name="right">The key of the other record.</param>
    public DuplicateError(DuplicateErrorKind kind, string left, string right)
    {
        Kind = kind;
        Left = left ?? throw new ArgumentNullException(nameof(left));
        Right = right ?? throw new ArgumentNullException(nameof(right));
    }

    /// <summary>Which way it is wrong.</summary>
    public DuplicateErrorKind Kind { get; }

    /// <summary>The key of one record.</summary>
    public string Left { get; }

    /// <summary>The key of the other record.</summary>
    public string Right { get; }

    /// <summary>The probability that the search gave the pair, 0 to 1; null where it was not compared.</summary>
    public double? Score { get; init; }

    /// <summary>The waterfall of the pair; empty where it is not known. Holds values, which may be personal, only where they were asked for.</summary>
    public IReadOnlyList<DuplicateEvidence> Evidence { get; init => field = ResultList<DuplicateEvidence>.Of(value); } = ResultList<DuplicateEvidence>.Empty;

    /// <summary>The fields in one sentence, the strongest first; null without evidence. Holds no values.</summary>
    public string? Reason => Evidence.Count == 0 ? null : string.Join(", ", Evidence.OrderByDescending(step => Math.Abs(step.Weight)).ThenBy(step => step.Field, StringComparer.Ordinal));

    /// <summary>Reads like <c>Missing: C-1 ~ C-7 (0.312)</c>.</summary>
    public override string ToString() => $"{Kind}: {Left} ~ {Right} ({(Score is { } score ? score.ToString("0.000", CultureInfo.InvariantCulture) : "not compared")})";
}
