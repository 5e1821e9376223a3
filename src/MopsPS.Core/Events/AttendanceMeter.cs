using System;
using System.Linq;
using MopsPS.Core.Events.Reading;

namespace MopsPS.Core.Events;

/// <summary>How long a person was at an event, and what that amounts to by the policy.</summary>
internal sealed class AttendanceMeter
{
    /// <summary>Measures.</summary>
    /// <param name="person">The rows of the person.</param>
    /// <param name="policy">What counts as attended.</param>
    /// <param name="saysWhoCame">Whether the reports say who attended, so that the others are no-shows.</param>
    public AttendanceMeter(EventPerson person, EventsPolicy policy, bool saysWhoCame)
    {
        var isThere = false;
        foreach (var session in person.Sessions)
        {
            isThere = true;
            Sessions++;
            var rows = session.ToArray();
            // Totals count only where the single joins are not listed.
            var single = rows.Where(row => !row.IsTotal).ToArray();
            if (single.Length > 0) rows = single;
            Joins += Math.Max(1, rows.Count(row => row.Join is not null));
            if (Length(rows) is not double minutes) continue;
            Minutes = (Minutes ?? 0) + minutes;
            if (rows[0].Session.Minutes is double whole and > 0) Share = Math.Max(Share ?? 0, Math.Min(100, 100 * minutes / whole));
        }

        OnDemandMinutes = person.Rows.Any(row => row.OnDemandMinutes is not null) ? person.Rows.Sum(row => row.OnDemandMinutes ?? 0) : null;
        var sawRecording = person.Rows.Any(row => row.SawRecording);
        Participation = (isThere, sawRecording) switch
        {
            (true, _) when IsEnough(policy) && !(sawRecording && Minutes is null or 0) => EventParticipation.Attended,
            (_, true) => EventParticipation.OnDemand,
            (true, _) => EventParticipation.LeftEarly,
            _ when person.Rows.Any(row => row.IsCancelled) => EventParticipation.Cancelled,
            _ => saysWhoCame ? EventParticipation.NoShow : EventParticipation.Registered,
        };
        FirstJoined = person.Rows.Where(row => row.Kind != AttendanceKind.Registrants).Min(row => row.First);
        LastLeft = person.Rows.Where(row => row.Kind != AttendanceKind.Registrants).Max(row => row.Last);
        Registered = person.Rows.Min(row => row.Registered);
    }

    public EventParticipation Participation { get; }

    public double? Minutes { get; }

    public double? OnDemandMinutes { get; }

    public double? Share { get; }

    public int Joins { get; }

    public int Sessions { get; }

    public long? FirstJoined { get; }

    public long? LastLeft { get; }

    public long? Registered { get; }

    // Spans with both ends are laid over each other; what has a length only is added, and all that cannot be more than the session.
    private static double? Length(EventRow[] rows)
    {
        var spans = rows.Where(row => row.Join is not null && row.Leave is not null).Select(row => (row.Join!.Value, row.Leave!.Value)).ToArray();
        var lengths = rows.Where(row => (row.Join is null || row.Leave is null) && row.Minutes is not null).Select(row => row.Minutes!.Value).ToArray();
        var minutes = Intervals.Length(spans) / 60.0;
        // Times to the minute hide a short visit, of which the report knows the length.
        if (spans.Length > 0 && minutes == 0) minutes = rows.Where(row => row.Join is not null && row.Leave is not null).Sum(row => row.Minutes ?? 0);
        if (spans.Length == 0 && lengths.Length == 0) return null;
        var total = minutes + lengths.Sum();
        return lengths.Length > 0 && spans.Length + lengths.Length > 1 && rows[0].Session.Minutes is double whole ? Math.Min(total, Math.Max(whole, lengths.Concat([minutes]).Max())) : total;
    }

    // Where the report gives no length (a check-in at the door), being there is enough; a share of what has no known length is not asked for.
    private bool IsEnough(EventsPolicy policy) =>
        Minutes is not double minutes || (minutes >= policy.AttendedMinutes && (policy.AttendedShare <= 0 || Share is not double share || share >= policy.AttendedShare));
}
