using System;

namespace MopsPS.Core.Statistics;

/// <summary>
/// The product-limit estimate: E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958)
/// 457-481. An observation is a whole time and whether the event came then; without it the observation was ended (censored) at that
/// time. Observations are kept as 32-bit keys, so that one sort orders them as the estimate needs: at the same time events go first.
/// </summary>
public static class KaplanMeier
{
    /// <summary>The longest time that a key holds.</summary>
    public const long MaxTime = int.MaxValue;

    /// <summary>The key of an observation.</summary>
    /// <param name="time">The time, 0 or more, in any whole unit; longer ones count as <see cref="MaxTime"/>.</param>
    /// <param name="isEvent">Whether the event came at that time.</param>
    /// <returns>The key.</returns>
    public static uint Key(long time, bool isEvent) => ((uint)Math.Max(0, Math.Min(MaxTime, time)) << 1) | (isEvent ? 0u : 1u);

    /// <summary>The first time by which a share of all has had the event.</summary>
    /// <param name="sorted">The keys in ascending order.</param>
    /// <param name="share">The share, for example 0.5 for the median.</param>
    /// <returns>The time; null where the estimate never gets there.</returns>
    public static long? Quantile(ReadOnlySpan<uint> sorted, double share) => Quantiles(sorted, share, share).Low;

    /// <summary>The first times by which two shares of all have had the event, in one pass.</summary>
    /// <param name="sorted">The keys in ascending order.</param>
    /// <param name="low">The lower share, for example 0.5 for the median.</param>
    /// <param name="high">The higher share, for example 0.9.</param>
    /// <returns>The times; null where the estimate never gets there.</returns>
    public static (long? Low, long? High) Quantiles(ReadOnlySpan<uint> sorted, double low, double high)
    {
        long? first = null;
        var survival = 1.0;
        for (var i = 0; i < sorted.Length;)
        {
            var time = Step(sorted, ref i, ref survival);
            // A share that is reached exactly must not be missed by the last bit.
            if (first is null && 1 - survival >= low - 1e-12) first = time;
            if (1 - survival >= high - 1e-12) return (first, time);
        }

        return (first, null);
    }

    /// <summary>The estimated share that has not had the event by a time.</summary>
    /// <param name="sorted">The keys in ascending order.</param>
    /// <param name="time">The time; events at that very time have come.</param>
    /// <returns>The survival, from 1 down to 0.</returns>
    public static double Survival(ReadOnlySpan<uint> sorted, long time)
    {
        var survival = 1.0;
        for (var i = 0; i < sorted.Length && sorted[i] >> 1 <= time;) Step(sorted, ref i, ref survival);
        return survival;
    }

    // Goes over all observations of one time.
    private static long Step(ReadOnlySpan<uint> sorted, ref int i, ref double survival)
    {
        var time = sorted[i] >> 1;
        var atRisk = sorted.Length - i;
        var events = 0;
        for (; i < sorted.Length && sorted[i] >> 1 == time; i++)
            if ((sorted[i] & 1) == 0) events++;
        if (events > 0) survival *= (double)(atRisk - events) / atRisk;
        return time;
    }
}
