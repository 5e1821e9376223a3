using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Checks the records of campaigns, each by itself and against one another. Not for several threads at once.</summary>
public sealed class CampaignMetadataAnalysis
{
    private readonly MopsPolicy _policy;
    private readonly CampaignFindings _findings;
    private readonly FieldChecks _fields;
    private readonly DateChecks _dates;
    private readonly CampaignReader _reader;
    private readonly DateTime _today;
    private readonly List<(CampaignRow Row, IReadOnlyList<string> Absent)> _campaigns = [];
    private readonly HashSet<string> _absent = new(StringComparer.OrdinalIgnoreCase);
    private CampaignColumns? _columns;

    /// <summary>Starts a check.</summary>
    /// <param name="policy">The policy: campaigns, naming, rules.</param>
    /// <param name="today">The day on which dates are judged, in the reporting time zone.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads amounts; null for plain ones.</param>
    public CampaignMetadataAnalysis(MopsPolicy policy, DateTime today, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _today = today.Date;
        _findings = new CampaignFindings(new RuleSet(policy, todayUtc));
        _fields = new FieldChecks(policy, _findings);
        _dates = new DateChecks(policy.Campaigns, _findings, _today);
        _reader = new CampaignReader(dates ?? new DateParser(), numbers ?? new NumberParser());
    }

    /// <summary>The member statuses; null where none were read.</summary>
    public MemberStatuses? Members { get; set; }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">No column has the names of campaigns.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        _columns = new CampaignColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _policy.Campaigns);
        foreach (var field in _columns.Missing.Where(_absent.Add))
            _findings.Add(CampaignRules.MissingCampaignColumn, $"The export has no column for {field}, which campaigns need.", field);
        return _columns.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        var columns = _columns ?? throw new InvalidOperationException("Open comes before Add.");
        _campaigns.Add((_reader.Read(row ?? throw new ArgumentNullException(nameof(row)), columns), columns.Missing));
    }

    /// <summary>The campaigns in the order in which they came, and the summary.</summary>
    /// <exception cref="CampaignMetadataException">There were no rows.</exception>
    public (IReadOnlyList<CampaignRecord> Campaigns, CampaignSummary Summary) Finish()
    {
        if (_campaigns.Count == 0) throw new CampaignMetadataException("There are no campaigns to check.");
        var missing = _campaigns.Select(pair => _fields.Check(pair.Row, pair.Absent)).ToArray();
        foreach (var (row, _) in _campaigns) _dates.Check(row);
        new HierarchyChecks(_policy.Campaigns, _findings).Check([.. _campaigns.Select(pair => pair.Row)]);
        if (Members is { } members) new MemberChecks(_policy.Campaigns, _findings, members).Check([.. _campaigns.Select(pair => pair.Row)]);
        var results = _campaigns.Select((pair, i) => Result(pair.Row, missing[i])).ToArray();
        return (results, Summary(results));
    }

    private CampaignRecord Result(CampaignRow row, IReadOnlyList<string> missing)
    {
        var findings = _findings.Of(row);
        var required = _fields.Required(row).Count;
        return new CampaignRecord
        {
            Id = row.Id,
            Name = row.Name,
            Type = row.Type,
            Status = row.Status,
            Start = row.Start,
            End = row.End,
            Owner = row["Owner"],
            ParentId = row.ParentId,
            Level = row.Level,
            Required = required,
            Filled = required - missing.Count,
            Missing = [.. missing],
            Source = row.Source,
            Findings = findings,
            IsCompliant = !findings.Any(Counts),
        };
    }

    private CampaignSummary Summary(CampaignRecord[] campaigns)
    {
        var fields = _campaigns.SelectMany((pair, i) => _fields.Required(pair.Row).Select(field => (Field: field, IsFilled: !campaigns[i].Missing.Contains(field))))
            .GroupBy(entry => entry.Field, StringComparer.OrdinalIgnoreCase)
            .Select(group => new CampaignFieldCount { Field = group.Key, Required = group.Count(), Filled = group.Count(entry => entry.IsFilled) })
            .OrderByDescending(field => field.Required - field.Filled).ThenBy(field => field.Field, StringComparer.Ordinal).ToArray();
        var names = CampaignRules.All.ToDictionary(rule => rule.Id, rule => rule.Name, StringComparer.Ordinal);
        return new CampaignSummary
        {
            AsOf = _today,
            Campaigns = campaigns.Length,
            Compliant = campaigns.Count(campaign => campaign.IsCompliant == true),
            Complete = campaigns.Count(campaign => campaign.Missing.Count == 0),
            Fields = fields,
            Rules = [.. campaigns.SelectMany(campaign => campaign.Findings.Where(finding => !finding.IsSuppressed).Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal))
                .GroupBy(id => id, StringComparer.Ordinal).Select(group => new CampaignRuleCount { RuleId = group.Key, Name = names[group.Key], Campaigns = group.Count() })
                .OrderByDescending(rule => rule.Campaigns).ThenBy(rule => rule.RuleId, StringComparer.Ordinal)],
            Findings = _findings.Overall.ToArray(),
            Kpis = new[] { CampaignKpis.Completeness.Ratio(_policy, fields.Sum(field => field.Filled), fields.Sum(field => field.Required), period: _today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) },
        };
    }

    private static bool Counts(Finding finding) => finding.Severity >= Severity.Warning && !finding.IsSuppressed;
}
