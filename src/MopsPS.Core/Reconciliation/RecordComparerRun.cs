using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using MopsPS.Core.Policy;
using MopsPS.Core.Statistics;

namespace MopsPS.Core.Reconciliation;

/// <summary>What a comparison found: the differences one by one, and the summary.</summary>
public sealed class RecordComparerRun
{
    private readonly ComparePlan _plan;
    private readonly RecordCompareOptions _options;
    private readonly MopsPolicy _policy;
    private readonly CompareSide _left;
    private readonly CompareSide _right;
    private readonly CompareTally _tally;
    private readonly MatchJoin? _matches;

    internal RecordComparerRun(ComparePlan plan, RecordCompareOptions options, MopsPolicy policy, CompareSide left, CompareSide right, CompareTally tally, MatchJoin? matches)
    {
        _plan = plan;
        _options = options;
        _policy = policy;
        _left = left;
        _right = right;
        _tally = tally;
        _matches = matches;
    }

    internal long LeftBlank { get; init; }

    internal long RightBlank { get; init; }

    internal PairComparer Pairs { get; init; } = null!;

    /// <summary>The differences by key, then by kind; made one after the other.</summary>
    public IEnumerable<RecordDifference> Differences()
    {
        var order = new FoundOrder(_left.Store, _right.Store);
        var found = order.Sort(_tally.Found);
        for (var i = 0; i < found.Length; i++)
        {
            if ((i & 0xFFF) == 0) _options.Cancellation.ThrowIfCancellationRequested();
            foreach (var difference in Of(found[i])) yield return difference;
        }
    }

    /// <summary>The summary.</summary>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    public RecordComparison Summary(DateTime todayUtc)
    {
        var delays = _tally.Delays.ToArray();
        RadixSort.Sort(delays, delays.Length);
        double? Minutes(double share) => Quantiles.Of(delays.Length, i => delays[i] / 60.0, share);
        var summary = new RecordComparison
        {
            Purpose = _options.Purpose,
            LeftName = _left.Name,
            RightName = _right.Name,
            Key = _options.IsMatched ? [] : _plan.Keys.Select(key => _plan.Slots[key].Name).ToArray(),
            LeftRows = _left.Rows,
            RightRows = _right.Rows,
            Compared = _tally.Pairs,
            Equal = _tally.Pairs - _tally.Different,
            Different = _tally.Different,
            Missing = _tally.Missing,
            Extra = _tally.Extra,
            RepeatedKeys = _tally.RepeatedKeys,
            LeftRepeated = _tally.LeftRepeated,
            RightRepeated = _tally.RightRepeated,
            LeftBlank = LeftBlank,
            RightBlank = RightBlank,
            LeftExcluded = _left.Excluded,
            RightExcluded = _right.Excluded,
            Ambiguous = _tally.Ambiguous,
            DelayMeasured = delays.Length,
            DelayMedianMinutes = Minutes(.5),
            DelayP95Minutes = Minutes(.95),
            Late = _tally.Late,
            BeforeChange = _tally.BeforeChange,
            NoDelay = _tally.NoDelay,
            StatusAligned = _tally.Aligned,
            StatusMisaligned = _tally.Misaligned,
            StatusUnmapped = _tally.Unmapped,
            Fields = _plan.Fields.Select(Field).ToArray(),
        };
        return summary with
        {
            Findings = ReconciliationFindings.Of(summary, new RuleSet(_policy, todayUtc)).ToArray(),
            Kpis = ReconciliationFindings.Kpis(summary, _policy, hasDelay: _plan.Changed >= 0, hasStatus: _plan.Status >= 0).ToArray(),
        };
    }

    private RecordFieldCount Field(int slot) => new()
    {
        Field = _plan.Slots[slot].Name,
        LeftColumn = _plan.Slots[slot].LeftColumn ?? string.Empty,
        RightColumn = _plan.Slots[slot].RightColumn ?? string.Empty,
        ComparedAs = _plan.Slots[slot].As,
        Compared = _tally.Pairs,
        Different = _tally.FieldDifferent[slot],
        Lost = _tally.FieldLost[slot],
        Added = _tally.FieldAdded[slot],
        Unreadable = _tally.FieldUnreadable[slot],
    };

    private IEnumerable<RecordDifference> Of(FoundDifference found)
    {
        switch (found.Kind)
        {
            case RecordDifferenceKind.Different:
                foreach (var (slot, verdict, left, right) in Pairs.Fields(found.Left, found.Right))
                    yield return Make(found, slot, left, right, verdict switch { ValueVerdict.Lost => "lost on the right side", ValueVerdict.Added => "only on the right side", _ => null });
                break;
            case RecordDifferenceKind.Misaligned:
                yield return Make(found, _plan.Slots[_plan.Status], _left.Store.Text(found.Left, _plan.Status), _right.Store.Text(found.Right, _plan.Status), null);
                break;
            case RecordDifferenceKind.Late:
                var synced = _plan.Slots[_plan.Synced];
                var arrived = synced.LeftColumn is not null ? _left.Store.Text(found.Left, _plan.Synced) : _right.Store.Text(found.Right, _plan.Synced);
                yield return Make(found, synced, _left.Store.Text(found.Left, _plan.Changed), arrived, Late(found));
                break;
            case RecordDifferenceKind.Repeated:
                yield return Make(found, null, null, null, $"{Number(found.LeftCount)} on the left side, {Number(found.RightCount)} on the right side");
                break;
            case RecordDifferenceKind.Ambiguous:
                yield return Make(found, null, null, null, $"{Number(found.RightCount)} {(found.RightCount == 1 ? "record" : "records")} on the right side may be it");
                break;
            default:
                yield return Make(found, null, null, null, null);
                break;
        }
    }

    private string Late(FoundDifference found) =>
        FormattableString.Invariant($"{((Pairs.Seconds(found.Left, found.Right) ?? 0) / 60.0) - _policy.Reconciliation.SyncDelayMinutes:#,0.#} minutes late");

    private RecordDifference Make(FoundDifference found, CompareSlot? slot, string? left, string? right, string? detail) => new()
    {
        Kind = found.Kind,
        Key = Key(found),
        Field = slot?.Name,
        Left = left,
        Right = right,
        Detail = detail,
        LeftCount = found.LeftCount,
        RightCount = found.RightCount,
        Score = found.Left >= 0 ? _matches?.Score(found.Left) : null,
        LeftSource = found.Left < 0 ? null : _left.Store.Position(found.Left, slot?.LeftColumn),
        RightSource = found.Right < 0 ? null : _right.Store.Position(found.Right, slot?.RightColumn),
        IsPersonal = _plan.HasPersonalKey || slot is { IsPersonal: true },
    };

    private string? Key(FoundDifference found)
    {
        var (store, row) = found.Left >= 0 ? (_left.Store, found.Left) : (_right.Store, found.Right);
        var key = new StringBuilder();
        foreach (var slot in _plan.Keys)
        {
            var part = store.Text(row, slot)?.Trim();
            if (key.Length > 0) key.Append(" | ");
            key.Append(part);
        }

        return found.Kind == RecordDifferenceKind.BlankKey && _plan.Keys.Length == 1 || key.Length == 0 ? null : key.ToString();
    }

    private static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
