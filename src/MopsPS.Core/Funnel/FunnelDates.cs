using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>Reads the dates of one funnel, counts those that cannot be used, and knows the latest one.</summary>
internal sealed class FunnelDates(DateParser parser, FunnelCounters counters, long now, long asOf)
{
    /// <summary>The latest date that was used, in UTC seconds; the least value where there is none.</summary>
    public long Latest { get; private set; } = long.MinValue;

    /// <summary>Reads a date.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="about">The stage, for findings.</param>
    /// <returns>The moment; none where there is no date that can be used.</returns>
    public long Read(RecordReader row, int column, string about)
    {
        var text = row.GetUtf8(column);
        if (text.IsEmpty) return Moment.None;
        var problem = parser.Parse(text, out var date);
        if (problem == DateProblem.None)
        {
            var seconds = date.UtcSeconds;
            if (seconds <= now && seconds <= asOf)
            {
                if (seconds > Latest) Latest = seconds;
                return Moment.Of(date);
            }

            if (seconds > now) counters.Value(FunnelRules.FutureDate, about, row, column, "the date lies in the future; it is not used.");
            else counters.Add(FunnelRules.AfterAsOf, about);
            return Moment.None;
        }

        switch (problem)
        {
            case DateProblem.Empty:
                break;
            case DateProblem.Implausible:
                counters.Value(FunnelRules.ImplausibleDate, about, row, column, "the date lies before 1980 or after 2067; it is not used.");
                break;
            case DateProblem.Ambiguous:
                counters.Value(FunnelRules.UnreadableDate, about, row, column, "day and month could be either way round; name the culture.");
                break;
            default:
                counters.Value(FunnelRules.UnreadableDate, about, row, column, "this is no date that can be read; it is not used.");
                break;
        }

        return Moment.None;
    }
}
