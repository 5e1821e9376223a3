using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Funnel.Comparison;

/// <summary>
/// Splits the change of the number that reaches the last stage. For each segment that number is the product of how many entered in
/// all, the segment's share of them, and the rates from stage to stage; the change of each product is split by the Shapley value, so
/// that nothing is left over and no factor goes first. A rate that one side has no records for is taken from the other side, so that a new
/// segment is a matter of mix and not of rates. The effects of shares are measured against the average segment: a share that
/// grows counts for as much as its segment does better or worse than the others. Since shares change by zero in all, this moves effects between
/// segments and leaves their sum as it is.
/// </summary>
internal sealed class FunnelDecomposition
{
    private readonly int _stages;

    public FunnelDecomposition(FunnelSide reference, FunnelSide difference, int stages)
    {
        _stages = stages;
        Segments = [.. reference.Segments.Union(difference.Segments).OrderByDescending(name => reference[name].Entered[0] + difference[name].Entered[0]).ThenBy(name => name, StringComparer.Ordinal)];
        Factors0 = [.. Segments.Select(name => Factors(name, reference, difference))];
        Factors1 = [.. Segments.Select(name => Factors(name, difference, reference))];
        ReferenceOutcome = Factors0.Sum(factors => factors.Aggregate((a, b) => a * b));
        DifferenceOutcome = Factors1.Sum(factors => factors.Aggregate((a, b) => a * b));
        Split(reference.Entered, difference.Entered);
        if (reference.Entered > 0 && difference.Entered > 0) SplitRate();
    }

    /// <summary>The segments, the largest first.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>By segment in the reference: the whole number, the share, the rates.</summary>
    public double[][] Factors0 { get; }

    /// <summary>By segment in the difference.</summary>
    public double[][] Factors1 { get; }

    public double ReferenceOutcome { get; }

    public double DifferenceOutcome { get; }

    public double Volume { get; private set; }

    /// <summary>By segment.</summary>
    public double[] Mix { get; private set; } = [];

    /// <summary>By segment and stage.</summary>
    public double[][] Rates { get; private set; } = [];

    /// <summary>By segment, in the rate from first to last stage as a fraction; null where a side is empty.</summary>
    public double[]? RateMix { get; private set; }

    /// <summary>By segment and stage, in the rate from first to last stage; null where a side is empty.</summary>
    public double[][]? RateRates { get; private set; }

    private double[] Factors(string segment, FunnelSide own, FunnelSide other)
    {
        var factors = new double[_stages + 1];
        factors[0] = own.Entered;
        factors[1] = own.Entered > 0 ? (double)own[segment].Entered[0] / own.Entered : other.Entered > 0 ? (double)other[segment].Entered[0] / other.Entered : 0;
        for (var s = 0; s < _stages - 1; s++) factors[s + 2] = own[segment].Rate(s) ?? other[segment].Rate(s) ?? 0;
        return factors;
    }

    private void Split(long before, long after)
    {
        var weights = Factors0.Select((factors, i) => ShapleyProduct.Weights(factors, Factors1[i])).ToArray();
        Volume = weights.Sum(weight => weight[0]) * (after - before);
        Mix = Shares(weights.Select(weight => weight[1]).ToArray());
        Rates = [.. weights.Select((weight, i) => Enumerable.Range(2, _stages - 1).Select(f => weight[f] * (Factors1[i][f] - Factors0[i][f])).ToArray())];
    }

    private void SplitRate()
    {
        var weights = Factors0.Select((factors, i) => ShapleyProduct.Weights(factors.Skip(1).ToArray(), Factors1[i].Skip(1).ToArray())).ToArray();
        RateMix = Shares(weights.Select(weight => weight[0]).ToArray());
        RateRates = [.. weights.Select((weight, i) => Enumerable.Range(1, _stages - 1).Select(f => weight[f] * (Factors1[i][f + 1] - Factors0[i][f + 1])).ToArray())];
    }

    private double[] Shares(double[] weights)
    {
        var all = Factors0.Sum(factors => factors[1]) + Factors1.Sum(factors => factors[1]);
        var average = all == 0 ? 0 : weights.Select((weight, i) => weight * (Factors0[i][1] + Factors1[i][1])).Sum() / all;
        return [.. weights.Select((weight, i) => (weight - average) * (Factors1[i][1] - Factors0[i][1]))];
    }
}
