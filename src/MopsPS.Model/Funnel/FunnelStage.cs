using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>
/// One stage of a funnel for one segment and period. Rates are in percent, times in days, values in the currency of the amounts.
/// A record counts once. It has reached a stage where it has reached that or a later one (see about_MopsPS_Funnel).
/// </summary>
public sealed class FunnelStage : IMopsResult
{
    /// <summary>The stage.</summary>
    public string Stage { get; init; } = string.Empty;

    /// <summary>Its place, from 1.</summary>
    public int Order { get; init; }

    /// <summary>The next stage; null for the last.</summary>
    public string? Next { get; init; }

    /// <summary>The segment, like <c>Lead Source = Web</c>; null for all.</summary>
    public string? Segment { get; init; }

    /// <summary>The segment's values by column, in the order asked for; empty for all.</summary>
    public IReadOnlyDictionary<string, string> By { get; init; } = new Dictionary<string, string>();

    /// <summary>The period, like <c>2026-03</c>, <c>2026-W11</c>, <c>FY2027-Q1</c>; null for all, and <c>(no date)</c> for records without one.</summary>
    public string? Period { get; init; }

    /// <summary>The first day of the period; null for all.</summary>
    public DateTime? PeriodStart { get; init; }

    /// <summary>Whether the period had ended when the data was taken; null for all.</summary>
    public bool? IsPeriodOver { get; init; }

    /// <summary>How periods are meant.</summary>
    public FunnelView View { get; init; }

    /// <summary>The moment, in UTC, up to which the data is taken to be complete; null where no record has a date.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>How many entered the stage or passed over it; in the period view, how many did so then.</summary>
    public long Entered { get; init; }

    /// <summary>How many of them reached the next stage or a later one; in the period view, how many did so then, whoever they are. Null for the last stage.</summary>
    public long? ReachedNext { get; init; }

    /// <summary>Reached next of entered in percent. In the period view a ratio of two flows, which can be above 100. Null for the last stage and where nobody entered.</summary>
    public double? Rate => ReachedNext is long reached && Entered > 0 ? 100.0 * reached / Entered : null;

    /// <summary>The lower bound of the 95 % Wilson interval of the rate; null where the rate is no proportion.</summary>
    public double? RateLow { get; init; }

    /// <summary>The upper bound of the 95 % Wilson interval of the rate.</summary>
    public double? RateHigh { get; init; }

    /// <summary>Entered in percent of those who entered the first stage; null where nobody did.</summary>
    public double? RateFromStart { get; init; }

    /// <summary>How many are at this stage: not further, not out. In the period view, at its end. Null for the last stage.</summary>
    public long? Open { get; init; }

    /// <summary>How many left from this stage by an exit.</summary>
    public long Exited { get; init; }

    /// <summary>How many left by each exit.</summary>
    public IReadOnlyDictionary<string, long> Exits { get; init; } = new Dictionary<string, long>();

    /// <summary>How many passed over the stage: a later one is recorded and this one is not.</summary>
    public long Skipped { get; init; }

    /// <summary>How many have a later stage dated before this one.</summary>
    public long OutOfOrder { get; init; }

    /// <summary>How many entered the stage more than once.</summary>
    public long ReEntered { get; init; }

    /// <summary>Of how many the time to the next stage, or the time waited for it so far, is known.</summary>
    public long Timed { get; init; }

    /// <summary>The day by which half of all who entered had reached the next stage, by Kaplan and Meier; those who have not count as waiting. Null where it is fewer than half.</summary>
    public double? MedianDays { get; init; }

    /// <summary>The same for 90 percent.</summary>
    public double? P90Days { get; init; }

    /// <summary>The median time of those who did reach the next stage. Shorter than the truth while others may still follow.</summary>
    public double? ReachedMedianDays { get; init; }

    /// <summary>The 90th percentile of those who did.</summary>
    public double? ReachedP90Days { get; init; }

    /// <summary>The number of days after which a record is matured; null where it is not known.</summary>
    public int? MaturityDays { get; init; }

    /// <summary>How many entered at least that many days before the as-of moment.</summary>
    public long Matured { get; init; }

    /// <summary>How many of them reached the next stage within that many days.</summary>
    public long MaturedReached { get; init; }

    /// <summary>The rate of matured records within equal time, in percent: the one to compare old and young cohorts by. Null where none is matured.</summary>
    public double? MaturedRate => Matured > 0 && Next is not null ? 100.0 * MaturedReached / Matured : null;

    /// <summary>The lower bound of the 95 % Wilson interval of the matured rate.</summary>
    public double? MaturedRateLow { get; init; }

    /// <summary>The upper bound of the 95 % Wilson interval of the matured rate.</summary>
    public double? MaturedRateHigh { get; init; }

    /// <summary>The sum of the amounts of those who entered; null where there is no amount column.</summary>
    public decimal? Value { get; init; }

    /// <summary>The sum of the amounts of those of them who reached the last stage; null where there is no amount column.</summary>
    public decimal? WonValue { get; init; }

    /// <summary>
    /// Sales velocity from this stage, in value a day: those who entered × share won × mean value won ÷ mean days to the last stage.
    /// Null where there is no amount, nobody won or no time.
    /// </summary>
    public double? Velocity { get; init; }

    /// <summary>What was found in the dates of this stage.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The rate to the next stage; empty for the last.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>The stage with segment and period.</summary>
    public string Title => Stage + (Segment is null ? string.Empty : $" [{Segment}]") + (Period is null ? string.Empty : $" {Period}");

    /// <summary>Null: a stage is no check.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>MQL [Lead Source = Web] 2026-03: 120 entered, 48 to SQL (40 %)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, Next is null ? "{0}: {1} entered" : "{0}: {1} entered, {2} to {3}{4}", Title, Entered, ReachedNext, Next,
        Rate is double rate ? string.Format(CultureInfo.InvariantCulture, " ({0:0.#} %)", rate) : string.Empty);
}
