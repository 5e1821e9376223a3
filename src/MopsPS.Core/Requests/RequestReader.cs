using System;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Requests;

/// <summary>Reads requests from rows.</summary>
internal sealed class RequestReader(RowValues values, RequestPolicy policy, RequestOptions options)
{
    /// <summary>The request of a row; null where a value cannot be read: it is reported.</summary>
    public Request? Read(RecordReader row, RequestColumns columns)
    {
        if (!values.Date(row, columns.Created, "date of creation", false, out var created) ||
            !values.Date(row, columns.Acknowledged, "date of the first answer", true, out var acknowledged) ||
            !values.Date(row, columns.Resolved, "date of being done", true, out var resolved) ||
            !values.Date(row, columns.Due, "due date", true, out var due) ||
            !values.Number(row, columns.Reopens, "number of times it was opened again", out var reopens)) return null;
        var status = RowValues.Text(row, columns.Status);
        bool? isDone = status is null ? null : policy.DoneStatuses.Any(done => Wildcard.IsMatch(done, status));
        // Dates of a day end with it; what is done today is not done tomorrow.
        if (resolved > options.AsOf.Ticks && resolved - options.AsOf.Ticks < TimeSpan.TicksPerDay) resolved = Math.Max(created, options.AsOf.Ticks);
        // An empty cell of a column that counts is none; without the column nothing is known.
        bool? reopened = columns.Reopens < 0 ? null : reopens > 0;
        return new Request
        {
            Id = RowValues.Text(row, columns.Id),
            Type = RowValues.Text(row, columns.Type),
            Priority = RowValues.Text(row, columns.Priority),
            Owner = RowValues.Text(row, columns.Owner) is { } owner ? owner.IndexOf('@') > 0 ? Masking.Email(owner) : owner : null,
            Segment = RowValues.Segment(row, options.By, columns.By),
            Created = created,
            Acknowledged = acknowledged,
            Resolved = resolved,
            Due = due,
            IsReopened = reopened,
            IsDone = isDone,
            IsDropped = status is not null && policy.DroppedStatuses.Any(dropped => Wildcard.IsMatch(dropped, status)),
            Position = () => RowValues.Position(row, -1),
        };
    }
}
