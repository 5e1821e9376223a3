using System;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Records.Reading;

/// <summary>
/// Reads delimited text some thousand rows ahead on a second thread, so that finding the fields and using them go on at the same time. What
/// comes out is the same, bad rows included: they are reported on the caller's thread, before their row. A file that is read at one go has no second thread.
/// </summary>
internal sealed class ReadAheadReader : RecordReader
{
    private const int Ahead = 4;

    private readonly DelimitedRecordReader _inner;
    private readonly ConcurrentQueue<RowBatch> _spare = new();
    private readonly BlockingCollection<RowBatch> _ready = new(Ahead);
    private readonly CancellationTokenSource _stop;
    private readonly Action<RecordProblem>? _onProblem;
    private readonly RowPacker _packer;
    private readonly int _columns;
    private RowBatch _filling;
    private RowBatch _batch;
    private Task? _work;
    private Exception? _failure;
    private LineCounter? _counter;
    private LineCounter? _own;
    private int _at = -1;
    private int _row;
    private LinePlace _place;
    private int _badEncodingRow = -1;
    private bool _isOver;

    /// <summary>Opens the text.</summary>
    /// <param name="open">Opens the reader; what is wrong with rows goes to the sink that it is given.</param>
    /// <param name="options">How it is read.</param>
    public ReadAheadReader(Func<Action<RecordProblem>?, DelimitedRecordReader> open, ImportOptions options)
    {
        _onProblem = options.OnProblem;
        _filling = _batch = new RowBatch(0);
        var isOpen = false;
        _inner = open(_onProblem is null ? null : problem =>
        {
            // What is wrong with the header is said while it is opened.
            if (isOpen) _filling.Add(problem);
            else _onProblem(problem);
        });
        isOpen = true;
        _columns = _inner.Schema.Count;
        _packer = new RowPacker(_columns);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(options.Cancellation);
    }

    /// <inheritdoc/>
    public override RecordSchema Schema => _inner.Schema;

    /// <inheritdoc/>
    public override ExportFormat? Format => _inner.Format;

    /// <inheritdoc/>
    public override int Row => _row;

    /// <inheritdoc/>
    public override int Line => LineOf(_place);

    /// <inheritdoc/>
    public override int FooterLines => _batch.FooterLines;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (_isOver) return false;
        while (++_at >= _batch.Count)
        {
            if (_onProblem is not null) _batch.Deliver(int.MaxValue, _onProblem);
            if (_batch.IsLast)
            {
                _isOver = true;
                if (_failure is not null) ExceptionDispatchInfo.Capture(_failure).Throw();
                return false;
            }

            Turn();
            _at = -1;
        }

        (_row, _place) = _batch.PlaceOf(_at);
        if (_onProblem is not null) _batch.Deliver(_at, _onProblem);
        return true;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetUtf8(int column) => _batch.Get(_at, column);

    /// <inheritdoc/>
    public override string? GetString(int column)
    {
        var bytes = _batch.Get(_at, column);
        if (bytes.IsEmpty) return _batch.IsMissing(_at, column) ? null : string.Empty;
        var text = Utf8Text.ToString(bytes);
        if (text.IndexOf('\uFFFD') >= 0 && !Utf8Text.IsValid(bytes)) ReportEncoding();
        return text;
    }

    /// <inheritdoc/>
    public override MopsRecord ToRecord()
    {
        _packer.Start();
        for (var i = 0; i < _columns; i++)
        {
            if (_batch.IsMissing(_at, i)) _packer.AddNull();
            else _packer.Add(_batch.Get(_at, i));
        }

        if (!_packer.IsValid) ReportEncoding();
        return new MopsRecord(Schema, _packer.Pack(), Row, Line);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        _stop.Cancel();
        _work?.Wait();
        _inner.Dispose();
        _ready.Dispose();
        _stop.Dispose();
    }

    // The first rows are read at once: most files have no more, and need no second thread.
    private void Turn()
    {
        if (_work is null)
        {
            var first = new RowBatch(_columns);
            Fill(first);
            _batch = first;
            if (!first.IsLast) _work = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return;
        }

        var done = _batch;
        _batch = _ready.Take(_stop.Token);
        done.Reset();
        _spare.Enqueue(done);
    }

    private void Run()
    {
        try
        {
            for (var isMore = true; isMore;)
            {
                if (!_spare.TryDequeue(out var batch)) batch = new RowBatch(_columns);
                Fill(batch);
                isMore = !batch.IsLast;
                _ready.Add(batch, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for more.
        }
    }

    // A failure comes after the rows before it, as it does for who reads row by row.
    private void Fill(RowBatch batch)
    {
        _filling = batch;
        try
        {
            while (!batch.IsFull && !batch.IsLast)
            {
                if (_inner.Read()) batch.Add(_inner);
                else batch.IsLast = true;
            }
        }
        catch (Exception exception)
        {
            _failure = exception;
            batch.IsLast = true;
        }

        batch.FooterLines = _inner.FooterLines;
    }

    // The reader's own counter may be far ahead by now.
    private int LineOf(LinePlace place)
    {
        if (place.Counter is null) return (int)Math.Min(place.Value, int.MaxValue);
        if (!ReferenceEquals(place.Counter, _counter)) (_counter, _own) = (place.Counter, place.Counter.Twin());
        return (int)Math.Min(_own!.LineAt(place.Value), int.MaxValue);
    }

    private void ReportEncoding()
    {
        if (_badEncodingRow == Row) return;
        _badEncodingRow = Row;
        _onProblem?.Invoke(_inner.BadEncoding(Row, Line));
    }
}
