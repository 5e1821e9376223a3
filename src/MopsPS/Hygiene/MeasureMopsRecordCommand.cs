using System;
using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Hygiene.Health;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Hygiene;

/// <summary>Measures the health of a database: completeness, validity, drift, growth, activity, consent, addresses, retention, duplicates, and a profile of each column.</summary>
/// <remarks>
/// <para>One result: KPIs with their targets, findings, the growth by month, consent by region, and in Columns a profile of each column: type, distinct values, top values,
/// patterns, quartiles, outliers, blanks, lengths. One pass, and memory does not grow with the rows, save for -IncludeDuplicate.</para>
/// <para>What Repair-MopsRecord can repair is not invalid, but Repairable. Personal values are masked. A KPI whose columns the export does not have is not there:
/// it is not 0 %. about_MopsPS_Hygiene says what is counted.</para>
/// </remarks>
/// <example>
/// <para>Shows the KPIs of an export.</para>
/// <code>(Measure-MopsRecord ./messy-contacts.csv -Policy ./mops.policy.json -AsOf 2026-11-25).Kpis</code>
/// </example>
/// <example>
/// <para>Profiles the columns in place of a look in a spreadsheet.</para>
/// <code>(Measure-MopsRecord ./messy-contacts.csv -Culture en-US).Columns</code>
/// </example>
/// <example>
/// <para>Shows the values of one column.</para>
/// <code>((Measure-MopsRecord ./messy-contacts.csv).Columns | Where-Object Column -eq 'Country').Top</code>
/// </example>
/// <example>
/// <para>Measures piped records with their duplicates and writes a report.</para>
/// <code>Import-MopsExport ./contacts-hubspot.csv | Measure-MopsRecord -IncludeDuplicate -AsOf 2026-11-25 | Export-MopsReport ./health.html</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "MopsRecord", DefaultParameterSetName = PathSet)]
[OutputType(typeof(RecordHealth))]
public sealed class MeasureMopsRecordCommand : MopsDatedRecordCmdlet
{
    private RecordHealthMeter _meter = null!;

    /// <summary>The moment of the measurement, for ages and retention; without it, now.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>How many top values and patterns a column lists.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int TopCount { get; set; } = 10;

    /// <summary>The purpose whose consent is counted; without it the policy's default.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Purpose { get; set; }

    /// <summary>Looks for duplicates, too. It takes longer, and memory for all compared values.</summary>
    [Parameter]
    public SwitchParameter IncludeDuplicate { get; set; }

    /// <inheritdoc/>
    protected override int SampleSize => IncludeDuplicate ? 2000 : 0;

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        if (Purpose is not null && !TeamPolicy.Consent.Purposes.ContainsKey(Purpose))
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"The policy has no purpose '{Purpose}' under consent.purposes; it has {string.Join(", ", TeamPolicy.Consent.Purposes.Keys)}."),
                "MopsPurposeUnknown", ErrorCategory.InvalidArgument, Purpose));
        }

        _meter = new RecordHealthMeter(
            TeamPolicy,
            new HealthOptions { AsOf = Moment(AsOf) ?? DateTime.UtcNow, TopCount = TopCount, Purpose = Purpose, Repair = new RepairOptions { Culture = DateParameters.Culture(this, Culture ?? TeamPolicy.Funnel.Culture) } },
            Dates, Numbers, IncludeDuplicate ? new DuplicateFinder(new DuplicateOptions { Cancellation = CancellationToken }) : null);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields)
    {
        try
        {
            return _meter.Open(fields, MappedRows);
        }
        catch (InvalidOperationException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsHealthColumnsDiffer", ErrorCategory.InvalidData, fields.Schema.Source));
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row) => _meter.Add(row);

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        try
        {
            WriteObject(_meter.Finish());
        }
        catch (InvalidOperationException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsHealthNoData", ErrorCategory.InvalidData, null));
        }
    }
}
