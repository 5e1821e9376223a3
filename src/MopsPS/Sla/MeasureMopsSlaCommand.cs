using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Sla;
using MopsPS.Records;

namespace MopsPS.Sla;

/// <summary>Measures how fast leads are touched against the policy's service levels, in business hours with time zones and holidays.</summary>
/// <remarks>
/// <para>Speed to lead runs from the engagement (else the creation) of a record to its first touch by a system or a person. MQL processing runs from the assignment
/// to the first touch by a person. Limits, calendars and regions are the policy's sections sla and businessHours.</para>
/// <para>A record that still waits counts neither way while it is within the limit, and as breached beyond it. Median and 90th percentile are Kaplan-Meier's, so those that
/// wait are not left out. Each result lists the breaches with owner and age, the ones that still wait first. about_MopsPS_Sla has the rules.</para>
/// </remarks>
/// <example>
/// <para>Measures both service levels.</para>
/// <code>Measure-MopsSla ./lead-response.csv -Policy ./mops.policy.json -AsOf 2026-11-24T17:00:00Z</code>
/// </example>
/// <example>
/// <para>Lists the leads that wait beyond their deadline, with owner and age.</para>
/// <code>(Measure-MopsSla ./lead-response.csv -Policy ./mops.policy.json -AsOf 2026-11-24T17:00:00Z).Breaches | Where-Object IsOpen</code>
/// </example>
/// <example>
/// <para>Compares owners by attainment.</para>
/// <code>Measure-MopsSla ./lead-response.csv -Measure Processing -By Owner | ForEach-Object { $_.Kpis }</code>
/// </example>
/// <example>
/// <para>Writes a report; Assert-MopsResult in place of it is the gate of a scheduled task.</para>
/// <code>Import-MopsExport ./lead-response.csv | Measure-MopsSla -By Country | Export-MopsReport ./response.html</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "MopsSla", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SlaResult))]
public sealed class MeasureMopsSlaCommand : MopsDatedRecordCmdlet
{
    private SlaAnalysis _analysis = null!;

    /// <summary>What is measured; without it, all that the dates of the input allow.</summary>
    [Parameter]
    public SlaMeasure[] Measure { get; set; } = [];

    /// <summary>The columns that make segments, for example Owner; each combination of values is a result of its own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>The column whose value the policy's sla.regions name; without it, the country.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    [ValidateNotNullOrEmpty]
    public string? RegionColumn { get; set; }

    /// <summary>The moment at which the clocks of those still waiting are read; without it, now.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        try
        {
            _analysis = new SlaAnalysis(
                new SlaOptions { AsOf = Moment(AsOf) ?? DateTime.UtcNow, Measures = Measure, By = By, RegionColumn = RegionColumn },
                TeamPolicy, DateTime.UtcNow, Dates, new ProblemSink(this).Report);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsSlaCalendarInvalid", ErrorCategory.InvalidData, TeamPolicy));
        }
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _analysis.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _analysis.Add(row);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            WriteObject(_analysis.Finish(), enumerateCollection: true);
        }
        catch (SlaException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsSlaNoData", ErrorCategory.InvalidData, null));
        }
    }
}
