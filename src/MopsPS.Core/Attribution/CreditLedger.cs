using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Attribution;

/// <summary>
/// Keeps the credit of each channel in compensated sums and closes the books: what the rounding of the last bits leaves over goes to the channel
/// with the largest credit (the first by name among equals), so that all credits add up to the total.
/// </summary>
internal sealed class CreditLedger(int channels)
{
    private readonly CompensatedSum[] _conversions = new CompensatedSum[channels];
    private readonly CompensatedSum[] _value = new CompensatedSum[channels];

    public void Add(int channel, double conversions, double value)
    {
        _conversions[channel].Add(conversions);
        _value[channel].Add(value);
    }

    /// <summary>The credits with the remainder given out; the last entry is for conversions without a touchpoint.</summary>
    /// <param name="conversions">The total of conversions.</param>
    /// <param name="value">The total of value.</param>
    public (double[] Conversions, double[] Value) Close(double conversions, double value) => (Close(_conversions, conversions), Close(_value, value));

    private static double[] Close(CompensatedSum[] sums, double total)
    {
        var credits = sums.Select(sum => sum.Value).ToArray();
        if (credits.Length == 0) return credits;
        var largest = 0;
        for (var i = 1; i < credits.Length; i++) if (credits[i] > credits[largest]) largest = i;

        var rest = default(CompensatedSum);
        rest.Add(total);
        foreach (var credit in credits) rest.Add(-credit);
        credits[largest] += rest.Value;
        return credits;
    }
}
