using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Requests;
using MopsPS.Records;

namespace MopsPS.Requests;

/// <summary>Measures how requests to marketing operations are served, from the ticket exports of Jira, Asana, HubSpot and others.</summary>
/// <remarks>
/// <para>In time by the service level of the policy (section requests: by type and priority, in business hours), else by the due date; how long requests take, with open ones counted as
/// not done so far (Kaplan-Meier); how old the open ones are; how many were opened again; how fast incidents are acknowledged; and whether actions to prevent incidents are done in their days.</para>
/// <para>What the export does not tell has no value and its KPI is Unknown. about_MopsPS_Requests has the rules.</para>
/// </remarks>
/// <example>
/// <para>Measures all requests, then each type.</para>
/// <code>Measure-MopsRequest ./requests.csv -Policy ./mops.policy.json -AsOf 2026-11-24T17:00:00Z -By 'Issue Type'</code>
/// </example>
/// <example>
/// <para>Lists what is overdue.</para>
/// <code>(Measure-MopsRequest ./requests.csv -Policy ./mops.policy.json -AsOf 2026-11-24T17:00:00Z).Breaches | Where-Object IsOpen</code>
/// </example>
/// <example>
/// <para>Writes a report of the week.</para>
/// <code>Import-MopsExport ./requests.csv | Measure-MopsRequest -Policy ./mops.policy.json -By Priority | Export-MopsReport ./requests.html</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "MopsRequest", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RequestResult))]
public sealed class MeasureMopsRequestCommand : MopsDatedRecordCmdlet
{
    private RequestAnalysis _analysis = null!;

    /// <summary>The columns that make segments, for example 'Issue Type'; each combination of values is a result of its own.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnCompleter))]
    public string[] By { get; set; } = [];

    /// <summary>The moment at which the clocks of open requests are read; without it, now.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        try
        {
            _analysis = new RequestAnalysis(
                new RequestOptions { AsOf = Moment(AsOf) ?? DateTime.UtcNow, By = By }, TeamPolicy, DateTime.UtcNow, Dates, Numbers, new ProblemSink(this).Report);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsRequestCalendarInvalid", ErrorCategory.InvalidData, TeamPolicy));
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
        catch (RequestException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsRequestNoData", ErrorCategory.InvalidData, null));
        }
    }
}
