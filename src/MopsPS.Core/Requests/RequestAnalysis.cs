using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Requests;

/// <summary>
/// Measures how requests are served: in time by service level or due date, how long they take in business time, how old the open ones are, how many come back,
/// how fast incidents are acknowledged, and whether what prevents them is done. Not for several threads at once.
/// </summary>
public sealed class RequestAnalysis
{
    private readonly RequestOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly RequestClock _clock;
    private readonly RowValues _values;
    private readonly RequestReader _reader;
    private readonly Dictionary<string, RequestTally> _segments = new(StringComparer.Ordinal);
    private readonly RequestTally _all = new(null);
    private readonly List<Finding> _findings = [];
    private RequestColumns? _columns;
    private long _rows;
    private long _impossible;

    /// <summary>Starts a measurement.</summary>
    /// <param name="options">What is measured.</param>
    /// <param name="policy">The policy: levels, calendar, targets.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads the numbers; null for plain ones.</param>
    /// <param name="onProblem">Is told of each row that is left out; null for nobody.</param>
    /// <exception cref="ArgumentException">The policy's calendar cannot be used.</exception>
    public RequestAnalysis(
        RequestOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _rules = new RuleSet(policy, todayUtc);
        _clock = new RequestClock(policy);
        _values = new RowValues(dates ?? new DateParser(), numbers ?? new NumberParser(), onProblem);
        _reader = new RequestReader(_values, policy.Requests, options);
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">A date that is needed is not there.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields) => (_columns = new RequestColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _options.By)).Columns;

    /// <summary>Takes a row in.</summary>
    /// <param name="row">Stands on the row.</param>
    public void Add(RecordReader row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        _rows++;
        if (_reader.Read(row, _columns ?? throw new InvalidOperationException("Open comes before Add.")) is not { } request) return;
        List<RequestTally> tallies = [_all];
        if (request.Segment is { } segment)
        {
            if (!_segments.TryGetValue(segment, out var tally)) _segments.Add(segment, tally = new RequestTally(segment));
            tallies.Add(tally);
        }

        foreach (var tally in tallies) tally.Requests++;
        Take(request, tallies);
    }

    /// <summary>The results of what was taken in: all requests first, then the segments by name.</summary>
    /// <returns>The results.</returns>
    /// <exception cref="RequestException">There were no rows that could be used.</exception>
    public IReadOnlyList<RequestResult> Finish()
    {
        if (_all.Requests == 0)
        {
            throw new RequestException(_rows == 0
                ? "There are no requests to measure. Give an export of tickets with their dates."
                : $"None of the {_rows} rows could be used; the warnings say why.");
        }

        AddCounts();
        return
        [
            _all.ToResult(_policy, _options.AsOf, [.. _findings.OrderBy(finding => finding.RuleId, StringComparer.Ordinal).ThenBy(finding => finding.Target, StringComparer.Ordinal)]),
            .. _segments.Values.OrderBy(tally => tally.Segment, StringComparer.Ordinal).Select(tally => tally.ToResult(_policy, _options.AsOf, [])),
        ];
    }

    private void Take(Request request, IReadOnlyList<RequestTally> tallies)
    {
        if (request.IsDropped)
        {
            foreach (var tally in tallies) tally.Dropped++;
            return;
        }

        // What the status says is done and what has a date of it are done; an open status with a date was opened again.
        var isDone = request.IsDone ?? request.Resolved != 0;
        foreach (var tally in tallies)
        {
            if (isDone) tally.Done++;
            else tally.Open++;
            if (request.IsReopened is bool reopened && (isDone || reopened)) tally.AddReopened(reopened);
        }

        if (request.Created == 0 || (isDone && request.Resolved == 0))
        {
            foreach (var tally in tallies) tally.NotMeasured++;
            return;
        }

        var asOf = _options.AsOf.Ticks;
        if (request.Created > asOf || (isDone && (request.Resolved < request.Created || request.Resolved > asOf)) || (request.Acknowledged != 0 && request.Acknowledged < request.Created))
        {
            _impossible++;
            foreach (var tally in tallies) tally.NotMeasured++;
            return;
        }

        var end = isDone ? request.Resolved : asOf;
        foreach (var tally in tallies)
        {
            tally.AddCycle(_clock.Business(request.Created, end), isDone);
            if (!isDone) tally.AddAge(new TimeSpan(asOf - request.Created).TotalDays);
        }

        var level = _clock.Level(request);
        Serve(request, level, isDone, end, tallies);
        Acknowledge(request, level, asOf, tallies);
        Prevent(request, isDone, end, tallies);
    }

    private void Serve(Request request, RequestLevel? level, bool isDone, long end, IReadOnlyList<RequestTally> tallies)
    {
        DateTime deadline;
        TimeSpan over;
        if (level?.ResolveMinutes is double limit)
        {
            deadline = _clock.Deadline(level, request.Created, limit);
            over = _clock.Between(level, request.Created, end) - TimeSpan.FromMinutes(limit);
        }
        else if (request.Due != 0)
        {
            deadline = RequestClock.Utc(request.Due);
            over = _clock.Business(request.Due, end);
            // At night after the due date no business time has passed, and it is late nevertheless.
            if (end > request.Due && over <= TimeSpan.Zero) over = TimeSpan.FromTicks(1);
            if (end <= request.Due) over = TimeSpan.Zero;
        }
        else
        {
            foreach (var tally in tallies) tally.WithoutLevel++;
            return;
        }

        if (over <= TimeSpan.Zero)
        {
            foreach (var tally in tallies)
            {
                if (isDone) tally.Met++;
                else tally.Waiting++;
            }

            return;
        }

        var breach = new RequestBreach
        {
            Id = request.Id,
            Type = request.Type,
            Priority = request.Priority,
            Owner = request.Owner,
            Created = RequestClock.Utc(request.Created),
            Deadline = deadline,
            Resolved = isDone ? RequestClock.Utc(request.Resolved) : null,
            LateHours = over.TotalHours,
            Source = request.Position(),
        };
        foreach (var tally in tallies) tally.AddBreach(breach);
        Find(isDone ? RequestRules.LateRequest : RequestRules.OverdueRequest, $"{breach}.", request, "ResolvedDate", Number(breach.LateHours));
    }

    private void Acknowledge(Request request, RequestLevel? level, long asOf, IReadOnlyList<RequestTally> tallies)
    {
        // What was done without being acknowledged was acknowledged at the latest then.
        var at = request.Acknowledged != 0 ? request.Acknowledged : request.Resolved;
        var isAcknowledged = at != 0 && at <= asOf;
        var time = _clock.Between(level, request.Created, isAcknowledged ? at : asOf);
        if (_columns!.Acknowledged >= 0 && request.Type is not null && _policy.Requests.IncidentTypes.Any(type => Wildcard.IsMatch(type, request.Type)))
            foreach (var tally in tallies) tally.AddAcknowledge(time, isAcknowledged);
        if (level?.AcknowledgeMinutes is double limit && time.TotalMinutes > limit && _columns.Acknowledged >= 0)
            Find(RequestRules.LateAcknowledge, $"{request.Id ?? "A request"} {(isAcknowledged ? "was acknowledged after" : "waits to be acknowledged for")} {Number(time.TotalMinutes)} minutes; the limit is {Number(limit)}.", request, "AcknowledgedDate", Number(time.TotalMinutes));
    }

    private void Prevent(Request request, bool isDone, long end, IReadOnlyList<RequestTally> tallies)
    {
        if (request.Type is null || !_policy.Requests.PreventionTypes.Any(type => Wildcard.IsMatch(type, request.Type))) return;
        var days = new TimeSpan(end - request.Created).TotalDays;
        var isOver = days > _policy.Requests.PreventionDays;
        if (!isDone && !isOver) return;
        foreach (var tally in tallies)
        {
            if (isOver) tally.PreventionOver++;
            else tally.PreventionMet++;
        }

        if (isOver) Find(RequestRules.LatePrevention, $"{request.Id ?? "An action"} {(isDone ? "took" : "is open for")} {Number(Math.Floor(days))} days; {_policy.Requests.PreventionDays} are agreed.", request, "ResolvedDate", Number(Math.Floor(days)));
    }

    private void Find(RuleInfo rule, string message, Request request, string field, string value)
    {
        if (_rules.IsEnabled(rule)) _findings.Add(_rules.Create(rule, message, request.Id, field, value, rule.Remedy, request.Position()));
    }

    private void AddCounts()
    {
        foreach (var (rule, count, message) in new (RuleInfo, long, string)[]
        {
            (RequestRules.NoServiceLevel, _all.WithoutLevel, "requests have neither a service level nor a due date."),
            (RequestRules.DoneWithoutDate, _all.NotMeasured - _impossible, "requests are done without a date of it, or have no date of creation."),
            (RequestRules.ImpossibleRequestDate, _impossible, "requests have dates before their creation or after the moment of the measurement."),
            (RequestRules.UnreadableRequestRow, _values.Skipped, "rows have a value that cannot be read."),
        })
        {
            if (count > 0 && _rules.IsEnabled(rule))
                _findings.Add(_rules.Create(rule, $"{count.ToString("#,0", CultureInfo.InvariantCulture)} {message}", value: Number(count), suggestion: rule.Remedy));
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
