using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>
/// Quantiles of numbers in bounded memory with a relative error of 0.1 % (DDSketch, Masson, Rim and Lee 2019): buckets whose bounds grow by a factor. The same whatever the order.
/// </summary>
internal sealed class QuantileSketch
{
    private const double Accuracy = 0.001;
    private const double Least = 1e-9;
    private static readonly double Gamma = (1 + Accuracy) / (1 - Accuracy);
    private static readonly double LogGamma = Math.Log(Gamma);
    private readonly Dictionary<int, long> _positive = [];
    private readonly Dictionary<int, long> _negative = [];
    private long _zero;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    /// <summary>The least number.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest number.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="times">How often.</param>
    public void Add(double number, long times = 1)
    {
        Count += times;
        if (number < Min) Min = number;
        if (number > Max) Max = number;
        var size = Math.Abs(number);
        if (size < Least)
        {
            _zero += times;
            return;
        }

        var buckets = number > 0 ? _positive : _negative;
        var bucket = (int)Math.Ceiling(Math.Log(size) / LogGamma);
        buckets.TryGetValue(bucket, out var count);
        buckets[bucket] = count + times;
    }

    /// <summary>The number that a share of all is at or below.</summary>
    /// <param name="share">0 to 1.</param>
    public double Quantile(double share)
    {
        var rank = (long)Math.Floor(share * (Count - 1));
        foreach (var (value, count) in Buckets())
        {
            rank -= count;
            if (rank < 0) return Math.Min(Max, Math.Max(Min, value));
        }

        return Max;
    }

    /// <summary>How many numbers lie outside bounds.</summary>
    public long Outside(double low, double high)
    {
        long outside = 0;
        foreach (var (value, count) in Buckets())
            if (value < low || value > high) outside += count;
        return outside;
    }

    private IEnumerable<(double Value, long Count)> Buckets()
    {
        foreach (var pair in _negative.OrderByDescending(pair => pair.Key)) yield return (-Middle(pair.Key), pair.Value);
        if (_zero > 0) yield return (0, _zero);
        foreach (var pair in _positive.OrderBy(pair => pair.Key)) yield return (Middle(pair.Key), pair.Value);
    }

    private static double Middle(int bucket) => 2 * Math.Pow(Gamma, bucket) / (Gamma + 1);
}
