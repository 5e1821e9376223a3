using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>
/// What differs between two funnels. The change of the number that reached the last stage is split exactly into the effects of
/// volume (how many entered), mix (from which segments) and rates (how many moved on); they add up to it. A difference is no cause.
/// </summary>
public sealed class FunnelComparison : IMopsResult
{
    /// <summary>What is compared with, for example <c>2026-Q2</c>.</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>What is compared, for example <c>2026-Q3</c>.</summary>
    public string Difference { get; init; } = string.Empty;

    /// <summary>The first stage.</summary>
    public string Start { get; init; } = string.Empty;

    /// <summary>The last stage, whose number is explained.</summary>
    public string Outcome { get; init; } = string.Empty;

    /// <summary>Whether rates are those of matured records; the outcome is then what those rates would make of all who entered.</summary>
    public bool IsMatured { get; init; }

    /// <summary>How many entered in the reference.</summary>
    public long ReferenceEntered { get; init; }

    /// <summary>How many entered in the difference.</summary>
    public long DifferenceEntered { get; init; }

    /// <summary>How many reached the last stage in the reference.</summary>
    public double ReferenceOutcome { get; init; }

    /// <summary>How many reached the last stage in the difference.</summary>
    public double DifferenceOutcome { get; init; }

    /// <summary>The change of the outcome, in records.</summary>
    public double Change => DifferenceOutcome - ReferenceOutcome;

    /// <summary>What the change of the number that entered makes, in records.</summary>
    public double VolumeEffect { get; init; }

    /// <summary>What the change of the segments' shares makes, in records.</summary>
    public double MixEffect { get; init; }

    /// <summary>What the change of the rates makes, in records.</summary>
    public double RateEffect { get; init; }

    /// <summary>The rate from first to last stage in the reference, in percent; null where nobody entered.</summary>
    public double? ReferenceRate => ReferenceEntered > 0 ? 100 * ReferenceOutcome / ReferenceEntered : null;

    /// <summary>The rate from first to last stage in the difference, in percent; null where nobody entered.</summary>
    public double? DifferenceRate => DifferenceEntered > 0 ? 100 * DifferenceOutcome / DifferenceEntered : null;

    /// <summary>The change of that rate, in percentage points; the two effects below add up to it.</summary>
    public double? RateChange => DifferenceRate - ReferenceRate;

    /// <summary>What the segments' shares make of the change of the rate, in percentage points; null where a side is empty.</summary>
    public double? RateMixEffect { get; init; }

    /// <summary>What the segments' own rates make of the change of the rate, in percentage points; null where a side is empty.</summary>
    public double? RateOwnEffect { get; init; }

    /// <summary>The p-value of no difference in the rate from first to last stage; null for matured rates, which are no count of one group.</summary>
    public double? PValue { get; init; }

    /// <summary>The level at which a difference counts as more than chance.</summary>
    public double Level { get; init; } = 0.05;

    /// <summary>How p-values of the effects are corrected.</summary>
    public MultipleComparison Correction { get; init; }

    /// <summary>Whether the whole rate went one way although no segment's did and at least one went the other (E. H. Simpson 1951).</summary>
    public bool IsSimpsonsParadox { get; init; }

    /// <summary>The effects by segment and stage, the largest first.</summary>
    public IReadOnlyList<FunnelEffect> Effects { get; init => field = ResultList<FunnelEffect>.Of(value); } = ResultList<FunnelEffect>.Empty;

    /// <summary>What the numbers say, in plain words, and what to check next.</summary>
    public string Summary { get; internal set; } = string.Empty;

    /// <summary>What limits the comparison, for example that one side has had less time.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Empty: a comparison has no target.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>What is compared.</summary>
    public string Title => $"{Outcome}: {Difference} against {Reference}";

    /// <summary>Null: a comparison is no check.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Won: 2026-Q3 against 2026-Q2: -12 (volume 3, mix -5, rates -10)</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1:+0.##;-0.##;0} (volume {2:0.##}, mix {3:0.##}, rates {4:0.##})", Title, Change, VolumeEffect, MixEffect, RateEffect);
}

/// <summary>What kind of change an effect is of.</summary>
public enum FunnelEffectKind
{
    /// <summary>How many entered.</summary>
    Volume,

    /// <summary>The share of a segment among those who entered.</summary>
    Mix,

    /// <summary>The rate of a segment at a stage.</summary>
    Rate,
}

/// <summary>One part of a difference between two funnels.</summary>
public sealed class FunnelEffect
{
    /// <summary>What changed.</summary>
    public FunnelEffectKind Kind { get; init; }

    /// <summary>The segment; null for all.</summary>
    public string? Segment { get; init; }

    /// <summary>The stage from which the rate is; null for volume and mix.</summary>
    public string? Stage { get; init; }

    /// <summary>The stage to which the rate is; null for volume and mix.</summary>
    public string? Next { get; init; }

    /// <summary>What it makes of the change, in records that reach the last stage.</summary>
    public double Effect { get; init; }

    /// <summary>What it makes of the change of the rate from first to last, in percentage points; null for volume.</summary>
    public double? RateEffect { get; init; }

    /// <summary>The thing itself in the reference: the number for volume, percent for mix and rate; null where there is none.</summary>
    public double? ReferenceValue { get; init; }

    /// <summary>The thing itself in the difference.</summary>
    public double? DifferenceValue { get; init; }

    /// <summary>Out of how many the reference's value is.</summary>
    public long ReferenceCount { get; init; }

    /// <summary>Out of how many the difference's value is.</summary>
    public long DifferenceCount { get; init; }

    /// <summary>The lower bound of the 95 % interval of the difference in percentage points (Newcombe 1998); null but for rates and mix.</summary>
    public double? Low { get; init; }

    /// <summary>The upper bound of that interval.</summary>
    public double? High { get; init; }

    /// <summary>The p-value of no difference; null but for rates and mix.</summary>
    public double? PValue { get; init; }

    /// <summary>The p-value corrected for all effects that were tested.</summary>
    public double? AdjustedPValue { get; init; }

    /// <summary>Whether the corrected p-value is below the level; null where nothing was tested.</summary>
    public bool? IsSignificant { get; init; }

    /// <summary>What it is about, like <c>rate MQL to SQL, Lead Source = Web</c>.</summary>
    public string Name => (Kind switch
    {
        FunnelEffectKind.Volume => "volume",
        FunnelEffectKind.Mix => "mix",
        _ => $"rate {Stage} to {Next}",
    }) + (Segment is null ? string.Empty : $", {Segment}");

    /// <summary>Reads like <c>rate MQL to SQL, Lead Source = Web: -4.2</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:+0.##;-0.##;0}", Name, Effect);
}
