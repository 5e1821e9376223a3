using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Sla;

/// <summary>Counts the records of one measure and one segment. Memory: four bytes a record, and the breaches.</summary>
internal sealed class SlaTally(SlaMeasure measure, string? segment)
{
    private readonly List<uint> _times = [];
    private readonly List<SlaBreach> _breaches = [];
    private int _records;
    private int _met;
    private int _late;
    private int _overdue;
    private int _waiting;
    private double? _longestWait;

    public string? Segment { get; } = segment;

    public SlaMeasure Measure { get; } = measure;

    public IReadOnlyList<SlaBreach> Breaches => _breaches;

    public void AddUnmeasured() => _records++;

    /// <summary>Takes a record in.</summary>
    /// <param name="age">How long it waited, or waits.</param>
    /// <param name="isTouched">Whether it was touched.</param>
    /// <param name="breach">The breach, or null.</param>
    public void Add(TimeSpan age, bool isTouched, SlaBreach? breach)
    {
        _records++;
        // A record that waits is ended at its age: how long it will have waited is not known.
        _times.Add(KaplanMeier.Key((long)Math.Round(age.TotalSeconds), isTouched));
        if (isTouched && breach is null) _met++;
        else if (isTouched) _late++;
        else if (breach is null) _waiting++;
        else _overdue++;
        if (breach is not null) _breaches.Add(breach);
        if (!isTouched) _longestWait = Math.Max(_longestWait ?? 0, age.TotalMinutes);
    }

    public SlaResult ToResult(SlaTarget target, MopsPolicy policy, DateTime asOf, IReadOnlyList<Finding> findings)
    {
        var times = _times.ToArray();
        RadixSort.Sort(times, times.Length);
        double? Minutes(double share) => KaplanMeier.Quantile(times, share) is long seconds ? seconds / 60.0 : null;
        return new SlaResult
        {
            Measure = Measure,
            Segment = Segment,
            LimitMinutes = target.Minutes,
            IsBusinessTime = target.BusinessHours,
            AsOf = asOf,
            Records = _records,
            Met = _met,
            Late = _late,
            Overdue = _overdue,
            Waiting = _waiting,
            NotMeasured = _records - _met - _late - _overdue - _waiting,
            MedianMinutes = Minutes(0.5),
            P90Minutes = Minutes(0.9),
            LongestWaitMinutes = _longestWait,
            Breaches = _breaches.OrderByDescending(breach => breach.IsOpen).ThenByDescending(breach => breach.LateMinutes)
                .ThenBy(breach => breach.RecordId, StringComparer.Ordinal).ThenBy(breach => breach.Started).ToArray(),
            Findings = findings,
            Kpis = new[] { SlaKpis.Of(Measure).Ratio(policy, _met, _met + _late + _overdue, Segment) },
        };
    }
}
