using MopsPS.Core.Records.Values;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Funnel;

/// <summary>The times of one tally, worked out: quantiles by Kaplan and Meier and matured counts.</summary>
internal sealed record StageTimes(double? Median, double? P90, double? ReachedMedian, double? ReachedP90, long Matured, long MaturedReached)
{
    /// <summary>Works them out.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="log">The times.</param>
    /// <param name="asOf">The UTC second up to which the data is complete.</param>
    /// <param name="maturityDays">The days after which a record is matured; null where not known.</param>
    /// <param name="isCohort">Whether those who wait are in the tally; without them there is no estimate, only what was seen.</param>
    public static StageTimes Of(StageTally tally, TimeLog log, long asOf, int? maturityDays, bool isCohort)
    {
        if (tally.Timed == 0) return new StageTimes(null, null, null, null, 0, 0);
        var keys = new uint[tally.Timed];
        var window = (long)(maturityDays ?? 0) * CivilDate.SecondsPerDay;
        long matured = 0, maturedReached = 0;
        var at = 0;
        foreach (var number in tally.Numbers)
        {
            foreach (var time in log.Of(number))
            {
                var waited = asOf - TimeLog.Entered(time);
                var seconds = TimeLog.Seconds(time);
                keys[at++] = seconds == TimeLog.Waiting ? KaplanMeier.Key(waited, false) : KaplanMeier.Key(seconds, true);
                if (maturityDays is null || waited < window) continue;
                matured++;
                if (seconds != TimeLog.Waiting && seconds <= window) maturedReached++;
            }
        }

        RadixSort.Sort(keys, keys.Length);
        var (median, p90) = isCohort ? KaplanMeier.Quantiles(keys, 0.5, 0.9) : (null, null);
        // The events in order, moved to the front.
        var reached = 0;
        for (var i = 0; i < keys.Length; i++)
            if ((keys[i] & 1) == 0) keys[reached++] = keys[i] >> 1;
        return new StageTimes(
            Days(median), Days(p90), Days(Quantiles.Of(reached, i => keys[i], 0.5)), Days(Quantiles.Of(reached, i => keys[i], 0.9)), matured, maturedReached);
    }

    private static double? Days(double? seconds) => seconds / CivilDate.SecondsPerDay;
}
