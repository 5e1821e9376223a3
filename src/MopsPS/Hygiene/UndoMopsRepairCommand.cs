using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Hygiene;

/// <summary>Takes back what Repair-MopsRecord changed, by its rollback file, wherever nobody changed it since.</summary>
/// <remarks>
/// <para>The records are the repaired file, or a later export of the system that it was imported into. Records are found by their id; where they have none, by their number in the
/// repaired file, and then the whole row must be the one that was written.</para>
/// <para>A value comes back only where it is still what the repair wrote. A value or record that was changed since, and a record that is not there, is a finding, and nothing of it is
/// lost: it stays. What is as before already stays, too, so that the same call twice does no harm. Without -OutputPath and -PassThru nothing is changed: the objects say what would be.</para>
/// <para>Personal values are masked in the objects; the restored records hold the exact ones. about_MopsPS_Hygiene has the rules.</para>
/// </remarks>
/// <example>
/// <para>Repairs records, and takes all of it back.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -Policy ./mops.policy.json -Culture en-US -OutputPath ./clean.csv -RollbackPath ./rollback.csv -Summary
/// Undo-MopsRepair ./clean.csv -RollbackPath ./rollback.csv -OutputPath ./restored.csv -Summary</code>
/// </example>
/// <example>
/// <para>Shows what cannot be taken back, and why.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -Policy ./mops.policy.json -OutputPath ./clean.csv -RollbackPath ./rollback.csv -Summary
/// Undo-MopsRepair ./clean.csv -RollbackPath ./rollback.csv | Where-Object { -not $_.IsCompliant }</code>
/// </example>
/// <example>
/// <para>Says which file would be written, and writes none.</para>
/// <code>Repair-MopsRecord ./messy-contacts.csv -OutputPath ./clean.csv -RollbackPath ./rollback.csv -Summary
/// Undo-MopsRepair ./clean.csv -RollbackPath ./rollback.csv -OutputPath ./restored.csv -Summary -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.Undo, "MopsRepair", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(RepairUndo), typeof(RepairUndoResult), typeof(MopsRecord))]
public sealed class UndoMopsRepairCommand : MopsRecordWriteCmdlet
{
    private RepairUndoer _undoer = null!;
    private UndoneFile? _file;
    private string? _target;
    private long _rows;

    /// <summary>The file that Repair-MopsRecord wrote with -RollbackPath.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Rollback")]
    [ValidateNotNullOrEmpty]
    public string RollbackPath { get; set; } = string.Empty;

    /// <summary>The file for the records with their values as before, with all columns in their order; its extension gives the format.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>Writes the records to the pipeline in place of what became of each value.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Writes the counts only, not each value.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Writes text that starts like a formula as it is. Only for files that no spreadsheet opens.</summary>
    [Parameter]
    public SwitchParameter AllowFormula { get; set; }

    /// <summary>Keeps an existing file and gives an error instead.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Makes missing folders and replaces a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void OnStart()
    {
        if (PassThru && Summary) ThrowTerminatingError(HygieneErrors.TwoOutputs());
        _target = OutputPath is null ? null : FileTarget.Check(this, OutputPath, NoClobber, Force);
        _undoer = new RepairUndoer(Rollback(), TeamPolicy, DateTime.UtcNow);
        OpenChangeLog("Hygiene");
        if (_target is null || !ShouldProcess(_target, "Write records as before the repair")) return;
        HygieneErrors.Guard(this, _target, () =>
        {
            if (Force) FileTarget.Release(_target);
            _file = new UndoneFile(_target, new RecordWriteOptions { AllowFormula = AllowFormula });
        });
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<int> OnSchema(FieldMapping fields) => _undoer.Open(fields);

    /// <inheritdoc/>
    protected override void OnRow(RecordReader row)
    {
        _rows++;
        var isRepaired = _undoer.Read(row);
        _file?.Add(_undoer, row);
        if (PassThru) WriteObject(new MopsRecord(row.Schema, _undoer.Restored(row), row.Row, row.Line));
        else if (isRepaired && !Summary) WriteObject(_undoer.Row, enumerateCollection: true);
    }

    /// <inheritdoc/>
    protected override void OnEnd()
    {
        if (IsIncomplete) ThrowTerminatingError(HygieneErrors.Incomplete(_target ?? RollbackPath));
        if (_rows == 0) ThrowTerminatingError(HygieneErrors.NoData());
        var missing = _undoer.Missing().ToList();
        var result = _undoer.Finish();
        if (_file is not null)
        {
            HygieneErrors.Guard(this, _target!, () =>
            {
                if (Force) FileTarget.Release(_target!);
                _file.Commit(CancellationToken);
            });
            LogChange($"Took back {result.Restored} of {result.Values} repaired values.", _target!, [_target!]);
        }

        if (Summary)
        {
            WriteObject(result);
            return;
        }

        if (!PassThru) WriteObject(missing, enumerateCollection: true);
        else if (result.Changed + result.Missing > 0) WriteWarning($"{result}. The same call without -PassThru says which.");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _file?.Dispose();
        base.Dispose(disposing);
    }

    private RepairRollback Rollback()
    {
        var file = PathResolver.Output(this, RollbackPath);
        try
        {
            if (!File.Exists(file)) throw new FileNotFoundException($"The rollback file '{file}' does not exist.", file);
            using var reader = ExportReader.Open(file, new ImportOptions { Cancellation = CancellationToken });
            return RepairRollback.Read(reader);
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception))
        {
            ThrowTerminatingError(MopsErrors.From(exception, file));
            throw;
        }
    }
}
