using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>Takes what each record did and counts it by segment and period.</summary>
internal sealed class FunnelTallies
{
    private const int MaxDays = 32768;

    private readonly int[] _slots;
    private readonly bool _isWhole;
    private readonly Journey _journey;
    private readonly DateParser _dates;
    private readonly FunnelCounters _counters;
    private readonly PeriodCalendar _calendar;
    private readonly bool _isCohort;
    private readonly long? _since;
    private readonly long? _until;
    private readonly string[] _names;
    private readonly long[] _compact;
    private readonly int[][] _days;

    /// <summary>Makes the tallies.</summary>
    /// <param name="options">What is counted by.</param>
    /// <param name="dates">The reporting clock.</param>
    /// <param name="counters">Counts what the rules find.</param>
    /// <param name="slots">The slots of the stages that are there, in order.</param>
    public FunnelTallies(FunnelOptions options, DateParser dates, FunnelCounters counters, int[] slots)
    {
        _slots = slots;
        _isWhole = slots[slots.Length - 1] == slots.Length - 1;
        _dates = dates;
        _counters = counters;
        _journey = new Journey(slots.Length, options.Definition.Exits.Count, options.Definition.SkippedStages, dates);
        _calendar = new PeriodCalendar(options.Period, options.Definition.FiscalYearStart);
        _isCohort = options.View == FunnelView.Cohort;
        _since = FunnelTime.Start(options.Since, dates);
        _until = FunnelTime.End(options.Until, dates);
        Stages = [.. slots.Select(slot => options.Definition.Stages[slot])];
        Exits = options.Definition.Exits;
        Cells = new FunnelCells(slots.Length, options.By);
        _names = [.. Stages.Select(stage => stage.Name)];
        _compact = FunnelBinding.NoTimes();
        _days = [.. slots.Select(_ => Array.Empty<int>())];
        Flows = new long[slots.Length, slots.Length + Exits.Count + 1];
    }

    public IReadOnlyList<FunnelStageDefinition> Stages { get; }

    public IReadOnlyList<FunnelStageDefinition> Exits { get; }

    public FunnelCells Cells { get; }

    public PeriodCalendar Calendar => _calendar;

    /// <summary>From stage to stage, then to the exits, then still open.</summary>
    public long[,] Flows { get; }

    /// <summary>By period of entry, how many reached the last stage in the same period, the next, and so on.</summary>
    public Dictionary<int, List<long>> Ages { get; } = [];

    public long Counted { get; private set; }

    public long NotEntered { get; private set; }

    public long OutsideTime { get; private set; }

    public long Undated { get; private set; }

    /// <summary>Counts a record.</summary>
    public void Add(long[] times, uint reached, uint dated, uint again, bool returned, decimal amount, int segment)
    {
        if (!_isWhole) times = Compact(times, ref reached, ref dated, ref again);
        _journey.Resolve(times, reached, dated);
        if (_journey.Furthest < 0)
        {
            NotEntered++;
            return;
        }

        var start = _journey.At[0];
        if (start == Moment.None) Undated++;
        if (_isCohort)
        {
            if (start == Moment.None ? _since is not null || _until is not null : start < _since || start >= _until)
            {
                if (start != Moment.None) OutsideTime++;
                return;
            }

            AddCohort(start, again, amount, Cells.At(segment, PeriodOf(start)));
        }
        else
        {
            AddEvents(segment, again, amount);
        }

        Counted++;
        Note(returned || _journey.Returned);
        AddFlow();
    }

    /// <summary>The days within which 90 percent of those who moved on did; null where nobody did.</summary>
    public int? UsualDays(int stage)
    {
        var days = _days[stage];
        var all = days.Sum(count => (long)count);
        if (all == 0) return null;
        var needed = (long)Math.Ceiling(all * 0.9);
        long sum = 0;
        for (var day = 0; ; day++)
        {
            sum += days[day];
            if (sum >= needed) return day + 1;
        }
    }

    // Without the stages that the export has no column for.
    private long[] Compact(long[] times, ref uint reached, ref uint dated, ref uint again)
    {
        uint r = reached & ~0xFFFFu, d = 0, a = 0;
        for (var s = 0; s < _slots.Length; s++)
        {
            var slot = _slots[s];
            _compact[s] = times[slot];
            r |= ((reached >> slot) & 1) << s;
            d |= ((dated >> slot) & 1) << s;
            a |= ((again >> slot) & 1) << s;
        }

        for (var slot = FunnelBinding.FirstExit; slot < FunnelBinding.Slots; slot++) _compact[slot] = times[slot];
        (reached, dated, again) = (r, d, a);
        return _compact;
    }

    private void AddCohort(long start, uint again, decimal amount, StageTally[] cell)
    {
        var last = cell.Length - 1;
        var isWon = _journey.Furthest == last;
        for (var s = 0; s <= _journey.Furthest; s++)
        {
            var tally = cell[s];
            var at = _journey.At[s];
            tally.Entered++;
            Count(tally, s, again, amount, isWon);
            if (s < _journey.Furthest) tally.Reached++;
            else if (s < last && _journey.Exit >= 0) tally.Leave(_journey.Exit);
            else if (s < last) tally.Open++;
            // A stage that was passed over has no time of its own, and one without a date none at all.
            if (s == last || (_journey.Recorded & (1u << s)) == 0) continue;
            if (s == _journey.Furthest) Cells.Time(tally, at, TimeLog.Waiting);
            else if (_journey.At[s + 1] != Moment.None) Time(tally, s, at, _journey.At[s + 1] - at);
        }

        if (!isWon || start == Moment.None || _journey.At[last] == Moment.None) return;
        var period = PeriodOf(start);
        var age = PeriodOf(_journey.At[last]) - period;
        if (!Ages.TryGetValue(period, out var ages)) Ages.Add(period, ages = []);
        while (ages.Count <= age) ages.Add(0);
        ages[age]++;
    }

    private void AddEvents(int segment, uint again, decimal amount)
    {
        var last = _slots.Length - 1;
        var isWon = _journey.Furthest == last;
        for (var s = 0; s <= _journey.Furthest; s++)
        {
            var at = _journey.At[s];
            if (InTime(at, out var period))
            {
                var tally = Cells.At(segment, period)[s];
                tally.Entered++;
                Count(tally, s, again, amount, isWon);
            }

            if (s == _journey.Furthest) break;
            var next = _journey.At[s + 1];
            if (!InTime(next, out period)) continue;
            var from = Cells.At(segment, period)[s];
            from.Reached++;
            if ((_journey.Recorded & (1u << s)) != 0 && next != Moment.None) Time(from, s, at, next - at);
        }

        if (_journey.Furthest >= last || _journey.Exit < 0) return;
        // That it left is certain, when it did is not: left undated, it would be open for ever.
        var leftAt = _journey.ExitAt == Moment.None ? _journey.At[_journey.Furthest] : _journey.ExitAt;
        if (InTime(leftAt, out var left)) Cells.At(segment, left)[_journey.Furthest].Leave(_journey.Exit);
    }

    private void Count(StageTally tally, int s, uint again, decimal amount, bool isWon)
    {
        var bit = 1u << s;
        if ((_journey.Skipped & bit) != 0) tally.Skipped++;
        if ((_journey.OutOfOrder & bit) != 0) tally.OutOfOrder++;
        if ((again & bit) != 0) tally.ReEntered++;
        if (amount != 0)
        {
            tally.Value += amount;
            if (isWon) tally.WonValue += amount;
        }

        if (!isWon) return;
        var end = _journey.At[_slots.Length - 1];
        if ((_journey.Recorded & bit) == 0 || end == Moment.None) return;
        tally.WonTimed++;
        tally.WonSeconds += end - _journey.At[s];
    }

    private void Time(StageTally tally, int stage, long at, long seconds)
    {
        Cells.Time(tally, at, seconds);
        var day = (int)Math.Min(MaxDays - 1, seconds / CivilDate.SecondsPerDay);
        if (day >= _days[stage].Length) Array.Resize(ref _days[stage], Math.Min(MaxDays, Math.Max(64, day * 2)));
        _days[stage][day]++;
    }

    private int PeriodOf(long second) => second == Moment.None ? PeriodCalendar.Undated : _calendar.IndexOf(_dates.DayOf(second));

    // Whether what happened then belongs to a period that is shown, or before it, where it makes the stock at the start.
    private bool InTime(long second, out int period)
    {
        period = second != Moment.None && second < _since ? FunnelCells.Before : PeriodOf(second);
        return second == Moment.None ? _since is null && _until is null : !(second >= _until);
    }

    private void Note(bool returned)
    {
        for (var s = 0; _journey.Undated != 0 && s <= _journey.Furthest; s++)
            if ((_journey.Undated & (1u << s)) != 0) _counters.Add(FunnelRules.MissingDate, _names[s]);
        if (returned) _counters.Add(FunnelRules.Returned, string.Empty);
    }

    private void AddFlow()
    {
        var from = -1;
        for (var s = 0; s <= _journey.Furthest; s++)
        {
            // Where the record really was: what it passed over is no stop of its way.
            if ((_journey.Skipped & (1u << s)) != 0) continue;
            if (from >= 0) Flows[from, s]++;
            from = s;
        }

        if (from < _slots.Length - 1) Flows[from, _journey.Exit >= 0 ? _slots.Length + _journey.Exit : _slots.Length + Exits.Count]++;
    }
}
