using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Hygiene;

/// <summary>Brings countries, states, postcodes, phone numbers, addresses, names, companies, picklist values, dates and flags into the form that the policy asks for.</summary>
/// <remarks>
/// <para>Every change is an object: row, column, before, after, rule, confidence. A repair that is less sure than hygiene.confidence (0.9), and a value that nobody can
/// repair, is a finding, and the value stays: nothing is guessed silently. Without -OutputPath and -PassThru nothing is changed: the changes are proposals.</para>
/// <para>Personal values are masked in the objects and in the file of -ChangePath. The file of -RollbackPath and the repaired records hold the exact values: they are personal data.</para>
/// <para>Files are written whole or not at all, and not when a file of the input could not be read to its end. about_MopsPS_Hygiene has the rules.</para>
/// </remarks>
/// <example>
/// <para>Shows what would be changed, and why.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -Policy ./mops.policy.json -Culture en-US</code>
/// </example>
/// <example>
/// <para>Writes the repaired records with all columns, a log of the changes and a file to take them back with Undo-MopsRepair.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -Policy ./mops.policy.json -Culture en-US -OutputPath ./clean.csv -ChangePath ./changes.csv -RollbackPath ./rollback.csv -Summary</code>
/// </example>
/// <example>
/// <para>Lists what needs a person to decide.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -Policy ./mops.policy.json | Where-Object { -not $_.IsRepaired } | ForEach-Object { $_.Findings }</code>
/// </example>
/// <example>
/// <para>Repairs countries and states only and passes the records on.</para>
/// <code>Import-MopsExport ./messy-contacts.csv | Repair-MopsRecord -Field Country, State -PassThru | Where-Object Country -eq 'Germany'</code>
/// </example>
/// <example>
/// <para>Says which files would be written, and writes none.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -OutputPath ./clean.csv -Summary -WhatIf</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Repair, "MopsRecord", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(RepairChange), typeof(RepairResult), typeof(MopsRecord))]
public sealed class RepairMopsRecordCommand : MopsDatedWriteCmdlet
{
    private readonly List<string> _targets = [];
    private RecordRepairer _repairer = null!;
    private RepairFiles? _files;
    private long _rows;

    /// <summary>The file for the repaired records, with all columns in their order; its extension gives the format.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>The file for the log of changes and findings; personal values are masked.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ChangePath { get; set; }

    /// <summary>The file for the exact values before and after each change; Undo-MopsRepair takes them back by it. It is personal data.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RollbackPath { get; set; }

    /// <summary>The canonical fields or columns that are repaired; without it those of the policy, or all that can be.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(HygieneFieldCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Field { get; set; } = [];

    /// <summary>The least confidence with which a value is changed; without it that of the policy.</summary>
    [Parameter]
    [ValidateRange(0.5, 1)]
    public double? Confidence { get; set; }

    /// <summary>The country of records that name none, for example DE; without it that of the policy.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CountryCompleter))]
    [ValidateNotNullOrEmpty]
    public string? DefaultCountry { get; set; }

    /// <summary>Writes the repaired records to the pipeline in place of the changes.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Writes the counts only, not each change.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes text that starts like a formula as it is. Only for files that no spreadsheet opens.</summary>
    [Parameter]
    public SwitchParameter AllowFormula { get; set; }

    /// <summary>Keeps existing files and gives an error instead.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Makes missing folders and replaces read-only files.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        base.OnStart();
        if (PassThru && Summary) ThrowTerminatingError(HygieneErrors.TwoOutputs());
        var output = Target(OutputPath);
        var changes = Target(ChangePath);
        var rollback = Target(RollbackPath);
        try
        {
            _repairer = new RecordRepairer(
                TeamPolicy,
                new RepairOptions { Confidence = Confidence, Fields = Field, Culture = DateParameters.Culture(this, Culture ?? TeamPolicy.Funnel.Culture), DefaultCountry = DefaultCountry, ReadsAll = PassThru || output is not null || rollback is not null },
                DateTime.UtcNow);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(new ErrorRecord(exception, "MopsCountryUnknown", ErrorCategory.InvalidArgument, DefaultCountry));
        }

        OpenChangeLog("Hygiene");
        if (_targets.Count == 0 || !ShouldProcess(Targets, "Write repaired records, changes and rollback")) return;
        HygieneErrors.Guard(this, Targets, () =>
        {
            if (Force) _targets.ForEach(FileTarget.Release);
            _files = new RepairFiles(changes, rollback, output, new RecordWriteOptions { AllowFormula = AllowFormula });
        });
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _repairer.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row)
    {
        _rows++;
        var isTouched = _repairer.Read(row);
        _files?.Add(_repairer, row);
        if (PassThru) WriteObject(new MopsRecord(row.Schema, _repairer.Repaired(row), row.Row, row.Line));
        else if (isTouched && !Summary) WriteObject(_repairer.Changes(row), enumerateCollection: true);
    }

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        if (_rows == 0) ThrowTerminatingError(HygieneErrors.NoData());
        var result = _repairer.Finish();
        if (_files is not null)
        {
            if (IsIncomplete) ThrowTerminatingError(HygieneErrors.Incomplete(_targets));
            HygieneErrors.Guard(this, Targets, () =>
            {
                if (Force) _targets.ForEach(FileTarget.Release);
                _files.Commit(CancellationToken);
            });
            LogChange($"Repaired {result.Repaired} values in {result.RowsRepaired} of {result.Rows} records.", _targets[0], _targets);
        }

        if (Summary) WriteObject(result);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _files?.Dispose();
        base.Dispose(disposing);
    }

    private string Targets => string.Join(", ", _targets);

    private string? Target(string? path)
    {
        if (path is null) return null;
        var target = FileTarget.Check(this, path, NoClobber, Force);
        if (_targets.Contains(target, StringComparer.Ordinal)) ThrowTerminatingError(HygieneErrors.NamedTwice(target));
        _targets.Add(target);
        return target;
    }
}
