using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Anomalies;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Records;

namespace MopsPS.Anomalies;

/// <summary>Finds points of a dated metric that level, trend, season and chance do not explain, and where its level changed, with few false alarms.</summary>
/// <remarks>
/// <para>The metric is a column with one value for each date, or is made of rows: their count, the sum of a column, or a part of a whole such as bounces of deliveries, for each
/// day, week or month and each segment. Each point has what was expected and the band that chance explains; counts and shares are judged by their own laws as well, so that
/// small volumes raise no alarm.</para>
/// <para>-FalseAlarmRate bounds the chance of any false alarm of the whole call where there is nothing but noise. Eight points are the least that is judged.
/// about_MopsPS_Anomalies has the methods and their sources.</para>
/// </remarks>
/// <example>
/// <para>Watches the deliveries of each day.</para>
/// <code>Find-MopsAnomaly ./email-days.csv -ValueColumn Delivered</code>
/// </example>
/// <example>
/// <para>Shows the days on which bounces were unusual for as many deliveries.</para>
/// <code>(Find-MopsAnomaly ./email-days.csv -Measure Ratio -ValueColumn Bounces -DenominatorColumn Delivered).Anomalies</code>
/// </example>
/// <example>
/// <para>Adds the rule that twice the baseline is an alarm.</para>
/// <code>Find-MopsAnomaly ./email-days.csv -Measure Ratio -ValueColumn Unsubscribes -DenominatorColumn Delivered -TwiceBaseline</code>
/// </example>
/// <example>
/// <para>Counts rows by week and source.</para>
/// <code>Import-MopsExport ./touchpoints.csv | Find-MopsAnomaly -Measure Count -Interval Week -By utm_source -ErrorAction SilentlyContinue</code>
/// </example>
[Cmdlet(VerbsCommon.Find, "MopsAnomaly", DefaultParameterSetName = PathSet)]
[OutputType(typeof(AnomalyResult))]
public sealed class FindMopsAnomalyCommand : MopsDatedRecordCmdlet
{
    private AnomalyAnalysis _analysis = null!;

    /// <summary>What the metric is made of; without it, the values of -ValueColumn, or the count of rows.</summary>
    [Parameter]
    public AnomalyMeasure? Measure { get; set; }

    /// <summary>The column of values, or of the parts of a ratio.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ValueColumn { get; set; }

    /// <summary>The column of the wholes of a ratio; without it, each row is a whole of 1.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DenominatorColumn { get; set; }

    /// <summary>The column of dates; without it, the date of the event, else of the record's creation.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DateColumn { get; set; }

    /// <summary>The step of the series.</summary>
    [Parameter]
    public AnomalyInterval Interval { get; set; }

    /// <summary>The columns that make segments, for example Country; each combination of values is a series of its own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>How many steps a season has: 7 for days of the week; 1 for none. Without it, 7 days, 52 weeks or 12 months where the data show one.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int? Season { get; set; }

    /// <summary>The chance of any false alarm in the whole call.</summary>
    [Parameter]
    [ValidateRange(0.000001, 0.5)]
    public double FalseAlarmRate { get; set; } = 0.01;

    /// <summary>Makes twice what is expected an alarm, where it is more than chance: for unsubscribes and bounces.</summary>
    [Parameter]
    public SwitchParameter TwiceBaseline { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        try
        {
            _analysis = new AnomalyAnalysis(
                new AnomalyOptions
                {
                    Measure = Measure ?? (ValueColumn is null ? AnomalyMeasure.Count : DenominatorColumn is null ? AnomalyMeasure.Value : AnomalyMeasure.Ratio),
                    Interval = Interval,
                    DateColumn = DateColumn,
                    ValueColumn = ValueColumn,
                    DenominatorColumn = DenominatorColumn,
                    By = By,
                    Season = Season,
                    FalseAlarmRate = FalseAlarmRate,
                    TwiceBaseline = TwiceBaseline,
                },
                TeamPolicy, DateTime.UtcNow, Dates, Numbers, new ProblemSink(this).Report);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(MopsErrors.From(exception, null));
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _analysis.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row)
    {
        try
        {
            _analysis.Add(row);
        }
        catch (AnomalyException exception)
        {
            Fail(exception);
        }
    }

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            WriteObject(_analysis.Finish(CancellationToken), enumerateCollection: true);
        }
        catch (AnomalyException exception)
        {
            Fail(exception);
        }
    }

    private void Fail(AnomalyException exception) => ThrowTerminatingError(new ErrorRecord(exception, "MopsAnomalyNotPossible", ErrorCategory.InvalidData, null));
}
