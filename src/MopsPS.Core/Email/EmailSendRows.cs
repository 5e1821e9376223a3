using System;
using System.Collections.Generic;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Email;

/// <summary>Takes in rows that hold the numbers of a send.</summary>
internal sealed class EmailSendRows(RowValues values, EmailCells cells)
{
    private readonly List<(int Send, string Why, SourcePosition Position)> _impossible = [];

    /// <summary>Rows whose numbers contradict one another; they count as they stand.</summary>
    public IReadOnlyList<(int Send, string Why, SourcePosition Position)> Impossible => _impossible;

    /// <summary>Takes a row in; one with a number that cannot be read is reported and left out whole.</summary>
    public void Add(RecordReader row, EmailColumns columns, int send, int period, string? segment)
    {
        if (!Number(row, columns.Sent, "number sent", out var sent) || !Number(row, columns.Delivered, "number delivered", out var delivered) ||
            !Number(row, columns.Bounces, "number of bounces", out var bounces) || !Number(row, columns.Hard, "number of hard bounces", out var hard) ||
            !Number(row, columns.Soft, "number of soft bounces", out var soft) || !Number(row, columns.Blocked, "number of block bounces", out var block) ||
            !Number(row, columns.Complaints, "number of complaints", out var complaints) || !Number(row, columns.Unsubscribes, "number of unsubscribes", out var unsubscribes) ||
            !Number(row, columns.Opens, "number of opens", out var opens) || !Number(row, columns.Machine, "number of machine opens", out var machine) ||
            !Number(row, columns.Clicks, "number of clicks", out var clicks)) return;
        // A total without kinds is a number of unknown kind; beside kinds, what they do not explain.
        var kinds = (hard ?? 0) + (soft ?? 0) + (block ?? 0);
        var unknown = bounces is long all ? Math.Max(0, all - kinds) : hard is not null || soft is not null ? 0 : (long?)null;
        var returned = kinds + (unknown ?? 0);
        if (sent is null && delivered is long arrived && unknown is not null) sent = arrived + returned;
        if (delivered is null && sent is long gone && unknown is not null) delivered = gone - returned;
        if (Contradiction(sent, delivered, returned, unsubscribes, clicks) is { } why) _impossible.Add((send, why, RowValues.Position(row, columns.Sent >= 0 ? columns.Sent : columns.Delivered)));
        long?[] numbers = [sent, delivered, hard, soft, block ?? (unknown is null ? null : 0), unknown, complaints, unsubscribes, opens, machine, clicks];
        Fill(cells.At(null, period, send), numbers);
        if (segment is not null) Fill(cells.At(segment, period, send), numbers);
    }

    private static void Fill(EmailCells.Cell cell, long?[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is long number) cell.Add((EmailMetric)i, number);
            else cell.SetUnknown((EmailMetric)i);
        }
    }

    private static string? Contradiction(long? sent, long? delivered, long returned, long? unsubscribes, long? clicks)
    {
        if (delivered < 0) return "more messages bounced than were sent";
        if (sent is long gone && delivered is long arrived && arrived > gone) return "more messages were delivered than sent";
        if (sent is long all && returned > all) return "more messages bounced than were sent";
        if (delivered is long taken && unsubscribes > taken) return "more recipients unsubscribed than messages were delivered";
        return delivered is long there && clicks > there ? "more recipients clicked than messages were delivered; clicks may be all clicks, not recipients" : null;
    }

    private bool Number(RecordReader row, int column, string field, out long? number)
    {
        number = null;
        if (!values.Number(row, column, field, out var read)) return false;
        if (read is not double value) return true;
        if (value >= 0 && value <= 1e12 && Math.Floor(value) == value)
        {
            number = (long)value;
            return true;
        }

        values.Skip(row, column, "NoCount", $"The {field} is no whole number of messages: a rate, say. The row is left out.", "a whole number such as 1250");
        return false;
    }
}
