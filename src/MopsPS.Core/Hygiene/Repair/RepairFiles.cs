using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Writes what a repair did, each file whole or not at all: the change log (personal values masked), the rollback file (exact values of what was changed: treat it as
/// personal data) and the repaired records.
/// </summary>
public sealed class RepairFiles : IDisposable
{
    private static readonly string[] ChangeColumns = ["Source", "Row", "Line", "Id", "Column", "Field", "Before", "After", "Rule", "Confidence", "Repaired", "Reason"];

    private readonly RecordFile? _changes;
    private readonly RecordFile? _rollback;
    private readonly RepairedFile? _output;
    private long _records;

    /// <summary>Opens the files; nothing is in its place before <see cref="Commit"/>.</summary>
    /// <param name="changes">The change log, or null.</param>
    /// <param name="rollback">The rollback file, or null.</param>
    /// <param name="output">The repaired records, or null.</param>
    /// <param name="outputOptions">How the repaired records are written.</param>
    /// <exception cref="ArgumentException">An extension names no format.</exception>
    public RepairFiles(string? changes, string? rollback, string? output, RecordWriteOptions outputOptions)
    {
        try
        {
            if (changes is not null) _changes = new RecordFile(changes);
            if (rollback is not null) _rollback = new RecordFile(rollback);
            if (output is not null) _output = new RepairedFile(output, outputOptions);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Writes what the row that was read last needs, and the row itself.</summary>
    /// <param name="repairer">The repairer.</param>
    /// <param name="row">The row; with a rollback file or repaired records it has all columns.</param>
    public void Add(RecordRepairer repairer, RecordReader row)
    {
        if (repairer is null) throw new ArgumentNullException(nameof(repairer));
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (_changes is not null)
            foreach (var change in repairer.Changes(row)) _changes.Add(ChangeColumns, Cells(change));
        _records++;
        if (_rollback is not null && repairer.Values.Count > 0)
        {
            var check = RowCheck.Of(row, repairer.Values);
            foreach (var value in repairer.Row)
            {
                if (value.IsRepaired)
                    _rollback.Add(RepairRollback.Columns, [row.Schema.Source, Text(_records), Text(row.Row), repairer.IdOf(row), value.Column.Column, value.Before, value.Verdict.After, check]);
            }
        }

        _output?.Add(row, repairer.Values);
    }

    /// <summary>Puts all files in their places: the rollback file first, so that there is no change without one.</summary>
    /// <param name="cancellation">Stops the writing.</param>
    public void Commit(CancellationToken cancellation)
    {
        Put(_rollback, RepairRollback.Columns, cancellation);
        Put(_changes, ChangeColumns, cancellation);
        _output?.Commit(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _changes?.Dispose();
        _rollback?.Dispose();
        _output?.Dispose();
    }

    private static void Put(RecordFile? file, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        if (file is null) return;
        file.Declare(columns);
        file.Commit(cancellation);
    }

    private static string?[] Cells(RepairChange change) =>
    [
        change.Source?.File, Text(change.Row), Text(change.Source?.Line ?? 0), change.RecordId, change.Column, change.Field, change.Before, change.After, change.Rule.ToString(),
        change.Confidence.ToString(CultureInfo.InvariantCulture), change.IsRepaired ? "true" : "false", change.Reason,
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
