using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Requests;

/// <summary>Counts the requests of one segment.</summary>
internal sealed class RequestTally(string? segment)
{
    private static readonly (string Name, int To)[] Bands = [("up to 2 days", 2), ("3 to 7 days", 7), ("8 to 14 days", 14), ("15 to 30 days", 30), ("over 30 days", int.MaxValue)];

    private readonly List<uint> _cycles = [];
    private readonly List<uint> _acknowledges = [];
    private readonly List<RequestBreach> _breaches = [];
    private readonly int[] _ages = new int[Bands.Length];
    private int _reopened;
    private int _reopenable;

    public string? Segment { get; } = segment;

    public int Requests { get; set; }

    public int Done { get; set; }

    public int Open { get; set; }

    public int Dropped { get; set; }

    public int NotMeasured { get; set; }

    public int WithoutLevel { get; set; }

    public int Met { get; set; }

    public int Waiting { get; set; }

    public int PreventionMet { get; set; }

    public int PreventionOver { get; set; }

    public IReadOnlyList<RequestBreach> Breaches => _breaches;

    public void AddCycle(TimeSpan time, bool isDone) => _cycles.Add(KaplanMeier.Key((long)Math.Round(Math.Max(0, time.TotalSeconds)), isDone));

    public void AddAcknowledge(TimeSpan time, bool isAcknowledged) => _acknowledges.Add(KaplanMeier.Key((long)Math.Round(Math.Max(0, time.TotalSeconds)), isAcknowledged));

    public void AddAge(double days) => _ages[Array.FindIndex(Bands, band => Math.Floor(days) <= band.To)]++;

    public void AddBreach(RequestBreach breach) => _breaches.Add(breach);

    public void AddReopened(bool isReopened)
    {
        _reopenable++;
        if (isReopened) _reopened++;
    }

    public RequestResult ToResult(MopsPolicy policy, DateTime asOf, IReadOnlyList<Finding> findings)
    {
        var late = _breaches.Count(breach => !breach.IsOpen);
        var overdue = _breaches.Count - late;
        var median = Quantile(_cycles, 0.5) / 3600.0;
        var acknowledge = Quantile(_acknowledges, 0.5) / 60.0;
        Kpi[] kpis =
        [
            RequestKpis.Attainment.Ratio(policy, Met, Met + late + overdue, Segment),
            RequestKpis.CycleTime.Of(policy, median, Segment),
            RequestKpis.Reopened.Ratio(policy, _reopened, _reopenable, Segment),
            RequestKpis.Acknowledged.Of(policy, acknowledge, Segment),
            RequestKpis.Prevention.Ratio(policy, PreventionMet, PreventionMet + PreventionOver, Segment),
        ];
        return new RequestResult
        {
            Segment = Segment,
            AsOf = asOf,
            Requests = Requests,
            Done = Done,
            Open = Open,
            Dropped = Dropped,
            NotMeasured = NotMeasured,
            Met = Met,
            Late = late,
            Overdue = overdue,
            Waiting = Waiting,
            WithoutLevel = WithoutLevel,
            Attainment = kpis[0].Value,
            MedianHours = median,
            P90Hours = Quantile(_cycles, 0.9) / 3600.0,
            ReopenRate = kpis[2].Value,
            IncidentAcknowledgeMinutes = acknowledge,
            PreventionRate = kpis[4].Value,
            Ages = Bands.Select((band, i) => new RequestAge { Age = band.Name, Count = _ages[i] }).ToArray(),
            Breaches = _breaches.OrderByDescending(breach => breach.IsOpen).ThenByDescending(breach => breach.LateHours)
                .ThenBy(breach => breach.Id, StringComparer.Ordinal).ThenBy(breach => breach.Created).ToArray(),
            Findings = findings,
            Kpis = kpis,
        };
    }

    private static double? Quantile(List<uint> keys, double share)
    {
        var sorted = keys.ToArray();
        RadixSort.Sort(sorted, sorted.Length);
        return KaplanMeier.Quantile(sorted, share);
    }
}
