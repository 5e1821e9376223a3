using System;
using System.Collections.Generic;
using MathNet.Numerics;

namespace MopsPS.Core.Anomalies;

/// <summary>
/// The scale on which a metric's noise is alike everywhere, and the chance that its law leaves: counts by the square root, shares by the arcsine
/// (F. J. Anscombe, "The transformation of Poisson, binomial and negative-binomial data", Biometrika 35 (1948) 246-254). There a count's noise is 1 at least and a
/// share's is that of its whole: small volumes are not judged by how quiet they happened to be.
/// </summary>
internal abstract class MetricScale
{
    /// <summary>The least standard deviation, times the root of the weight; 0 where the law says nothing.</summary>
    public abstract double Floor { get; }

    public abstract double Forward(double value, double? whole);

    public abstract double Back(double scaled, double? whole);

    /// <summary>One over the variance of the noise, up to a factor.</summary>
    public abstract double Weight(double? whole);

    /// <summary>The chance of a value so far from what is expected, or further, by the law alone; 0 where the law says nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="whole">The whole of a ratio.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="isAbove">Which side.</param>
    public abstract double Tail(double value, double? whole, double expected, bool isAbove);

    /// <summary>Whether the metric has a law of its own, which a value must be too far for as well.</summary>
    public virtual bool HasLaw => Floor > 0;

    /// <summary>
    /// The logarithm of what a step of the scale is worth on the metric's own: likelihoods on two scales compare with it. 0 where there is no other scale.
    /// </summary>
    public virtual double LogStep(double value) => 0;

    /// <summary>The scales on which a metric may be judged; the one that fits better is used.</summary>
    /// <param name="measure">What it is made of.</param>
    /// <param name="least">Its least value.</param>
    public static IReadOnlyList<MetricScale> Of(AnomalyMeasure measure, double least) => measure switch
    {
        AnomalyMeasure.Ratio => [new RatioScale()],
        // The logarithm for seasons and trends that are shares of the level; not where few events make it jump.
        AnomalyMeasure.Count => least >= 20 ? [new CountScale(), new LogScale(new CountScale())] : [new CountScale()],
        _ => least > 0 ? [new PlainScale(), new LogScale(new PlainScale())] : [new PlainScale()],
    };

    private sealed class LogScale(MetricScale own) : MetricScale
    {
        public override double Floor => 0;

        public override bool HasLaw => own.HasLaw;

        public override double Forward(double value, double? whole) => Math.Log(value);

        public override double Back(double scaled, double? whole) => Math.Exp(scaled);

        public override double Weight(double? whole) => 1;

        public override double Tail(double value, double? whole, double expected, bool isAbove) => own.Tail(value, whole, expected, isAbove);

        public override double LogStep(double value) => Math.Log(value);
    }

    private sealed class PlainScale : MetricScale
    {
        public override double Floor => 0;

        public override double Forward(double value, double? whole) => value;

        public override double Back(double scaled, double? whole) => scaled;

        public override double Weight(double? whole) => 1;

        public override double Tail(double value, double? whole, double expected, bool isAbove) => 0;
    }

    private sealed class CountScale : MetricScale
    {
        private const double Shift = 0.375;

        public override double Floor => 1;

        public override double Forward(double value, double? whole) => 2 * Math.Sqrt(Math.Max(0, value) + Shift);

        public override double Back(double scaled, double? whole) => scaled <= 0 ? 0 : Math.Max(0, (scaled * scaled / 4) - Shift);

        public override double Weight(double? whole) => 1;

        public override double LogStep(double value) => Math.Log(value + Shift) / 2;

        public override double Tail(double value, double? whole, double expected, bool isAbove)
        {
            if (expected <= 0) return isAbove && value > 0 ? 0 : 1;
            return isAbove ? (value <= 0 ? 1 : SpecialFunctions.GammaLowerRegularized(value, expected)) : SpecialFunctions.GammaUpperRegularized(value + 1, expected);
        }
    }

    private sealed class RatioScale : MetricScale
    {
        public override double Floor => 1;

        public override double Forward(double value, double? whole)
        {
            var n = whole ?? 1;
            return Math.Asin(Math.Sqrt(Math.Max(0, Math.Min(1, ((value * n) + 0.375) / (n + 0.75)))));
        }

        public override double Back(double scaled, double? whole)
        {
            var n = whole ?? 1;
            var sine = Math.Sin(Math.Max(0, Math.Min(Math.PI / 2, scaled)));
            return Math.Max(0, Math.Min(1, ((sine * sine * (n + 0.75)) - 0.375) / n));
        }

        public override double Weight(double? whole) => (4 * (whole ?? 1)) + 2;

        public override double Tail(double value, double? whole, double expected, bool isAbove)
        {
            var n = whole ?? 1;
            var k = value * n;
            if (expected <= 0) return isAbove && k > 0 ? 0 : 1;
            if (expected >= 1) return !isAbove && k < n ? 0 : 1;
            if (isAbove) return k <= 0 ? 1 : SpecialFunctions.BetaRegularized(k, n - k + 1, expected);
            return k >= n ? 1 : 1 - SpecialFunctions.BetaRegularized(k + 1, n - k, expected);
        }
    }
}
