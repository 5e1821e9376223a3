using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Events.Reading;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Events;

/// <summary>
/// Turns reports of attendance and registration into campaign members: first the reports are added, then <see cref="Settle"/> merges the rows of each person, then
/// known people are announced, then their rows are added, then <see cref="Finish"/> matches and sets the statuses. The order of rows and files does not matter.
/// </summary>
public sealed class EventAnalysis
{
    private readonly EventOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly MemberStatuses _statuses;
    private readonly Action<RecordProblem>? _onProblem;
    private readonly List<EventGroup> _groups = [];
    private readonly Dictionary<RecordSchema, (AttendanceTable Table, AttendanceReport Report)> _shapes = [];
    private readonly List<(AttendanceReport Report, string Source)> _reports = [];
    private MemberMatcher? _matcher;
    private List<EventPerson> _persons = [];
    private bool _hasKnown;
    private bool _isStarted;

    /// <summary>Starts.</summary>
    /// <param name="options">How.</param>
    /// <param name="policy">The policy: what counts as attended, statuses, who is staff.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="onProblem">Is told of what does not read; null for nobody.</param>
    /// <exception cref="EventException">The policy names no statuses of the target.</exception>
    public EventAnalysis(EventOptions options, MopsPolicy policy, DateTime todayUtc, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _rules = new RuleSet(policy, todayUtc);
        _statuses = new MemberStatuses(policy.Events, options.Target);
        _onProblem = onProblem;
    }

    /// <summary>The members that the campaign has already.</summary>
    public ExistingMembers Existing { get; } = new();

    /// <summary>Adds a report.</summary>
    /// <param name="stream">Its bytes.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="EventException">It has no table of people.</exception>
    /// <exception cref="ExportFormatException">It cannot be read.</exception>
    public void AddReport(Stream stream, string name)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        var report = AttendanceReport.Parse(ReportLines.Read(stream, name));
        if (report.Tables.Count == 0)
            throw new EventException("NoTable", $"'{Path.GetFileName(name)}' has no table of people: no line names columns such as Name, Email, Join Time or Attended. Is it a report of attendance or registration?");
        _reports.Add((report, name));
    }

    /// <summary>Adds a record of a report that was read already.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="EventException">Its columns are not those of people.</exception>
    public void AddRecord(MopsRecord record)
    {
        if (record is null) throw new ArgumentNullException(nameof(record));
        if (!_shapes.TryGetValue(record.Schema, out var shape))
        {
            var report = AttendanceReport.Parse([new ReportLine(1, [.. record.Schema.Columns])]);
            if (report.Tables.Count == 0) throw new EventException("NoTable", $"No columns are those of people: {record.Schema}. Expected some such as Name, Email, Join Time or Attended.");
            _shapes.Add(record.Schema, shape = (report.Tables[0], report));
            _reports.Add((report, record.Schema.Source ?? "pipeline"));
        }

        shape.Table.Rows.Add(new ReportLine(record.Line, [.. record.Values.Select(value => value ?? "")]));
    }

    /// <summary>Ends the reports and merges the rows of each person.</summary>
    /// <exception cref="EventException">There is nobody in them: no input is not a pass.</exception>
    public void Settle()
    {
        foreach (var (report, source) in _reports.OrderBy(pair => pair.Source, StringComparer.Ordinal))
        {
            var reader = new EventRowReader(report, source, _options, _policy.Events, _onProblem);
            var rows = reader.Rows().ToArray();
            foreach (var session in reader.Sessions.Where(session => rows.Length == 0 || rows.Any(row => ReferenceEquals(row.Session, session)))) Group(session).Add(session, report.Platform, reader.Order);
            foreach (var row in rows) Group(row.Session).Add(row, report.Platform, reader.Order);
            if (_groups.Count > 0) _groups[0].Unusable += reader.Unusable;
        }

        foreach (var group in _groups) group.Sort(_policy.Events);
        _persons = [.. _groups.SelectMany(group => group.Members)];
        if (_persons.Count == 0) throw new EventException("NoPeople", "There are no participants in the reports. Nobody is not the same as no-shows only: check the file, and what events.internalDomains leaves out.");
        _matcher = new MemberMatcher(_persons, _policy.Events, _options);
    }

    /// <summary>Announces leads or contacts.</summary>
    /// <param name="fields">The columns and their canonical parts.</param>
    /// <param name="samples">Some rows, in column order.</param>
    /// <param name="path">The file; null for the pipeline.</param>
    /// <returns>What takes its rows; all inputs are announced before the first row.</returns>
    public KnownInput AddKnown(FieldMapping fields, IReadOnlyList<IReadOnlyList<string?>> samples, string? path)
    {
        _hasKnown = true;
        return Matcher.AddKnown(fields, samples, path);
    }

    /// <summary>Ends the announcing, before the rows of known people.</summary>
    public void Start()
    {
        _isStarted = true;
        if (_hasKnown) Matcher.Start();
    }

    /// <summary>Matches and sets the statuses.</summary>
    /// <returns>The members by event, then by name and address; and a summary for each event.</returns>
    public EventResult Finish()
    {
        if (!_isStarted) Start();
        var found = _hasKnown ? Matcher.Match() : null;
        var members = new List<CampaignMember>();
        var summaries = new List<EventSummary>();
        var at = 0;
        foreach (var group in _groups)
        {
            var own = new List<CampaignMember>();
            foreach (var person in group.Members) own.Add(Member(group, person, found?[at++]));
            members.AddRange(own);
            summaries.Add(EventSummaries.Of(group, own, _policy, _rules, _statuses, _hasKnown));
        }

        return new EventResult(members, summaries);
    }

    private MemberMatcher Matcher => _matcher ?? throw new InvalidOperationException("Settle comes first.");

    private EventGroup Group(EventSession session)
    {
        var campaign = _options.CampaignId ?? (_options.Campaigns.TryGetValue(session.EventKey, out var byId) ? byId : session.Topic is { } topic && _options.Campaigns.TryGetValue(topic, out var byTopic) ? byTopic : null);
        var key = campaign ?? session.EventKey;
        var group = _groups.Find(group => group.Key == key);
        if (group is null) _groups.Add(group = new EventGroup(key, campaign));
        return group;
    }

    private CampaignMember Member(EventGroup group, EventPerson person, FoundMember? found)
    {
        var meter = new AttendanceMeter(person, _policy.Events, group.SaysWhoCame);
        var (first, last) = person.Names();
        var status = _statuses.NameOf(meter.Participation);
        var lead = found is { Match: MemberMatch.Matched, IsContact: false } ? found.Id : null;
        var contact = found is { Match: MemberMatch.Matched, IsContact: true } ? found.Id : null;
        var existing = Existing.Find(group.CampaignId, contact, lead, person.Email);
        var isKept = existing is { } there && _statuses.Keeps(there.Status, status);
        return new CampaignMember
        {
            Event = group.Name,
            CampaignId = group.CampaignId,
            FirstName = first,
            LastName = last,
            Name = EventPerson.DisplayName(person.First(row => row.Name)) ?? string.Join(" ", new[] { first, last }.Where(part => part is not null)),
            Email = person.Email,
            Company = person.Company,
            Title = person.Title,
            Phone = person.Phone,
            Country = person.Country,
            Participation = meter.Participation,
            Status = isKept ? existing!.Value.Status : status,
            Minutes = meter.Minutes,
            OnDemandMinutes = meter.OnDemandMinutes,
            Share = meter.Share,
            Joins = meter.Joins,
            Sessions = meter.Sessions,
            FirstJoined = ReportClock.ToDate(meter.FirstJoined),
            LastLeft = ReportClock.ToDate(meter.LastLeft),
            Registered = ReportClock.ToDate(meter.Registered),
            Match = found?.Match ?? MemberMatch.NotSought,
            MatchReason = found?.Reason ?? group.Doubt(person),
            MatchScore = found?.Score,
            LeadId = lead,
            ContactId = contact,
            Candidates = found?.Candidates ?? [],
            ExistingId = existing?.Id,
            ExistingStatus = existing?.Status,
            IsStatusKept = isKept,
            Source = person.Rows.OrderBy(row => row.Source.File, StringComparer.Ordinal).ThenBy(row => row.Source.Line).ThenBy(row => row.Source.Row).First().Source,
        };
    }
}

/// <summary>What became of the reports.</summary>
/// <param name="Members">The members.</param>
/// <param name="Summaries">A summary for each event or campaign.</param>
public sealed record EventResult(IReadOnlyList<CampaignMember> Members, IReadOnlyList<EventSummary> Summaries);
