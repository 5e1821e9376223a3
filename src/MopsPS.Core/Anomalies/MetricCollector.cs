using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Anomalies;

/// <summary>Collects the rows of one segment by day. Memory grows with the days, not with the rows.</summary>
internal sealed class MetricCollector
{
    private readonly Dictionary<int, Day> _days = [];

    public IEnumerable<int> Days => _days.Keys;

    /// <summary>Takes a row in.</summary>
    /// <returns>Whether it is the first of its day.</returns>
    public bool Add(int day, double value, double whole)
    {
        var isFirst = !_days.TryGetValue(day, out var sums);
        if (isFirst) _days.Add(day, sums = new Day());
        sums!.Add(value, whole);
        return isFirst;
    }

    /// <summary>The points of the intervals: those with rows for given values and ratios, all up to the end for counts and sums, where no row means nothing.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="interval">The interval.</param>
    /// <param name="first">The first whole step of all series.</param>
    /// <param name="last">The last whole step of all series.</param>
    public IReadOnlyList<MetricPoint> Points(AnomalyMeasure measure, AnomalyInterval interval, int first, int last)
    {
        var steps = new SortedDictionary<int, Day>();
        foreach (var day in _days.OrderBy(pair => pair.Key))
        {
            var step = IntervalClock.StepOf(interval, day.Key);
            if (step < first || step > last) continue;
            if (!steps.TryGetValue(step, out var sums)) steps.Add(step, sums = new Day());
            sums.Add(day.Value);
        }

        if (steps.Count == 0) return [];
        var start = steps.Keys.First();
        if (measure is AnomalyMeasure.Count or AnomalyMeasure.Sum)
        {
            for (var step = start; step <= last; step++)
                if (!steps.ContainsKey(step)) steps.Add(step, new Day());
        }

        // Steps are counted from the epoch, so that a season's step means the same in every series; from 0 they would be negative before 1970.
        return [.. steps.Where(pair => measure != AnomalyMeasure.Ratio || pair.Value.Whole > 0).Select(pair => Point(measure, interval, pair.Key, pair.Value))];
    }

    private static MetricPoint Point(AnomalyMeasure measure, AnomalyInterval interval, int step, Day sums)
    {
        var date = IntervalClock.Start(interval, step);
        return measure == AnomalyMeasure.Ratio
            ? new MetricPoint(step, date, sums.Value / sums.Whole, sums.Whole)
            : new MetricPoint(step, date, sums.Value, null);
    }

    private sealed class Day
    {
        private CompensatedSum _value;
        private CompensatedSum _whole;

        public double Value => _value.Value;

        public double Whole => _whole.Value;

        public void Add(double value, double whole)
        {
            _value.Add(value);
            _whole.Add(whole);
        }

        public void Add(Day other)
        {
            _value.Add(other._value);
            _whole.Add(other._whole);
        }
    }
}
