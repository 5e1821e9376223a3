using System;
using System.Globalization;

namespace MopsPS;

/// <summary>What one field says about a pair: one step of its waterfall.</summary>
public sealed class DuplicateEvidence
{
    /// <summary>Makes a step.</summary>
    /// <param name="field">The field, for example <c>Email</c>.</param>
    /// <param name="level">The level of agreement in words, for example <c>Exact</c> or <c>Nickname</c>.</param>
    /// <param name="weight">The weight of the step in bits: log2 of how much likelier the values are for one thing than for two; below 0 speaks against.</param>
    /// <param name="total">The sum of the weights up to here, the starting weight included.</param>
    public DuplicateEvidence(string field, string level, double weight, double total)
    {
        Field = field ?? throw new ArgumentNullException(nameof(field));
        Level = level ?? throw new ArgumentNullException(nameof(level));
        Weight = weight;
        Total = total;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>The left record's value as it was compared; null where it has none. May be personal.</summary>
    public string? Left { get; init; }

    /// <summary>The right record's value as it was compared.</summary>
    public string? Right { get; init; }

    /// <summary>The level of agreement.</summary>
    public string Level { get; }

    /// <summary>The weight in bits.</summary>
    public double Weight { get; }

    /// <summary>The running total in bits.</summary>
    public double Total { get; }

    /// <summary>Reads like <c>Email Exact +17.2</c>: no values, they may be personal.</summary>
    public override string ToString() => $"{Field} {Level} {Weight.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)}";
}
