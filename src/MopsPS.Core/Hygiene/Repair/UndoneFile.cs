using System;
using System.Threading;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes records whose repairs are taken back, with all columns, whole or not at all.</summary>
public sealed class UndoneFile : IDisposable
{
    private readonly RepairedFile _file;

    /// <summary>Opens the file; nothing is in its place before <see cref="Commit"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to write.</param>
    /// <exception cref="ArgumentException">The extension names no format.</exception>
    public UndoneFile(string path, RecordWriteOptions options) => _file = new RepairedFile(path, options);

    /// <summary>Writes the row that was read last.</summary>
    /// <param name="undoer">What takes repairs back.</param>
    /// <param name="row">The row.</param>
    /// <exception cref="ExportFormatException">The row has other columns than the first one.</exception>
    public void Add(RepairUndoer undoer, RecordReader row) =>
        _file.Add(row ?? throw new ArgumentNullException(nameof(row)), (undoer ?? throw new ArgumentNullException(nameof(undoer))).Values);

    /// <summary>Puts the file in its place.</summary>
    /// <param name="cancellation">Stops the writing.</param>
    public void Commit(CancellationToken cancellation) => _file.Commit(cancellation);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
