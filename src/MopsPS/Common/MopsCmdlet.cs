using System;
using System.Management.Automation;
using System.Threading;

namespace MopsPS.Common;

/// <summary>The base of every cmdlet: cancellation on Ctrl-C, progress that costs nothing, and errors from one factory.</summary>
public abstract class MopsCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly ProgressMeter _meter = new();
    private string? _activity;

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    protected CancellationToken CancellationToken => _cancellation.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _cancellation.Cancel();

    /// <summary>Shows how far the work is, at most five times a second and not in the first half second; may be called for every row.</summary>
    /// <param name="activity">What is done, for example <c>Reading leads.csv</c>; another text starts the count anew.</param>
    /// <param name="records">How many records are done.</param>
    /// <param name="done">How much of <paramref name="total"/> is done, in any unit; asked only when something is shown.</param>
    /// <param name="total">The whole; 0 where it is not known.</param>
    protected void ReportProgress(string activity, long records, Func<long> done, long total)
    {
        if (!string.Equals(_activity, activity, StringComparison.Ordinal))
        {
            _meter.Restart();
            _activity = activity;
        }

        if (!_meter.IsDue) return;
        var at = _meter.Measure(records, done(), total);
        WriteProgress(new ProgressRecord(0, activity, at.Status) { PercentComplete = at.Percent, SecondsRemaining = at.SecondsRemaining });
    }

    /// <summary>Writes a file to the pipeline as Get-Item does: with the members that the views of files and the paths of other cmdlets stand on.</summary>
    /// <param name="file">The full path of a file that exists.</param>
    protected void WriteFile(string file) => WriteObject(InvokeProvider.Item.Get([file], force: true, literalPath: true), enumerateCollection: true);

    /// <summary>Takes the progress bar away.</summary>
    protected void CompleteProgress()
    {
        if (_activity is not null && _meter.HasShown) WriteProgress(new ProgressRecord(0, _activity, " ") { RecordType = ProgressRecordType.Completed });
        _activity = null;
    }

    /// <summary>Frees what the cmdlet holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) _cancellation.Dispose();
    }
}
