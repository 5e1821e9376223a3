using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Statistics;

/// <summary>Corrects p-values where many things are compared at once.</summary>
public static class MultipleComparisons
{
    /// <summary>The corrected p-values.</summary>
    /// <param name="values">The p-values.</param>
    /// <param name="correction">How.</param>
    /// <returns>One for each, in the same order.</returns>
    public static double[] Adjust(IReadOnlyList<double> values, MultipleComparison correction) => correction switch
    {
        MultipleComparison.Holm => Holm(values),
        MultipleComparison.BenjaminiHochberg => BenjaminiHochberg(values),
        _ => [.. values],
    };

    /// <summary>
    /// Holm's step-down correction, which bounds the chance of a single false alarm: S. Holm, "A Simple Sequentially Rejective
    /// Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979) 65-70.
    /// </summary>
    /// <param name="values">The p-values.</param>
    /// <returns>The corrected ones in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> values)
    {
        var order = Order(values);
        var adjusted = new double[values.Count];
        var worst = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            worst = Math.Max(worst, Math.Min(1, (order.Length - i) * values[order[i]]));
            adjusted[order[i]] = worst;
        }

        return adjusted;
    }

    /// <summary>
    /// The step-up correction that bounds the share of false alarms among the alarms: Y. Benjamini and Y. Hochberg, "Controlling the
    /// False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995) 289-300.
    /// </summary>
    /// <param name="values">The p-values.</param>
    /// <returns>The corrected ones in the same order.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> values)
    {
        var order = Order(values);
        var adjusted = new double[values.Count];
        var best = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            best = Math.Min(best, values[order[i]] * order.Length / (i + 1));
            adjusted[order[i]] = best;
        }

        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double> values)
    {
        if (values is null) throw new ArgumentNullException(nameof(values));
        if (values.Any(value => !(value >= 0 && value <= 1))) throw new ArgumentOutOfRangeException(nameof(values), "A p-value lies between 0 and 1.");
        return [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
    }
}
