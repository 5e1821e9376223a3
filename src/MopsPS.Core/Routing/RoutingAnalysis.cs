using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Routing;

/// <summary>
/// Compares where leads are with where the rules put them. For a pool any member is right: who is next in a round robin depends on a state that no export has. Not for
/// several threads at once.
/// </summary>
public sealed class RoutingAnalysis
{
    private readonly RoutingOptions _options;
    private readonly MopsPolicy _policy;
    private readonly RuleSet _rules;
    private readonly RoutingTable _table;
    private readonly RoutingTable? _changed;
    private readonly RoutingDecision[] _decisions;
    private readonly RoutingTally _tally;
    private readonly RoutingUnread _unread = new();
    private readonly RoutingUnread _unreadThen = new();
    private readonly RoutingWaits _waits;
    private readonly RowValues _values;
    private readonly Dictionary<(string?, string?), long> _moves = [];
    private readonly List<RoutingLeadMove> _moved = [];
    private readonly List<LeadRoute> _rows = [];
    private RoutingColumns? _columns;
    private long _leads;

    /// <summary>Starts an audit.</summary>
    /// <param name="options">How.</param>
    /// <param name="policy">The policy with the rules.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    /// <param name="dates">Reads the dates; null for ISO dates in UTC.</param>
    /// <param name="numbers">Reads numbers; null for plain ones.</param>
    /// <param name="onProblem">Is told of each row that is left out; null for nobody.</param>
    /// <exception cref="RoutingException">The policy has no rules.</exception>
    /// <exception cref="RoutingRuleException">A rule says something that has no meaning.</exception>
    public RoutingAnalysis(RoutingOptions options, MopsPolicy policy, DateTime todayUtc, DateParser? dates = null, NumberParser? numbers = null, Action<RecordProblem>? onProblem = null)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _rules = new RuleSet(policy, todayUtc);
        numbers ??= new NumberParser();
        _values = new RowValues(dates ?? new DateParser(), numbers, onProblem);
        _table = TableOf(policy, options.Users, options.AsOf, numbers);
        var routing = _table.Policy;
        _changed = options.WhatIf is null ? null : new RoutingTable(options.WhatIf, options.AsOf, numbers);
        _decisions = [.. Enumerable.Range(0, routing.Rules.Count).Append(-1).Select(_table.Decision)];
        _tally = new RoutingTally(routing);
        _waits = new RoutingWaits(routing.StalledDays, options.AsOf);
    }

    /// <summary>The rules of a policy, ready to be asked.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="users">Owners beside those of the policy.</param>
    /// <param name="asOf">The day that counts for a lead without a date.</param>
    /// <param name="numbers">Reads numbers; null for plain ones.</param>
    /// <exception cref="RoutingException">The policy has no rules.</exception>
    /// <exception cref="RoutingRuleException">A rule says something that has no meaning.</exception>
    public static RoutingTable TableOf(MopsPolicy policy, IReadOnlyList<RoutingOwner> users, DateTime asOf, NumberParser? numbers = null)
    {
        var routing = RoutingUsers.With((policy ?? throw new ArgumentNullException(nameof(policy))).Routing, users ?? throw new ArgumentNullException(nameof(users)));
        if (routing.Rules.Count == 0 && routing.Fallback is null) throw new RoutingException($"The policy {policy.Name} has no routing rules. Write them into its section routing; about_MopsPS_Routing shows how.");
        return new RoutingTable(routing, asOf, numbers);
    }

    /// <summary>Takes the columns of a file, or of a shape of objects, before its rows.</summary>
    /// <param name="fields">The columns and the parts they play.</param>
    /// <returns>The columns to read, in the order in which <see cref="Add"/> expects them.</returns>
    /// <exception cref="FieldNotFoundException">A rule looks at a field that is not there.</exception>
    public IReadOnlyList<int> Open(FieldMapping fields) =>
        (_columns = new RoutingColumns(fields ?? throw new ArgumentNullException(nameof(fields)), _changed is null ? [_table] : [_table, _changed], needsOwner: _changed is null)).Columns;

    /// <summary>Takes a lead in.</summary>
    /// <param name="row">Stands on the row.</param>
    /// <param name="isWanted">Whether the route of each lead is wanted; else only of those that the result keeps.</param>
    /// <returns>The route; null where it is not wanted or the row was left out.</returns>
    public LeadRoute? Add(RecordReader row, bool isWanted)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var columns = _columns ?? throw new InvalidOperationException("Open comes before Add.");
        var owner = _tally.OwnerOf(RoutingColumns.Value(row, columns.Owner));
        if (!ReadDates(row, columns, _tally.Owners[owner], out var since)) return null;
        var day = columns.HasDates && since != 0 ? _values.Dates.DayOf((since - RowValues.ToTicks(0)) / TimeSpan.TicksPerSecond) : (int?)null;
        _leads++;
        var decision = Decide(_table, row, columns, day, _unread);
        var slot = _tally.SlotOf(decision);
        _tally.Add(slot, owner);
        if (_changed is not null) Compare(row, columns, day, decision, owner);
        var outcome = _tally.Judge(slot, owner);
        var isStalled = _waits.Add(_tally.Owners[owner], Touched(row, columns), since);
        var isInactive = _tally.Owners[owner].IsActive == false;
        if (!isWanted && (_rows.Count >= _options.MaxLeads || (outcome == RouteOutcome.Correct && !isStalled && !isInactive))) return null;
        var route = RoutingFindings.Route(_rules, row, columns, decision, _tally.Owners[owner], outcome, isStalled);
        if (_rows.Count < _options.MaxLeads && (outcome != RouteOutcome.Correct || isStalled || isInactive)) _rows.Add(route);
        return isWanted ? route : null;
    }

    /// <summary>The result of what was taken in.</summary>
    /// <param name="cancellation">Ends the check of the rules.</param>
    /// <exception cref="RoutingException">There were no leads.</exception>
    public RoutingResult Finish(CancellationToken cancellation = default)
    {
        Require();
        return new RoutingSummary(_policy, _rules, _table, _tally, _unread, _waits, _values.Skipped).ToResult(_options.AsOf, _rows, cancellation);
    }

    /// <summary>What the changed rules would move.</summary>
    /// <param name="cancellation">Ends the check of the rules.</param>
    /// <exception cref="RoutingException">There were no leads.</exception>
    public RoutingChange FinishChange(CancellationToken cancellation = default)
    {
        Require();
        return new RoutingChange
        {
            Leads = _leads,
            Moved = _moves.Values.Sum(),
            Moves = [.. RoutingSummary.Ordered(_moves.Select(move => new RoutingMove { From = move.Key.Item1, To = move.Key.Item2, Leads = move.Value }))],
            Rows = _moved,
            Check = RoutingRuleChecks.Check(_changed ?? throw new InvalidOperationException("There are no changed rules."), _rules, cancellation),
        };
    }

    /// <summary>Makes sure that there were leads: no input is not a pass.</summary>
    /// <exception cref="RoutingException">There were none.</exception>
    public void Require()
    {
        if (_leads == 0) throw new RoutingException(_values.Skipped == 0 ? "There are no leads to audit." : $"None of the {_values.Skipped} rows could be used.");
    }

    private RoutingDecision Decide(RoutingTable table, RecordReader row, RoutingColumns columns, int? day, RoutingUnread unread)
    {
        var lead = default(RoutingLeadClasses);
        table.SetPlace(ref lead, RoutingColumns.Value(row, columns.Country), RoutingColumns.Value(row, columns.State), RoutingColumns.Value(row, columns.PostalCode), unread);
        lead.Employees = table.Employees.Of(RoutingColumns.Value(row, columns.Employees), out var isRead);
        if (!isRead) unread.Employees(RoutingColumns.Value(row, columns.Employees));
        lead.Industry = table.Industry.Of(RoutingColumns.Value(row, columns.Industry));
        lead.Language = table.Language.Of(RoutingColumns.Value(row, columns.Language));
        lead.Account = table.Account.Of(RoutingColumns.Value(row, columns.Email), RoutingColumns.Value(row, columns.Website), RoutingColumns.Value(row, columns.Company));
        lead.Date = table.Date.Of(day);
        var rule = table.First(lead);
        return ReferenceEquals(table, _table) ? _decisions[rule >= 0 ? rule : _decisions.Length - 1] : table.Decision(rule);
    }

    private void Compare(RecordReader row, RoutingColumns columns, int? day, RoutingDecision now, int owner)
    {
        var then = Decide(_changed!, row, columns, day, _unreadThen);
        if (string.Equals(now.Expected, then.Expected, StringComparison.OrdinalIgnoreCase)) return;
        var key = (now.Expected, then.Expected);
        _moves[key] = _moves.TryGetValue(key, out var count) ? count + 1 : 1;
        if (_moved.Count >= _options.MaxLeads) return;
        _moved.Add(new RoutingLeadMove
        {
            Record = columns.IdOf(row),
            Rule = now.Rule,
            From = now.Expected,
            NewRule = then.Rule,
            To = then.Expected,
            Actual = _tally.Owners[owner].IsNobody ? null : _tally.Owners[owner].Name,
            Source = RowValues.Position(row, -1),
        });
    }

    // The dates are read where a rule looks at them, or the lead may wait.
    private bool ReadDates(RecordReader row, RoutingColumns columns, RoutingTally.Owner owner, out long since)
    {
        since = 0;
        if (!columns.HasDates && !RoutingWaits.MayWait(owner, Touched(row, columns))) return true;
        if (!_values.Date(row, columns.Assigned, "assignment date", out since, out _)) return false;
        return since != 0 || _values.Date(row, columns.Created, "creation date", out since, out _);
    }

    /// <summary>Whether anybody touched the lead; null where the export does not say.</summary>
    private static bool? Touched(RecordReader row, RoutingColumns columns) =>
        columns.Touches.Count == 0 ? null : columns.Touches.Any(column => !RoutingColumns.Value(row, column).IsEmpty);
}
