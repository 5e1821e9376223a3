using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Events.Reading;

/// <summary>Who a table of a report lists.</summary>
internal enum AttendanceKind
{
    /// <summary>The title does not say it.</summary>
    People,
    Staff,
    Attendees,
    Registrants,

    /// <summary>A row for each time that somebody joined, beside a table of totals.</summary>
    Activities,
}

/// <summary>A table of people.</summary>
internal sealed class AttendanceTable
{
    public AttendanceKind Kind { get; init; }

    public Dictionary<EventColumn, int> Columns { get; init; } = [];

    public List<ReportLine> Rows { get; } = [];
}

/// <summary>The facts of one session as the report writes them.</summary>
internal sealed class SessionFacts
{
    public Dictionary<EventColumn, string> Values { get; } = [];

    public string? this[EventColumn column] => Values.TryGetValue(column, out var value) && value.Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>A report of an event taken apart: its facts and its tables, whichever product wrote it.</summary>
internal sealed class AttendanceReport
{
    private static readonly EventColumn[] OfAttendance =
        [EventColumn.Attended, EventColumn.Join, EventColumn.Leave, EventColumn.FirstJoin, EventColumn.LastLeave, EventColumn.Minutes, EventColumn.OnDemandMinutes, EventColumn.CheckIn];

    private static readonly EventColumn[] OfRegistration = [EventColumn.Registered, EventColumn.Approval];

    /// <summary>Whether a table lists attendees and says no more of their attendance: to be in it is to have been there.</summary>
    public static bool IsPlainList(AttendanceTable table) => table.Kind == AttendanceKind.Attendees && !Array.Exists(OfAttendance, table.Columns.ContainsKey);

    public List<SessionFacts> Sessions { get; } = [];

    public List<AttendanceTable> Tables { get; } = [];

    /// <summary>The product, by the names of columns that only it has.</summary>
    public string Platform { get; private set; } = "Generic";

    /// <summary>Takes lines apart.</summary>
    public static AttendanceReport Parse(IReadOnlyList<ReportLine> lines)
    {
        var report = new AttendanceReport();
        var kind = AttendanceKind.People;
        AttendanceTable? table = null;
        Dictionary<EventColumn, int>? facts = null;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.IsBlank)
            {
                // A blank line ends the facts, and a table only where a title or header follows: some reports have blank lines in tables.
                facts = null;
            }
            else if (line.Only is { } title && (table is null || Titled(title) is not null))
            {
                (kind, table, facts) = (Titled(title) ?? AttendanceKind.People, null, null);
            }
            else if (EventColumns.Event(line.Fields) is { } heads)
            {
                (facts, table) = (heads, null);
                names.UnionWith(line.Fields);
            }
            else if (EventColumns.People(line.Fields) is { } columns)
            {
                facts = null;
                table = new AttendanceTable { Kind = Kind(kind, columns), Columns = columns };
                report.Tables.Add(table);
                names.UnionWith(line.Fields);
            }
            else if (facts is not null)
            {
                report.Take(facts, line);
            }
            else if (table is not null)
            {
                table.Rows.Add(line);
            }
            else if (line.Fields.Length > 1 && EventColumns.Fact(line.Fields[0]) is { } fact)
            {
                if (report.Sessions.Count == 0) report.Sessions.Add(new SessionFacts());
                report.Sessions[0].Values[fact] = line.Fields[1];
                names.Add(line.Fields[0]);
            }
        }

        report.Platform = Product(names);
        return report;
    }

    // Zoom heads the table of a registration report like that of an attendee report: what its columns say counts.
    private static AttendanceKind Kind(AttendanceKind titled, Dictionary<EventColumn, int> columns) =>
        titled is AttendanceKind.Attendees or AttendanceKind.People && !Array.Exists(OfAttendance, columns.ContainsKey) && Array.Exists(OfRegistration, columns.ContainsKey) ? AttendanceKind.Registrants : titled;

    private static string Product(HashSet<string> names)
    {
        if (names.Contains("In-Meeting Duration") || names.Contains("Participant ID (UPN)") || names.Contains("Meeting title")) return "Teams";
        if (names.Contains("User Name (Original Name)") || names.Contains("Name (Original Name)") || names.Contains("Max Concurrent Views") || names.Contains("Actual Start Time") || names.Contains("Approval Status"))
            return "Zoom";
        if (names.Contains("Archive Minutes") || names.Contains("Live Minutes")) return "ON24";
        if (names.Contains("Attendee Status") && names.Contains("Order #")) return "Eventbrite";
        return names.Contains("Registration Date / Time") || names.Contains("Registration Date/Time") || names.Contains("Interest Rating") || names.Contains("Actual Start Date/Time") ? "GoTo" : "Generic";
    }

    // "2. Participants", "Panelist Details", "Attendee Details:". Null where it is no title of a table.
    private static AttendanceKind? Titled(string title)
    {
        var text = title.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ').TrimEnd(':', ' ').ToLowerInvariant();
        if (text.Length > 60 || text.IndexOf('@') >= 0) return null;
        if (text.StartsWith("in-meeting activit", StringComparison.Ordinal) || text.StartsWith("activit", StringComparison.Ordinal)) return AttendanceKind.Activities;
        foreach (var word in new[] { "host", "panelist", "organizer", "presenter", "staff", "speaker" })
            if (text.StartsWith(word, StringComparison.Ordinal)) return AttendanceKind.Staff;
        if (text.StartsWith("attendee", StringComparison.Ordinal) || text.StartsWith("participant", StringComparison.Ordinal) || text.StartsWith("other attended", StringComparison.Ordinal)) return AttendanceKind.Attendees;
        if (text.StartsWith("registra", StringComparison.Ordinal)) return AttendanceKind.Registrants;
        return text is "summary" or "general information" or "session details" or "webinar details" or "meeting details" or "poll report" or "q&a report" ? AttendanceKind.People : null;
    }

    private void Take(Dictionary<EventColumn, int> heads, ReportLine line)
    {
        var session = new SessionFacts();
        foreach (var pair in heads.Where(pair => pair.Value < line.Fields.Length)) session.Values[pair.Key] = line.Fields[pair.Value];
        Sessions.Add(session);
    }
}
