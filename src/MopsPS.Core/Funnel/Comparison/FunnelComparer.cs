using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Funnel.Comparison;

/// <summary>Says what differs between two funnels, where, how sure that is, and nothing about why.</summary>
public static class FunnelComparer
{
    private const int Few = 30;

    /// <summary>Compares two sets of stages.</summary>
    /// <param name="reference">The stages to compare with: the rows of one or more segments of cohorts.</param>
    /// <param name="difference">The stages to compare.</param>
    /// <param name="options">How.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">A side is empty, the stages differ, or the rows are of the period view.</exception>
    /// <exception cref="FormatException">The template has a mistake.</exception>
    public static FunnelComparison Compare(IReadOnlyCollection<FunnelStage> reference, IReadOnlyCollection<FunnelStage> difference, FunnelCompareOptions options)
    {
        if (reference is null) throw new ArgumentNullException(nameof(reference));
        if (difference is null) throw new ArgumentNullException(nameof(difference));
        if (options is null) throw new ArgumentNullException(nameof(options));
        var stages = Stages(reference, options.ReferenceName);
        if (!stages.SequenceEqual(Stages(difference, options.DifferenceName), StringComparer.Ordinal))
            throw new ArgumentException($"The two sides have different stages: {string.Join(", ", stages)} and {string.Join(", ", Stages(difference, options.DifferenceName))}. Count both by the same definition.");
        if (reference.Concat(difference).Any(row => row.View == FunnelView.Period))
            throw new ArgumentException("Stages of the period view are flows, not groups of records, and have no rates to compare. Count with -View Cohort.");
        var before = new FunnelSide(reference, stages, options);
        var after = new FunnelSide(difference, stages, options);
        var parts = new FunnelDecomposition(before, after, stages.Length);
        var effects = Effects(parts, before, after, stages, options);
        var result = new FunnelComparison
        {
            Reference = options.ReferenceName,
            Difference = options.DifferenceName,
            Start = stages[0],
            Outcome = stages[stages.Length - 1],
            IsMatured = options.IsMatured,
            ReferenceEntered = before.Entered,
            DifferenceEntered = after.Entered,
            ReferenceOutcome = parts.ReferenceOutcome,
            DifferenceOutcome = parts.DifferenceOutcome,
            VolumeEffect = parts.Volume,
            MixEffect = parts.Mix.Sum(),
            RateEffect = parts.Rates.Sum(rates => rates.Sum()),
            RateMixEffect = 100 * parts.RateMix?.Sum(),
            RateOwnEffect = 100 * parts.RateRates?.Sum(rates => rates.Sum()),
            PValue = options.IsMatured ? null : ProportionTest.PValue((long)Math.Round(parts.ReferenceOutcome), before.Entered, (long)Math.Round(parts.DifferenceOutcome), after.Entered),
            Level = options.Level,
            Correction = options.Correction,
            IsSimpsonsParadox = IsParadox(parts, before, after),
            Effects = effects,
            Findings = Findings(before, after, options),
        };
        result.Summary = FunnelSummaryText.Write(result, options.Template);
        return result;
    }

    private static string[] Stages(IEnumerable<FunnelStage> rows, string side)
    {
        var stages = rows.GroupBy(row => row.Order).OrderBy(group => group.Key).Select(group => (group.Key, Names: group.Select(row => row.Stage).Distinct().ToArray())).ToArray();
        if (stages.Length < 2) throw new ArgumentException($"'{side}' has no stages to compare: fewer than two were given.");
        for (var i = 0; i < stages.Length; i++)
        {
            if (stages[i].Key != i + 1 || stages[i].Names.Length > 1)
                throw new ArgumentException($"'{side}' is no whole funnel: give all stages of one definition, as Get-MopsFunnel writes them.");
        }

        return [.. stages.Select(stage => stage.Names[0])];
    }

    private static FunnelEffect[] Effects(FunnelDecomposition parts, FunnelSide before, FunnelSide after, string[] stages, FunnelCompareOptions options)
    {
        var drafts = new List<Draft>();
        for (var i = 0; i < parts.Segments.Count; i++)
        {
            var name = parts.Segments[i].Length == 0 ? null : parts.Segments[i];
            var (own, other) = (before[parts.Segments[i]], after[parts.Segments[i]]);
            if (parts.Segments.Count > 1)
                drafts.Add(new Draft(FunnelEffectKind.Mix, name, null, null, parts.Mix[i], parts.RateMix?[i], own.Entered[0], before.Entered, other.Entered[0], after.Entered));
            for (var s = 0; s < stages.Length - 1; s++)
            {
                drafts.Add(new Draft(
                    FunnelEffectKind.Rate, name, stages[s], stages[s + 1], parts.Rates[i][s], parts.RateRates?[i][s],
                    own.SuccessesAt(s), own.TrialsAt(s), other.SuccessesAt(s), other.TrialsAt(s)));
            }
        }

        var tested = drafts.Where(draft => draft.PValue is not null).ToArray();
        var adjusted = MultipleComparisons.Adjust([.. tested.Select(draft => draft.PValue!.Value)], options.Correction);
        for (var i = 0; i < tested.Length; i++) tested[i].Adjusted = adjusted[i];
        var volume = new FunnelEffect
        {
            Kind = FunnelEffectKind.Volume,
            Effect = parts.Volume,
            ReferenceValue = before.Entered,
            DifferenceValue = after.Entered,
            ReferenceCount = before.Entered,
            DifferenceCount = after.Entered,
        };
        return [.. drafts.Select(draft => draft.ToEffect(options.Level)).Concat([volume]).OrderByDescending(effect => Math.Abs(effect.Effect)).ThenBy(effect => effect.Name, StringComparer.Ordinal)];
    }

    // Every segment has to be on both sides: one that is not has no rate that could have gone either way.
    private static bool IsParadox(FunnelDecomposition parts, FunnelSide before, FunnelSide after)
    {
        if (parts.Segments.Count < 2 || before.Entered == 0 || after.Entered == 0) return false;
        if (parts.Segments.Any(name => before[name].Entered[0] == 0 || after[name].Entered[0] == 0)) return false;
        var whole = (parts.DifferenceOutcome / after.Entered) - (parts.ReferenceOutcome / before.Entered);
        var changes = parts.Segments.Select((_, i) => Product(parts.Factors1[i]) - Product(parts.Factors0[i])).ToArray();
        var direction = Math.Sign(Rounded(whole));
        return direction != 0 && changes.All(change => Math.Sign(Rounded(change)) != direction) && changes.Any(change => Math.Sign(Rounded(change)) == -direction);
    }

    private static double Product(double[] factors) => factors.Skip(2).Aggregate(1.0, (a, b) => a * b);

    // Two equal rates may differ in the last bit.
    private static double Rounded(double change) => Math.Abs(change) < 1e-12 ? 0 : change;

    private static Finding[] Findings(FunnelSide before, FunnelSide after, FunnelCompareOptions options)
    {
        var rules = options.Rules ?? new RuleSet(new MopsPolicy(), DateTime.UtcNow);
        var findings = new List<Finding>();
        foreach (var (side, name) in new[] { (before, options.ReferenceName), (after, options.DifferenceName) })
        {
            if (side.Entered < Few && rules.IsEnabled(FunnelRules.FewRecords))
                findings.Add(rules.Create(FunnelRules.FewRecords, $"{name} has {side.Entered.ToString(CultureInfo.InvariantCulture)} records; rates of fewer than {Few} say little.", name, suggestion: FunnelRules.FewRecords.Remedy));
        }

        if (!options.IsMatured && before.Timed > 0 && after.Timed > 0 && rules.IsEnabled(FunnelRules.UnequalTime))
        {
            var (old, young) = (100.0 * before.Matured / before.Timed, 100.0 * after.Matured / after.Timed);
            if (Math.Abs(old - young) > 10)
            {
                findings.Add(rules.Create(
                    FunnelRules.UnequalTime, string.Format(CultureInfo.InvariantCulture, "{0:0} % of the records of {1} and {2:0} % of those of {3} have had the time in which most move on.", young, options.DifferenceName, old, options.ReferenceName),
                    suggestion: FunnelRules.UnequalTime.Remedy));
            }
        }

        return [.. findings];
    }

    /// <summary>An effect with the counts that it is tested by, before the p-values are corrected.</summary>
    private sealed class Draft(
        FunnelEffectKind kind, string? segment, string? stage, string? next, double effect, double? rateEffect, long successes0, long trials0, long successes1, long trials1)
    {
        public double? PValue { get; } = ProportionTest.PValue(successes0, trials0, successes1, trials1);

        public double? Adjusted { get; set; }

        public FunnelEffect ToEffect(double level)
        {
            var interval = ProportionTest.Difference(successes0, trials0, successes1, trials1);
            return new FunnelEffect
            {
                Kind = kind,
                Segment = segment,
                Stage = stage,
                Next = next,
                Effect = effect,
                RateEffect = 100 * rateEffect,
                ReferenceValue = trials0 > 0 ? 100.0 * successes0 / trials0 : null,
                DifferenceValue = trials1 > 0 ? 100.0 * successes1 / trials1 : null,
                ReferenceCount = trials0,
                DifferenceCount = trials1,
                Low = 100 * interval?.Low,
                High = 100 * interval?.High,
                PValue = PValue,
                AdjustedPValue = Adjusted,
                IsSignificant = Adjusted is double p ? p < level : null,
            };
        }
    }
}
