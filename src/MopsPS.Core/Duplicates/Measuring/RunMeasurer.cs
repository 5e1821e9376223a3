using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Measures a run at any thresholds; the comparing is done once.</summary>
public static class RunMeasurer
{
    /// <summary>Measures a run.</summary>
    /// <param name="run">What was compared.</param>
    /// <param name="truth">The truth.</param>
    /// <param name="keyColumn">The column of the records' keys; null for the truth's own, where the records have it, else for the records' id.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="mostErrors">How many errors of each kind are given.</param>
    /// <param name="withValues">Whether evidence holds values, which may be personal.</param>
    /// <returns>One measure for each threshold, in their order; null where no record is in the truth.</returns>
    public static IReadOnlyList<DuplicateMeasure>? Measure(DuplicateRun run, DuplicateTruth truth, string? keyColumn, IReadOnlyList<double> thresholds, int mostErrors, bool withValues)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        if (truth is null) throw new ArgumentNullException(nameof(truth));
        var keys = new string?[run.Finder.Rows];
        RowValues.Read(run.Finder, input => [KeyColumn(input, keyColumn, truth.KeyColumn)], (row, values) => keys[row] = values[0]?.Trim());
        var measurer = new TruthMeasurer(truth, keys, isWholeInput: true);
        if (measurer.Count == 0) return null;
        var explainer = new PairExplainer(run);
        return [.. thresholds.Select(threshold =>
        {
            var groupOf = Enumerable.Repeat(-1, run.Finder.Rows).ToArray();
            var groups = run.Groups(threshold, threshold);
            for (var g = 0; g < groups.Count; g++)
                foreach (var row in groups[g].Rows) groupOf[row] = g;
            return measurer.Measure(groupOf, threshold, mostErrors, Score, Explain);
        })];

        double? Score(int left, int right)
        {
            int a = run.RecordOf(left), b = run.RecordOf(right);
            return a < 0 || b < 0 ? null : DuplicateRun.Probability(run.Scorer.Score(Math.Min(a, b), Math.Max(a, b)));
        }

        IReadOnlyList<DuplicateEvidence> Explain(int left, int right)
        {
            if (run.RecordOf(left) < 0 || run.RecordOf(right) < 0) return [];
            var steps = explainer.Explain(left, right);
            return withValues ? steps : [.. steps.Select(step => new DuplicateEvidence(step.Field, step.Level, step.Weight, step.Total))];
        }
    }

    private static string? KeyColumn(DuplicateInput input, string? asked, string? truths)
    {
        foreach (var column in new[] { asked, truths })
            if (column is not null && input.Fields.Schema.IndexOf(column) >= 0) return column;
        var key = ObjectTypes.KeyColumn(input.Fields);
        return key < 0 ? null : input.Fields.Schema.Columns[key];
    }
}
