using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Campaigns;

/// <summary>What campaigns are compared by.</summary>
public enum CampaignSegment
{
    /// <summary>The owner of the campaign.</summary>
    Owner,

    /// <summary>The month of the launch.</summary>
    Month,

    /// <summary>The last decision.</summary>
    Decision,
}

/// <summary>Counts runs and defects to the metrics of the QA.</summary>
public sealed class CampaignQAMeter
{
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly WorkingDays _days;
    private readonly DateTime _asOf;
    private readonly Dictionary<string, List<CampaignQAResult>> _campaigns = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Finding> _findings = [];
    private IReadOnlyList<Defect>? _defects;
    private int _runs;

    /// <summary>Makes a meter.</summary>
    /// <param name="policy">The team's policy: lead days, calendar, targets.</param>
    /// <param name="asOf">The day up to which is counted.</param>
    public CampaignQAMeter(MopsPolicy policy, DateTime asOf)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _asOf = asOf.Date;
        _rules = new RuleSet(policy, _asOf);
        _days = new WorkingDays(policy);
    }

    /// <summary>How many runs were taken.</summary>
    public int Runs => _runs;

    /// <summary>Takes a run.</summary>
    /// <param name="run">The run.</param>
    public void Add(CampaignQAResult run)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        _runs++;
        if (!_campaigns.TryGetValue(run.Campaign.Trim(), out var runs)) _campaigns.Add(run.Campaign.Trim(), runs = []);
        runs.Add(run);
    }

    /// <summary>Takes a file of a folder of runs; JSON of other kinds is passed over.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it was a run.</returns>
    public bool AddFile(string path)
    {
        try
        {
            if (RunFileReader.Read(path) is not { } run) return false;
            Add(run);
            return true;
        }
        catch (InvalidDataException exception)
        {
            if (_rules.IsEnabled(CampaignQARules.UnreadableRun))
                _findings.Add(_rules.Create(CampaignQARules.UnreadableRun, exception.Message, Path.GetFileName(path), source: new SourcePosition(path)));
            return false;
        }
    }

    /// <summary>Takes a defects export.</summary>
    /// <param name="path">The file.</param>
    /// <param name="campaignColumn">The column with the campaign; null to find it.</param>
    /// <param name="dates">Reads the days.</param>
    /// <param name="onProblem">Is told of rows that do not read.</param>
    /// <exception cref="InvalidDataException">There is no column with the campaign.</exception>
    public void AddDefects(string path, string? campaignColumn, DateParser dates, Action<RecordProblem> onProblem)
    {
        using var reader = ExportReader.Open(path, new ImportOptions { OnProblem = onProblem });
        _defects = [.. _defects ?? [], .. DefectReader.Read(reader, campaignColumn, dates, onProblem)];
    }

    /// <summary>Counts.</summary>
    /// <param name="by">What makes segments; null for none.</param>
    /// <returns>The measure of all campaigns, and one for each segment.</returns>
    public IReadOnlyList<CampaignQAMeasure> Measure(CampaignSegment? by = null)
    {
        var found = Match(out var unmatched, out var early);
        var records = _campaigns.Values.Select(runs => Record(runs, found)).OrderByDescending(record => record.LaunchDate ?? DateTime.MaxValue).ThenBy(record => record.Campaign, StringComparer.OrdinalIgnoreCase).ToArray();
        var measures = new List<CampaignQAMeasure> { Make(null, records, [.. _findings, .. records.SelectMany(Judge), .. unmatched], unmatched.Count, early) };
        if (by is { } segment)
        {
            foreach (var group in records.GroupBy(record => Key(record, segment), StringComparer.OrdinalIgnoreCase).OrderBy(group => group.Key, StringComparer.Ordinal))
                measures.Add(Make($"{segment} = {group.Key}", [.. group], [], 0, 0));
        }

        return measures;
    }

    private Dictionary<string, List<Defect>> Match(out List<Finding> unmatched, out int early)
    {
        var found = new Dictionary<string, List<Defect>>(StringComparer.OrdinalIgnoreCase);
        unmatched = [];
        early = 0;
        foreach (var defect in _defects ?? [])
        {
            var name = _campaigns.Keys.FirstOrDefault(key => string.Equals(key, defect.Campaign, StringComparison.OrdinalIgnoreCase))
                ?? _campaigns.FirstOrDefault(pair => pair.Value.Any(run => run.Path is { } path && string.Equals(Path.GetFileName(path.TrimEnd('/', '\\')), defect.Campaign, StringComparison.OrdinalIgnoreCase))).Key;
            if (name is null)
            {
                if (_rules.IsEnabled(CampaignQARules.UnmatchedDefect))
                    unmatched.Add(_rules.Create(CampaignQARules.UnmatchedDefect, $"The defect names '{defect.Campaign}', and there is no run of such a campaign.", defect.Campaign, "Campaign", defect.Campaign, source: defect.Source));
                continue;
            }

            if (defect.Day < Last(_campaigns[name]).LaunchDate)
            {
                early++;
                continue;
            }

            if (!found.TryGetValue(name, out var list)) found.Add(name, list = []);
            list.Add(defect);
        }

        return found;
    }

    private CampaignQARecord Record(List<CampaignQAResult> runs, Dictionary<string, List<Defect>> found)
    {
        var ordered = runs.OrderBy(run => run.Time).ToArray();
        var last = ordered[ordered.Length - 1];
        var deadline = last.LaunchDate is { } launch ? _days.Before(launch, _policy.CampaignQA.LeadDays) : (DateTime?)null;
        return new CampaignQARecord
        {
            Campaign = last.Campaign,
            Owner = last.Owner,
            LaunchDate = last.LaunchDate,
            Deadline = deadline,
            Runs = ordered.Length,
            FirstRun = ordered[0].Time,
            FirstDecision = ordered[0].Decision,
            LastRun = last.Time,
            LastDecision = last.Decision,
            FirstGo = ordered.Where(run => run.Decision == CampaignDecision.Go).Select(run => (DateTimeOffset?)run.Time).FirstOrDefault(),
            IsOnTime = deadline is { } day && day < _asOf ? ordered.LastOrDefault(run => run.Time.Date <= day)?.Decision == CampaignDecision.Go : null,
            IsLaunched = last.LaunchDate <= _asOf,
            Defects = _defects is null ? null : found.TryGetValue(last.Campaign.Trim(), out var defects) ? defects.Count : 0,
        };
    }

    private IEnumerable<Finding> Judge(CampaignQARecord record)
    {
        if (record.IsOnTime != false) yield break;
        var runs = _campaigns[record.Campaign.Trim()].OrderBy(run => run.Time);
        var atLaunch = runs.LastOrDefault(run => run.Time.Date <= record.LaunchDate);
        var rule = record.IsLaunched && atLaunch?.Decision != CampaignDecision.Go ? CampaignQARules.LaunchWithoutGo : CampaignQARules.LateGo;
        if (!_rules.IsEnabled(rule)) yield break;
        var message = rule == CampaignQARules.LaunchWithoutGo
            ? $"The launch day was {Day(record.LaunchDate)}, and {(atLaunch is null ? "there was no run before it" : $"the last run before it was {atLaunch.Decision}: {atLaunch.DecisionReason}")}."
            : $"The deadline was {Day(record.Deadline)}, and the first go {(record.FirstGo is { } go ? $"came on {Day(go.Date)}" : "has not come yet")}.";
        yield return _rules.Create(rule, message, record.Campaign, "launchDate", Day(record.LaunchDate));
    }

    private CampaignQAMeasure Make(string? segment, CampaignQARecord[] records, IReadOnlyList<Finding> findings, int unmatched, int early)
    {
        var due = records.Where(record => record.IsOnTime is not null).ToArray();
        var launched = records.Where(record => record.IsLaunched).ToArray();
        var kpis = new List<Kpi>
        {
            CampaignQAKpis.OnTime.Ratio(_policy, due.Count(record => record.IsOnTime == true), due.Length, segment),
            CampaignQAKpis.FirstPass.Ratio(_policy, records.Count(record => record.FirstDecision == CampaignDecision.Go), records.Length, segment),
        };
        if (_defects is not null) kpis.Add(CampaignQAKpis.DefectRate.Ratio(_policy, launched.Count(record => record.Defects > 0), launched.Length, segment));
        return new CampaignQAMeasure
        {
            Segment = segment,
            AsOf = _asOf,
            Runs = records.Sum(record => record.Runs),
            Campaigns = records,
            Defects = segment is null ? _defects?.Count : records.Sum(record => record.Defects),
            UnmatchedDefects = unmatched,
            EarlyDefects = early,
            Findings = findings,
            Kpis = kpis,
        };
    }

    private static CampaignQAResult Last(List<CampaignQAResult> runs) => runs.OrderBy(run => run.Time).Last();

    private static string Key(CampaignQARecord record, CampaignSegment by) => by switch
    {
        CampaignSegment.Owner => record.Owner ?? "(none)",
        CampaignSegment.Month => record.LaunchDate?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "(none)",
        _ => record.LastDecision.ToString(),
    };

    private static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "(none)";
}
