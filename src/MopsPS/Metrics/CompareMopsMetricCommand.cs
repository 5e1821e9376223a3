using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Metrics;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Metrics;

/// <summary>Compares the same metrics from several sources, and finds the first level of a hierarchy at which they part.</summary>
/// <remarks>
/// <para>Each file is a source, or -SourceField names the source of each row. Tables may be wide (a column for each metric) or long (-MetricField and -ValueField). Rows of one place
/// are added up, so compare rates by what they are made of.</para>
/// <para>A difference matters where it is above both limits of the policy's section metrics, or of -Absolute and -Relative. From the total down the dimensions of -By it is
/// followed to the places in which it sits; where the totals agree while differences below cancel each other out, that is said, too.</para>
/// <para>With -DateField the age of the newest date of each source is the KPI MetricFreshness; -Summary and -IncludeSummary give it. about_MopsPS_Metrics has the rules.</para>
/// </remarks>
/// <example>
/// <para>Compares the leads and opportunities of two systems by region and country.</para>
/// <code>Compare-MopsMetric ./metrics-crm.csv, ./metrics-dashboard.csv -Metric Leads, Opportunities -By Region, Country -Alias @{ Leads = 'New Leads' } -Policy ./mops.policy.json</code>
/// </example>
/// <example>
/// <para>Shows only the places in which the differences sit.</para>
/// <code>Compare-MopsMetric ./metrics-crm.csv, ./metrics-dashboard.csv -Metric Leads -By Region, Country -Alias @{ Leads = 'New Leads' } | ForEach-Object { $_.Parts } | Where-Object { $_.IsCause }</code>
/// </example>
/// <example>
/// <para>Compares a long table that holds all sources, with the age of each, and writes a report.</para>
/// <code>Import-MopsExport ./metrics-long.csv | Compare-MopsMetric -MetricField Metric -ValueField Value -SourceField System -By Region -DateField Date -AsOf 2026-11-25T08:00:00Z -IncludeSummary | Export-MopsReport ./metrics.html</code>
/// </example>
[Cmdlet(VerbsData.Compare, "MopsMetric", DefaultParameterSetName = PathSet)]
[OutputType(typeof(MetricComparison), typeof(MetricSource))]
public sealed class CompareMopsMetricCommand : MopsDatedRecordCmdlet
{
    private MetricReconciliation _metrics = null!;

    /// <summary>Wide tables: the columns that are metrics. Long tables: the metrics to compare; without it, all.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] Metric { get; set; } = [];

    /// <summary>The dimensions as a hierarchy, the outermost first.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>Long tables: the column with the name of the metric.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? MetricField { get; set; }

    /// <summary>Long tables: the column with the value.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ValueField { get; set; }

    /// <summary>The column that names the source of a row; without it, each file is a source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SourceField { get; set; }

    /// <summary>Other names of columns and metrics in some sources, for example @{ Leads = 'New Leads', 'MQL Count' }.</summary>
    [Parameter]
    public Hashtable? Alias { get; set; }

    /// <summary>The source that the others are compared with; without it, the first file, or the first by name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Reference { get; set; }

    /// <summary>The largest difference that does not matter, in the unit of the metric; without it, the policy's.</summary>
    [Parameter]
    [ValidateRange(0.0, 1e12)]
    public double Absolute { get; set; }

    /// <summary>The largest difference that does not matter, in percent of the reference; without it, the policy's.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double Relative { get; set; }

    /// <summary>The column of the date, for the age of each source.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DateField { get; set; }

    /// <summary>The moment at which the age is read; without it, now.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>Writes the sources with their age in place of the comparisons.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes the sources after the comparisons.</summary>
    [Parameter]
    public SwitchParameter IncludeSummary { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        Guard(() => _metrics = new MetricReconciliation(
            new MetricOptions
            {
                Metrics = Metric,
                MetricField = MetricField,
                ValueField = ValueField,
                By = By,
                SourceField = SourceField,
                Aliases = Aliases(),
                Reference = Reference,
                Absolute = MyInvocation.BoundParameters.ContainsKey(nameof(Absolute)) ? Absolute : null,
                Relative = MyInvocation.BoundParameters.ContainsKey(nameof(Relative)) ? Relative : null,
                DateField = DateField,
                AsOf = Moment(AsOf) ?? DateTime.UtcNow,
            },
            TeamPolicy, DateTime.UtcNow, Dates, Numbers, new ProblemSink(this).Report));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields)
    {
        IReadOnlyList<int> columns = [];
        Guard(() => columns = _metrics.Open(fields));
        return columns;
    }

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _metrics.Add(row);

    /// <inheritdoc/>
    protected override void OnEnd() => Guard(() =>
    {
        var comparisons = _metrics.Finish();
        if (!Summary) WriteObject(comparisons, enumerateCollection: true);
        if (Summary || IncludeSummary) WriteObject(_metrics.Sources(), enumerateCollection: true);
    });

    private Dictionary<string, IReadOnlyList<string>> Aliases() => (Alias ?? []).Cast<DictionaryEntry>().ToDictionary(
        pair => RecordAccessor.Text(pair.Key) ?? "", pair => (IReadOnlyList<string>)Texts(pair.Value), StringComparer.OrdinalIgnoreCase);

    private static string[] Texts(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(item => RecordAccessor.Text(item) ?? "")],
        var other => [RecordAccessor.Text(other) ?? ""],
    };

    private void Guard(Action work)
    {
        try
        {
            work();
        }
        catch (MetricException exception)
        {
            var category = exception.Kind is "NoData" or "OneSource" ? ErrorCategory.InvalidData : ErrorCategory.InvalidArgument;
            ThrowTerminatingError(new ErrorRecord(exception, "MopsMetric" + exception.Kind, category, null));
        }
    }
}
