using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Reporting.Drawing;

/// <summary>A value axis with round ticks: steps of 1, 2, 2.5 or 5 times a power of ten.</summary>
internal sealed class Scale
{
    private readonly double _from;
    private readonly double _to;

    public Scale(IEnumerable<double> values, bool fromZero)
    {
        var finite = values.Where(CanDraw).DefaultIfEmpty(0).ToArray();
        double low = finite.Min(), high = finite.Max();
        if (fromZero || low > 0 && low < 0.5 * high) low = Math.Min(0, low);
        if (fromZero) high = Math.Max(0, high);
        // Values that are all the same say how much they are, and that is seen from zero.
        if (high - low < 1e-9 * Math.Max(1, Math.Abs(high))) (low, high) = high > 1e-6 ? (0.0, high) : low < -1e-6 ? (low, 0.0) : (0.0, 1.0);
        var step = Step((high - low) / 4);
        _from = Math.Floor(low / step + 1e-9) * step;
        _to = Math.Ceiling(high / step - 1e-9) * step;
        Ticks = [.. Enumerable.Range(0, (int)Math.Round((_to - _from) / step) + 1).Select(i => _from + i * step)];
        var digits = Math.Max(0, -(int)Math.Floor(Math.Log10(step) - 1e-9) + (step.ToString("E1", CultureInfo.InvariantCulture)[2] == '5' && step < 10 ? 1 : 0));
        Format = "#,0." + new string('#', Math.Min(9, digits));
    }

    public double[] Ticks { get; }

    private string Format { get; }

    /// <summary>The value as a tick says it.</summary>
    public string Show(double value) => value.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The place of a value between two places.</summary>
    public double At(double value, double start, double end) => start + (end - start) * (Math.Max(_from, Math.Min(_to, value)) - _from) / (_to - _from);

    /// <summary>Whether a value can be drawn: a number, and none so large that sums and differences lose their sense.</summary>
    public static bool CanDraw(double value) => Math.Abs(value) <= 1e15;

    /// <summary>A value that can be drawn, or null.</summary>
    public static double? Value(IReadOnlyList<double?> values, int index) => LineChart.At(values, index) is { } value && CanDraw(value) ? value : null;

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 2.5 ? 2.5 : share <= 5 ? 5 : 10);
    }
}
