using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Events.Reading;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Events;

/// <summary>Turns a report into rows about people, with the clock of the report. What does not read is reported with its place; the person is kept.</summary>
internal sealed class EventRowReader
{
    private static readonly EventColumn[] Dates = [EventColumn.Join, EventColumn.Leave, EventColumn.FirstJoin, EventColumn.LastLeave, EventColumn.Registered, EventColumn.OnDemandStart];
    private static readonly string[] Nothing = ["-", "--", "n/a", "null", "none"];

    private readonly AttendanceReport _report;
    private readonly string _source;
    private readonly EventOptions _options;
    private readonly EventsPolicy _policy;
    private readonly Action<RecordProblem>? _onProblem;
    private readonly NumberParser _numbers;
    private readonly ReportClock _clock;
    private readonly List<EventSession> _sessions;
    private readonly bool _hasActivities;

    public EventRowReader(AttendanceReport report, string source, EventOptions options, EventsPolicy policy, Action<RecordProblem>? onProblem)
    {
        _report = report;
        _source = source;
        _options = options;
        _policy = policy;
        _onProblem = onProblem;
        _numbers = new NumberParser(options.Culture);
        _clock = ReportClock.Of(AllDates(), options);
        _hasActivities = report.Tables.Any(table => table.Kind == AttendanceKind.Activities && table.Rows.Count > 0);
        _sessions = [.. report.Sessions.Select(Session)];
        if (_sessions.Count == 0) _sessions.Add(Session(new SessionFacts()));
    }

    public string Order => _clock.Order;

    public IReadOnlyList<EventSession> Sessions => _sessions;

    /// <summary>How many rows have neither a name nor an address.</summary>
    public int Unusable { get; private set; }

    /// <summary>The rows of all tables.</summary>
    public IEnumerable<EventRow> Rows()
    {
        foreach (var table in _report.Tables)
        {
            for (var i = 0; i < table.Rows.Count; i++)
            {
                if (Row(table, table.Rows[i], i + 1) is { } row) yield return row;
            }
        }
    }

    private static string? Text(AttendanceTable table, ReportLine line, EventColumn column)
    {
        if (!table.Columns.TryGetValue(column, out var at) || at >= line.Fields.Length) return null;
        var text = line.Fields[at].Trim();
        return text.Length == 0 || Nothing.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }

    private IEnumerable<string> AllDates()
    {
        foreach (var table in _report.Tables)
            foreach (var line in table.Rows)
                foreach (var column in Dates)
                    if (Text(table, line, column) is { } text) yield return text;
        foreach (var session in _report.Sessions)
            if (session[EventColumn.Start] is { } start) yield return start;
    }

    private EventSession Session(SessionFacts facts)
    {
        var start = Moment(facts[EventColumn.Start], null, "start");
        var end = Moment(facts[EventColumn.End], null, "end");
        if (!DurationText.TryParse(facts[EventColumn.SessionMinutes], _numbers, out var minutes)) Report("UnreadableNumber", "The length of the session cannot be read.", Place(null, "SessionMinutes"), facts[EventColumn.SessionMinutes]);
        return Session(facts[EventColumn.EventId], facts[EventColumn.Topic], start, minutes ?? (end > start ? (end - start) / 60.0 : null) ?? _options.SessionMinutes, facts[EventColumn.HostEmail]);
    }

    private EventSession Session(string? id, string? topic, long? start, double? minutes, string? host)
    {
        // "123 456 7890" and "123-456-7890" are one id.
        var plain = id is null ? null : new string([.. id.Where(char.IsLetterOrDigit)]);
        var key = plain is { Length: > 0 } ? plain : topic ?? Path.GetFileName(_source);
        return new EventSession { Key = $"{key}\n{start?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? _source}", EventKey = key, Topic = topic, Start = start, Minutes = minutes, HostEmail = host is null ? null : CompareText.Email(host) };
    }

    private EventRow? Row(AttendanceTable table, ReportLine line, int number)
    {
        string? name = Text(table, line, EventColumn.Name), first = Text(table, line, EventColumn.FirstName), last = Text(table, line, EventColumn.LastName);
        var email = (Text(table, line, EventColumn.Email) ?? Text(table, line, EventColumn.UserId)) is { } address && address.IndexOf('@') > 0 ? CompareText.Email(address) : null;
        var place = Place(line, null, number);
        if (name is null && first is null && last is null && email is null)
        {
            Unusable++;
            Report("NoIdentity", "The row has neither a name nor an e-mail address. It is left out.", place, null);
            return null;
        }

        var join = Date(table, line, EventColumn.Join, number);
        var leave = Date(table, line, EventColumn.Leave, number);
        var checkIn = Text(table, line, EventColumn.CheckIn);
        var approval = Text(table, line, EventColumn.Approval);
        var role = Text(table, line, EventColumn.Role);
        var onDemand = Length(table, line, EventColumn.OnDemandMinutes, number);
        var isTotal = _hasActivities && table.Kind != AttendanceKind.Activities;
        return new EventRow
        {
            Session = SessionOf(table, line, join),
            Kind = table.Kind,
            Name = name,
            FirstName = first,
            LastName = last,
            Email = email,
            Company = Text(table, line, EventColumn.Company),
            Title = Text(table, line, EventColumn.Title),
            Phone = Text(table, line, EventColumn.Phone),
            Country = Text(table, line, EventColumn.Country),
            Attended = Truth(Text(table, line, EventColumn.Attended)) ?? (Is(approval, "checked in", "attended") || AttendanceReport.IsPlainList(table) ? true : null),
            IsRegistered = table.Kind == AttendanceKind.Registrants || Text(table, line, EventColumn.Registered) is not null || approval is not null,
            IsCancelled = Is(approval, "cancel", "denied", "not attending", "deleted", "refunded", "declined"),
            IsStaff = table.Kind == AttendanceKind.Staff || IsStaff(role) || IsStaffName(name),
            IsAccountUser = Truth(Text(table, line, EventColumn.Guest)) == false,
            IsTotal = isTotal,
            Join = join,
            Leave = leave,
            First = join ?? Date(table, line, EventColumn.FirstJoin, number),
            Last = leave ?? Date(table, line, EventColumn.LastLeave, number),
            Minutes = Length(table, line, EventColumn.Minutes, number),
            OnDemandMinutes = onDemand,
            SawRecording = onDemand > 0 || Text(table, line, EventColumn.OnDemandStart) is not null,
            IsCheckedIn = checkIn is not null && Truth(checkIn) != false,
            Registered = Date(table, line, EventColumn.Registered, number),
            Source = place,
        };
    }

    // A table of several events names the event in each row; of several sessions of one report it is the last that had started.
    private EventSession SessionOf(AttendanceTable table, ReportLine line, long? join)
    {
        string? id = Text(table, line, EventColumn.EventId), topic = Text(table, line, EventColumn.Topic);
        if (id is not null || topic is not null) return Session(id, topic, null, _options.SessionMinutes, null);
        if (_sessions.Count == 1 || join is null) return _sessions[0];
        // Some are early.
        const int early = 1800;
        return _sessions.Where(session => session.Start - early <= join).OrderByDescending(session => session.Start).FirstOrDefault() ?? _sessions[0];
    }

    private bool IsStaff(string? role) => role is not null && _policy.StaffRoles.Any(staff => role.IndexOf(staff, StringComparison.OrdinalIgnoreCase) >= 0);

    // Zoom writes the host behind the name in the report of a meeting.
    private static bool IsStaffName(string? name) => name is not null && (name.EndsWith("(Host)", StringComparison.OrdinalIgnoreCase) || name.EndsWith("(Co-host)", StringComparison.OrdinalIgnoreCase));

    private static bool Is(string? text, params string[] words) => text is not null && words.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static bool? Truth(string? text) => text is null ? null : CompareText.Boolean(text);

    private double? Length(AttendanceTable table, ReportLine line, EventColumn column, int number)
    {
        var text = Text(table, line, column);
        if (!DurationText.TryParse(text, _numbers, out var minutes)) Report("UnreadableNumber", "The length of time cannot be read; it counts as unknown.", Place(line, Header(column), number), text);
        return minutes;
    }

    private long? Date(AttendanceTable table, ReportLine line, EventColumn column, int number) => Moment(Text(table, line, column), line, Header(column), number);

    private long? Moment(string? text, ReportLine? line, string column, int number = 0)
    {
        if (!_clock.TryRead(text, out var moment)) Report("UnreadableDate", "The date cannot be read; it counts as unknown. Name the -Culture.", Place(line, column, number), text);
        return moment;
    }

    private static string Header(EventColumn column) => column.ToString();

    private SourcePosition Place(ReportLine? line, string? column, int number = 0) => new(_source, number, line?.Number ?? 0, column);

    private void Report(string kind, string message, SourcePosition place, string? value) =>
        _onProblem?.Invoke(new RecordProblem(kind, message, place) { Value = value is null ? null : Masking.Shown(value, 40), IsSkipped = kind == "NoIdentity" });
}
