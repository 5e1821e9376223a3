using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;
using Utf8Table = MopsPS.Core.Matching.Values.Utf8Table;

namespace MopsPS.Core.Email;

/// <summary>
/// Measures the health of sent e-mail: from rows of events (one for each thing that happened to a message) or rows of sends (one for each send with its
/// numbers), which may be mixed. A recipient counts once for each send, however often something happened. Not for several threads at once.
/// </summary>
public sealed class EmailAnalysis
{
    private readonly EmailOptions _options;
    private readonly MopsPolicy _policy;
    private readonly DateTime _todayUtc;
    private readonly RowValues _values;
    private readonly EmailLedger _ledger = new();
    private readonly EmailCells _cells = new();
    private readonly Utf8Table _sends = new();
    private readonly SortedDictionary<string, long> _unknownEvents = new(StringComparer.OrdinalIgnoreCase);
    private readonly EmailSendRows _rows;
    private readonly EmailSegments _segments;
    private readonly PeriodCalendar _calendar;
    private EmailColumns? _columns;
    private bool _tellsMachines;
    private long _read;

    /// <summary>Starts a measurement.</summary>
    /// <param name="options">Segments and periods.</param>
    /// <param name="policy">The policy: norms and targets.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads the numbers; null for plain ones.</param>
    /// <param name="onProblem">Is told of each row that is left out; null for nobody.</param>
    public EmailAnalysis(
        EmailOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _todayUtc = todayUtc;
        _values = new RowValues(dates ?? new DateParser(), numbers ?? new NumberParser(), onProblem);
        _calendar = new PeriodCalendar(options.Period, Math.Max(1, policy.Funnel.FiscalYearStart));
        _rows = new EmailSendRows(_values, _cells);
        _segments = new EmailSegments(options.By);
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">The export has neither events nor numbers of sends.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields)
    {
        _columns = new EmailColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _options);
        if (_columns.IsEvents) _tellsMachines |= _columns.Machine >= 0 || _columns.Agent >= 0;
        return _columns.Columns;
    }

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var columns = _columns ?? throw new InvalidOperationException("Open comes before Add.");
        _read++;
        if (!_values.Date(row, columns.Date, "date", endOfDay: false, out var ticks)) return;
        if (columns.IsEvents) AddEvent(row, columns, ticks);
        else if (SendOf(row, columns) is int send) _rows.Add(row, columns, send, Period(ticks), _segments.Of(row, columns, _sends.Text(send)));
        else _values.Skip(row, columns.Send, "NoSend", "The row names no send; totals of a report are no row of it. The row is left out.", "the name of a send");
    }

    /// <summary>The results of what was taken in: all messages first, then by period and segment.</summary>
    /// <returns>The results.</returns>
    /// <exception cref="EmailException">There were no rows that could be used.</exception>
    public IReadOnlyList<EmailResult> Finish()
    {
        FillFromLedger();
        var bySend = _cells.BySend();
        if (bySend.Count == 0)
        {
            throw new EmailException(_read == 0
                ? "There are no rows to measure. Give an export of e-mail events, or one with a row for each send."
                : $"None of the {_read} rows could be used; the warnings say why. Get-MopsField shows which columns are taken for what.");
        }

        return new EmailResults(_options, _policy, _todayUtc, _calendar)
        {
            Cells = _cells,
            BySend = bySend,
            Ledger = _ledger,
            SendName = _sends.Text,
            UnknownEvents = _unknownEvents,
            Skipped = _values.Skipped,
            Impossible = _rows.Impossible,
            TellsMachines = _tellsMachines,
        }.Make();
    }

    private void AddEvent(RecordReader row, EmailColumns columns, long ticks)
    {
        if (Event(row, columns) is not EmailEvent what) return;
        var recipient = RowValues.Text(row, columns.Recipient)?.ToLowerInvariant();
        if (recipient is null)
        {
            _values.Skip(row, columns.Recipient, "NoRecipient", "The event has no recipient. The row is left out.", "an e-mail address or another key of the recipient");
            return;
        }

        // Marketo lists what a flow step skipped or could not do as an activity like any other: action_result says so.
        if (RowValues.Text(row, columns.Result) is { } result && EmailEventTypes.Find(result) == EmailEvent.Dropped) what = EmailEvent.Dropped;
        string? code = null;
        // A platform that says hard or soft has said it; only a plain bounce is told apart here.
        if (what == EmailEvent.Bounce) what = BounceClassifier.Classify(RowValues.Text(row, columns.Category), RowValues.Text(row, columns.Reason), out code);
        else if (what is EmailEvent.HardBounce or EmailEvent.SoftBounce or EmailEvent.BlockBounce) BounceClassifier.Classify(null, RowValues.Text(row, columns.Reason), out code);
        var mark = what.ToMark();
        if (mark == EmailMarks.None) return;
        if (what == EmailEvent.Open && MachineOpens.Has(RowValues.Text(row, columns.Machine), RowValues.Text(row, columns.Agent))) mark = EmailMarks.MachineOpen;
        var send = SendOf(row, columns) ?? _sends.Add("(no send)"u8);
        _ledger.Add(send, Encoding.UTF8.GetBytes(recipient), mark, ticks, _segments.Template(row, columns), code);
    }

    private EmailEvent? Event(RecordReader row, EmailColumns columns)
    {
        if (_options.Event is EmailEvent all) return all;
        var text = RowValues.Text(row, columns.Event);
        if (text is null)
        {
            _values.Skip(row, columns.Event, "NoEvent", "The row names no event. The row is left out.", "sent, delivered, bounce, open, click …");
            return null;
        }

        if (EmailEventTypes.Find(text) is EmailEvent what) return what;
        var name = Masking.Shown(text, 40);
        if (!_unknownEvents.ContainsKey(name) && _unknownEvents.Count >= 20) name = "(others)";
        _unknownEvents.TryGetValue(name, out var count);
        _unknownEvents[name] = count + 1;
        return null;
    }

    // What the ledger knows at the end becomes numbers; what the export cannot tell stays unknown.
    private void FillFromLedger()
    {
        foreach (var message in _ledger.Messages)
        {
            var marks = _ledger.Marks(message.Send);
            var period = Period(message.First);
            Fill(_cells.At(null, period, message.Send), message.Marks, marks);
            if (message.Segment is { } template) Fill(_cells.At(EmailSegments.Of(template, _sends.Text(message.Send), _ledger.Domain(message.Recipient)), period, message.Send), message.Marks, marks);
        }
    }

    private void Fill(EmailCells.Cell cell, EmailMarks marks, EmailMarks sendMarks)
    {
        var hasSent = (sendMarks & (EmailMarks.Sent | EmailMarks.Delivered)) != 0;
        var hasDeliveries = (sendMarks & EmailMarks.Delivered) != 0;
        if (!hasSent) Unknown(cell, EmailMetric.Sent, EmailMetric.Delivered);
        // Without any bounce in the input, it holds no bounces only where deliveries tell that all arrived.
        if ((_ledger.Seen & EmailMarks.AnyBounce) == 0 && !hasDeliveries) Unknown(cell, EmailMetric.Delivered, EmailMetric.Hard, EmailMetric.Soft, EmailMetric.Block, EmailMetric.UnknownBounce);
        if ((_ledger.Seen & EmailMarks.Complaint) == 0) Unknown(cell, EmailMetric.Complaints);
        if ((_ledger.Seen & EmailMarks.Unsubscribe) == 0) Unknown(cell, EmailMetric.Unsubscribes);
        if ((_ledger.Seen & (EmailMarks.Open | EmailMarks.MachineOpen)) == 0) Unknown(cell, EmailMetric.Opens);
        if (!_tellsMachines) Unknown(cell, EmailMetric.MachineOpens);
        if ((_ledger.Seen & EmailMarks.Click) == 0) Unknown(cell, EmailMetric.Clicks);
        if (!marks.WentOut()) return;
        cell.Add(EmailMetric.Sent, 1);
        switch (marks.End(hasDeliveries))
        {
            case EmailMarks.Delivered: cell.Add(EmailMetric.Delivered, 1); break;
            case EmailMarks.Hard: cell.Add(EmailMetric.Hard, 1); break;
            case EmailMarks.Soft: cell.Add(EmailMetric.Soft, 1); break;
            case EmailMarks.Block: cell.Add(EmailMetric.Block, 1); break;
            case EmailMarks.UnknownBounce: cell.Add(EmailMetric.UnknownBounce, 1); break;
        }

        if ((marks & EmailMarks.Complaint) != 0) cell.Add(EmailMetric.Complaints, 1);
        if ((marks & EmailMarks.Unsubscribe) != 0) cell.Add(EmailMetric.Unsubscribes, 1);
        if ((marks & (EmailMarks.Open | EmailMarks.MachineOpen)) != 0) cell.Add(EmailMetric.Opens, 1);
        if ((marks & (EmailMarks.Open | EmailMarks.MachineOpen | EmailMarks.Click)) == EmailMarks.MachineOpen) cell.Add(EmailMetric.MachineOpens, 1);
        if ((marks & EmailMarks.Click) != 0) cell.Add(EmailMetric.Clicks, 1);
    }

    private static void Unknown(EmailCells.Cell cell, params EmailMetric[] metrics)
    {
        foreach (var metric in metrics) cell.SetUnknown(metric);
    }

    private int Period(long ticks) => _options.Period == FunnelPeriod.None ? 0 : ticks == 0 ? PeriodCalendar.Undated : _calendar.IndexOf(_values.Dates.DayOf(RowValues.ToSeconds(ticks)));

    private int? SendOf(RecordReader row, EmailColumns columns) =>
        RowValues.Text(row, columns.Send) is { } name ? _sends.Add(Encoding.UTF8.GetBytes(name)) : null;
}
