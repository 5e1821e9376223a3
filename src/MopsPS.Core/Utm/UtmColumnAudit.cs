using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Records;
using MopsPS.Core.Utm.Streaming;

namespace MopsPS.Core.Utm;

/// <summary>
/// Audits the columns of links of an export on all processors: the caller's thread reads, others audit, and it lends a hand where they cannot
/// keep up. Results come in the order of the rows, and nothing depends on the number of threads. What is said of each link is what
/// <see cref="UtmAuditor.Audit"/> says. For several files one after the other; not for several threads at once.
/// </summary>
public sealed class UtmColumnAudit
{
    private const int BatchesPerThread = 3;

    private readonly ConcurrentBag<Worker> _workers = [];
    private readonly Stack<LinkBatch> _spare = new();
    private readonly Queue<LinkBatch> _onTheirWay = new();
    private readonly UtmAuditor _auditor;
    private readonly string? _page;
    private readonly UtmAudit? _summary;
    private readonly int _threads;

    /// <summary>Makes an audit.</summary>
    /// <param name="auditor">The auditor.</param>
    /// <param name="page">The address of the page on which the links stand, or null.</param>
    /// <param name="summary">Where links are counted; no result is made for them then. Null for results.</param>
    /// <param name="threads">How many threads audit; 0 for one for each processor.</param>
    public UtmColumnAudit(UtmAuditor auditor, string? page = null, UtmAudit? summary = null, int threads = 0)
    {
        _auditor = auditor ?? throw new ArgumentNullException(nameof(auditor));
        _page = page;
        _summary = summary;
        _threads = threads > 0 ? threads : Environment.ProcessorCount;
    }

    /// <summary>Audits all rows that are left.</summary>
    /// <param name="reader">Its first columns hold links; the owner stands in the column after them, where there is one.</param>
    /// <param name="columns">How many columns of links there are.</param>
    /// <param name="file">The file for the results' positions, or null.</param>
    /// <param name="onResult">Takes each result, on the caller's thread; needed where there is no summary.</param>
    /// <param name="onRows">Called now and then on the caller's thread, with how many rows are read; may be null.</param>
    /// <param name="cancellation">Ends the audit between two batches of rows.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; the summary has none of the links then.</exception>
    public void Run(RecordReader reader, int columns, string? file, Action<UtmResult>? onResult, Action<int>? onRows, CancellationToken cancellation)
    {
        if (reader is null) throw new ArgumentNullException(nameof(reader));
        if (_summary is null && onResult is null) throw new ArgumentNullException(nameof(onResult));
        var hasOwner = reader.Schema.Count > columns;
        var schema = reader.Schema;
        try
        {
            for (var isMore = true; isMore;)
            {
                cancellation.ThrowIfCancellationRequested();
                var batch = _spare.Count > 0 ? _spare.Pop() : new LinkBatch();
                while (!batch.IsFull && (isMore = reader.Read())) batch.Add(reader, columns, hasOwner);
                Send(batch, file, schema);
                onRows?.Invoke(reader.Row);
                while (_onTheirWay.Count > (isMore ? BatchesPerThread * _threads : 0) || (_onTheirWay.Count > 0 && _onTheirWay.Peek().Work!.IsCompleted))
                {
                    cancellation.ThrowIfCancellationRequested();
                    Receive(file, schema, onResult);
                }
            }
        }
        catch
        {
            Abandon();
            throw;
        }

        if (_summary is null) return;
        foreach (var worker in _workers) _summary.Add(worker.Counter!.Take());
    }

    private void Send(LinkBatch batch, string? file, RecordSchema schema)
    {
        // With one thread the caller does all of it, when the batch's turn comes.
        batch.Work = _threads == 1 ? Task.CompletedTask : Task.Run(() => Work(batch, file, schema));
        _onTheirWay.Enqueue(batch);
    }

    private void Receive(string? file, RecordSchema schema, Action<UtmResult>? onResult)
    {
        var batch = _onTheirWay.Peek();
        if (!Work(batch, file, schema))
        {
            // Somebody else is at it: help with another one rather than wait.
            if (!batch.Work!.IsCompleted)
                foreach (var other in _onTheirWay) if (Work(other, file, schema)) break;
            batch.Work.GetAwaiter().GetResult();
        }

        _onTheirWay.Dequeue();
        if (_summary is null) foreach (var result in batch.Results) onResult!(result);
        // Where the caller did the work, its task may still be in the queue: it must find the batch as it is.
        if (!batch.Work!.IsCompleted) return;
        batch.Reset();
        _spare.Push(batch);
    }

    private bool Work(LinkBatch batch, string? file, RecordSchema schema)
    {
        if (!batch.TryClaim()) return false;
        if (!_workers.TryTake(out var worker)) worker = new Worker(_auditor, _page, _summary?.By);
        if (worker.Counter is null) batch.Judge(worker.Judge, file, schema);
        else worker.Count(batch, file);
        _workers.Add(worker);
        return true;
    }

    // Batches that nobody works on yet are claimed, so that nobody will; the others end in a moment.
    private void Abandon()
    {
        foreach (var batch in _onTheirWay)
        {
            if (batch.TryClaim()) continue;
            try
            {
                batch.Work!.Wait();
            }
            catch (AggregateException)
            {
                // The first failure is on its way to the caller.
            }
        }

        _onTheirWay.Clear();
        foreach (var worker in _workers) worker.Counter?.Take();
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Worker
    {
        public Worker(UtmAuditor auditor, string? page, UtmGrouping? by)
        {
            Judge = new LinkJudge(auditor, page);
            if (by is { } grouping) Counter = new LinkCounter(Judge, auditor, grouping);
        }

        public LinkJudge Judge { get; }

        public LinkCounter? Counter { get; }

        public void Count(LinkBatch batch, string? file)
        {
            Counter!.File = file;
            batch.CountIn(Counter);
        }
    }
}
