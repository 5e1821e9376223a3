using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Reporting.Drawing;

namespace MopsPS.Core.Reporting;

/// <summary>
/// Takes results one by one and keeps what a report shows: exact counts, and as many findings and rows as
/// <see cref="ReportOptions.MaxRows"/> says, so that memory does not grow with the input. Where all are kept, they wait in a temporary file, which the report
/// is read from until the builder is disposed.
/// </summary>
public sealed class ReportBuilder : IDisposable
{
    private readonly ReportOptions _options;
    private readonly int _max;
    private readonly Dictionary<string, RuleGroup> _rules = new(StringComparer.Ordinal);
    private readonly ReportKpis _kpis;
    private readonly ReportSpool? _spool;
    private readonly SpooledList<ReportFinding> _suppressed;
    private readonly ReportTables _tables;
    private readonly IReadOnlyList<IReportContributor> _contributors = ReportContributors.Create();
    private readonly long[] _severities = new long[3];
    private long _results;
    private long _compliant;
    private long _notCompliant;
    private long _suppressedCount;

    /// <summary>Starts a report.</summary>
    /// <param name="options">What it says about itself and how much it shows.</param>
    public ReportBuilder(ReportOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        if (options.MaxRows < 0) throw new ArgumentOutOfRangeException(nameof(options), options.MaxRows, "MaxRows is 0 (all) or more.");
        _max = options.MaxRows == 0 ? int.MaxValue : options.MaxRows;
        _spool = options.MaxRows == 0 && options.SpoolFolder is not null ? new ReportSpool(options.SpoolFolder) : null;
        _suppressed = SpooledItems.Findings(_spool);
        _tables = new ReportTables(_max, _spool);
        _kpis = new ReportKpis(_max);
    }

    /// <summary>Whether nothing was given so far.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Takes a result with its findings and KPIs.</summary>
    /// <param name="result">The result.</param>
    public void Add(IMopsResult result)
    {
        if (result is null) throw new ArgumentNullException(nameof(result));
        IsEmpty = false;
        if (result.IsCompliant == true) _compliant++;
        if (result.IsCompliant == false) _notCompliant++;
        foreach (var finding in result.Findings) Add(finding);
        foreach (var kpi in result.Kpis) Add(kpi);
        var isShown = Contribute(result);
        // A summary that has its own section is no further thing that was checked.
        if (!isShown || result.IsCompliant is not null) _results++;
        if (isShown || !_options.KeepsTables) return;
        var (columns, values) = ResultRow.Read(result);
        _tables.Add(ReportText.Words(result.GetType().Name), columns, values, Text, first: result.IsCompliant == false);
    }

    /// <summary>Takes a finding.</summary>
    /// <param name="finding">The finding.</param>
    public void Add(Finding finding)
    {
        if (finding is null) throw new ArgumentNullException(nameof(finding));
        IsEmpty = false;
        if (finding.IsSuppressed)
        {
            _suppressedCount++;
            if (_suppressed.Count < _max) _suppressed.Add(Show(finding));
            return;
        }

        _severities[(int)finding.Severity]++;
        if (!_rules.TryGetValue(finding.RuleId, out var group)) _rules.Add(finding.RuleId, group = new RuleGroup(finding, SpooledItems.Findings(_spool)));
        group.Count++;
        if (finding.Severity > group.Severity) group.Severity = finding.Severity;
        if (group.Shown.Count >= _max) return;
        group.Shown.Add(Show(finding));
        group.HasTargets |= finding.Target is not null;
        group.HasSuggestions |= finding.Suggestion is not null && finding.Suggestion != group.Remedy;
        group.HasPlaces |= finding.Source is not null;
    }

    /// <summary>Takes a KPI.</summary>
    /// <param name="kpi">The KPI.</param>
    public void Add(Kpi kpi)
    {
        IsEmpty = false;
        _kpis.Add(kpi ?? throw new ArgumentNullException(nameof(kpi)));
    }

    /// <summary>Takes an object of any other kind, where a section of the report shows it.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Whether it is shown; if not, it is for the caller to add it as a row.</returns>
    public bool TryAdd(object item)
    {
        if (!Contribute(item ?? throw new ArgumentNullException(nameof(item)))) return false;
        IsEmpty = false;
        return true;
    }

    /// <summary>Takes a row of any other kind.</summary>
    /// <param name="name">What the rows are; rows of one name and the same columns make one table.</param>
    /// <param name="columns">The column names.</param>
    /// <param name="values">A value for each column.</param>
    public void AddRow(string name, IReadOnlyList<string> columns, IReadOnlyList<string?> values)
    {
        IsEmpty = false;
        if (_options.KeepsTables) _tables.Add(name, columns, values, Text, first: false);
    }

    /// <summary>Makes the report of what was given.</summary>
    /// <returns>The report; the same input in the same order makes an equal one.</returns>
    public ReportDocument Build()
    {
        ReportSegments[] segments = [.. _kpis.Parts.Select(Show)];
        var most = _rules.Values.Select(group => group.Count).DefaultIfEmpty(1).Max();
        return new ReportDocument
        {
            Title = Text(_options.Title),
            Date = _options.Date,
            Generated = _options.Date.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture).Replace("UTC+00:00", "UTC"),
            Period = Text(_kpis.Period),
            PolicyName = Text(_options.Policy?.Name),
            PolicyVersion = Text(_options.Policy?.Version),
            Results = _results,
            Compliant = _compliant,
            NotCompliant = _notCompliant,
            Errors = _severities[(int)Severity.Error],
            Warnings = _severities[(int)Severity.Warning],
            Notes = _severities[(int)Severity.Information],
            Suppressed = _suppressedCount,
            Kpis = [.. _kpis.Whole.Select(Show)],
            KpisMore = ReportText.More(_kpis.WholeCount, _kpis.Whole.Count),
            Segments = segments,
            Breakdowns = [.. ReportBreakdowns.Of(segments, _max)],
            Rules = [.. _rules.Values.OrderByDescending(group => group.Severity).ThenByDescending(group => group.Count)
                .ThenBy(group => group.RuleId, StringComparer.Ordinal).Select((group, i) => Show(group, i, most))],
            SuppressedFindings = _suppressed,
            SuppressedMore = ReportText.More(_suppressedCount, _suppressed.Count),
            Sections = [.. ReportSectionView.Show(_contributors.SelectMany(contributor => contributor.Build()), _max, Text)],
            Tables = _tables.Build(),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _spool?.Dispose();

    /// <summary>Every contributor sees the object: two areas may each have something to show of it.</summary>
    private bool Contribute(object item)
    {
        var isShown = false;
        foreach (var contributor in _contributors) isShown |= contributor.Add(item);
        return isShown;
    }

    private ReportRule Show(RuleGroup group, int index, long most)
    {
        var rule = RuleCatalog.Find(group.RuleId);
        return new ReportRule(
            $"rule-{(index + 1).ToString(CultureInfo.InvariantCulture)}", Text(group.RuleId), rule is null ? Text(group.RuleId) : ReportText.Words(rule.Name),
            group.Severity.ToString(), group.Count, ReportText.Count(group.Count), SvgWriter.Number(100.0 * group.Count / most),
            rule?.Summary, rule?.Remedy, rule?.Source, ReportText.WebAddress(group.HelpUri), group.Shown, ReportText.More(group.Count, group.Shown.Count))
        {
            HasTargets = group.HasTargets,
            HasSuggestions = group.HasSuggestions,
            HasPlaces = group.HasPlaces,
        };
    }

    private ReportSegments Show(ReportKpis.Group group)
    {
        var kpis = group.Shown.Select(Show).ToArray();
        return new ReportSegments(kpis[0].Name, kpis, ReportText.More(group.Count, kpis.Length)) { HasPeriods = kpis.Any(kpi => kpi.Period is not null), Count = group.Count };
    }

    private ReportKpi Show(Kpi kpi)
    {
        var end = kpi.Unit == "%" ? 100 : Math.Max(Math.Abs(kpi.Value ?? 0), Math.Abs(kpi.Target ?? 0)) * 1.2;
        string Place(double value) => SvgWriter.Number(end == 0 ? 0 : Math.Min(100, Math.Max(0, 100 * value / end)));
        return new ReportKpi(
            Text(kpi.Id), Text(kpi.Name), Text(kpi.Segment), Text(kpi.Period), kpi.Value, kpi.Target, Text(kpi.Unit),
            kpi.Value is double value ? Internal.Format.Number(value, kpi.Target) : "no value",
            kpi.Target is double target ? Internal.Format.Number(target) : null,
            kpi.Status.ToString(),
            kpi.Numerator is double part && kpi.Denominator is double whole ? $"{Internal.Format.Number(part)} of {Internal.Format.Number(whole)}" : null,
            Place(kpi.Value ?? 0), kpi.Target is double mark ? Place(mark) : null);
    }

    private ReportFinding Show(Finding finding) => new(
        Text(finding.RuleId), finding.Severity.ToString(), Text(finding.Message), Text(finding.Target), Text(finding.Field), Text(finding.Value),
        Text(finding.Suggestion), Text(finding.Source?.ToString()), Text(finding.Source?.File), finding.Source?.Row ?? 0, finding.Source?.Line ?? 0,
        finding.IsSuppressed, Text(finding.Reason));

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private string? Text(string? text) => text is null || !_options.Mask ? text : ReportText.Mask(text);

    private sealed class RuleGroup(Finding first, SpooledList<ReportFinding> shown)
    {
        public string RuleId { get; } = first.RuleId;

        public string? HelpUri { get; } = first.HelpUri;

        public string? Remedy { get; } = RuleCatalog.Find(first.RuleId)?.Remedy;

        public bool HasTargets { get; set; }

        public bool HasSuggestions { get; set; }

        public bool HasPlaces { get; set; }

        public SpooledList<ReportFinding> Shown { get; } = shown;

        public long Count { get; set; }

        public Severity Severity { get; set; }
    }
}
