using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>
/// What one record did, after the rules: how far it came, when it reached each stage or a later one, and where it is now. One object is
/// used for all records.
/// </summary>
internal sealed class Journey(int stages, int exits, FunnelSkip skip, DateParser dates)
{
    private readonly long[] _own = new long[stages];

    /// <summary>The last stage reached; -1 for none.</summary>
    public int Furthest { get; private set; }

    /// <summary>By stage, the UTC second in which the record had reached it or a later one; <see cref="Moment.None"/> where no date says.</summary>
    public long[] At { get; } = new long[stages];

    /// <summary>The stages that have a date of their own.</summary>
    public uint Recorded { get; private set; }

    /// <summary>The stages that were passed over.</summary>
    public uint Skipped { get; private set; }

    /// <summary>The stages that have a later one dated before them.</summary>
    public uint OutOfOrder { get; private set; }

    /// <summary>The stages that the status says and no date.</summary>
    public uint Undated { get; private set; }

    /// <summary>The exit by which the record left, from 0; -1 where it did not.</summary>
    public int Exit { get; private set; }

    /// <summary>When it left, in UTC seconds; <see cref="Moment.None"/> where no date says.</summary>
    public long ExitAt { get; private set; }

    /// <summary>Whether it left and came back.</summary>
    public bool Returned { get; private set; }

    /// <summary>Works a record out.</summary>
    /// <param name="times">Moments by slot.</param>
    /// <param name="reached">The slots that a status says.</param>
    /// <param name="dated">The stages that could have a date; others are never passed over, for a status shows one stage only.</param>
    public void Resolve(long[] times, uint reached, uint dated)
    {
        Find(times, reached, dated);
        Order(times);
        Leave(times, reached);
    }

    private void Find(long[] times, uint reached, uint dated)
    {
        Recorded = 0;
        Furthest = -1;
        for (var s = 0; s < stages; s++)
        {
            if (times[s] != Moment.None) Recorded |= 1u << s;
            if (times[s] != Moment.None || (reached & (1u << s)) != 0) Furthest = s;
        }

        var known = Recorded | reached;
        if (skip == FunnelSkip.Stop)
        {
            for (var s = 0; s < Furthest; s++)
            {
                if ((known & (1u << s)) == 0 && (dated & (1u << s)) != 0) Furthest = s - 1;
            }

            Recorded &= Below(Furthest + 1);
        }

        Skipped = Furthest < 0 ? 0 : ~known & dated & Below(Furthest);
        Undated = reached & ~Recorded & Below(Furthest + 1);
    }

    private void Order(long[] times)
    {
        OutOfOrder = 0;
        var before = long.MinValue;
        for (var s = 0; s <= Furthest; s++)
        {
            _own[s] = Moment.None;
            if ((Recorded & (1u << s)) == 0) continue;
            var second = Moment.Seconds(times[s]);
            // A day without a time is no earlier than what happened on that day before.
            if (second < before && Moment.IsDateOnly(times[s]) && dates.DayOf(second) == dates.DayOf(before)) second = before;
            _own[s] = before = second;
        }

        var earliest = Moment.None;
        for (var s = Furthest; s >= 0; s--)
        {
            if (_own[s] != Moment.None && _own[s] > earliest) OutOfOrder |= 1u << s;
            if (_own[s] < earliest) earliest = _own[s];
            At[s] = earliest;
        }
    }

    private void Leave(long[] times, uint reached)
    {
        Exit = -1;
        ExitAt = Moment.None;
        Returned = false;
        if (exits == 0) return;
        var last = long.MinValue;
        for (var s = 0; s <= Furthest; s++)
            if (_own[s] != Moment.None && _own[s] > last) last = _own[s];
        var isCurrent = false;
        for (var slot = FunnelBinding.FirstExit; slot < FunnelBinding.FirstExit + exits; slot++)
        {
            var says = (reached & (1u << slot)) != 0;
            var second = times[slot] == Moment.None ? Moment.None : Moment.Seconds(times[slot]);
            if (!says && second == Moment.None) continue;
            if (!says && second < last && !(Moment.IsDateOnly(times[slot]) && dates.DayOf(second) == dates.DayOf(last)))
            {
                Returned = true;
                continue;
            }

            // What a status says is so now; of dates the latest counts.
            if (isCurrent || (Exit >= 0 && !says && second <= ExitAt)) continue;
            isCurrent = says;
            Exit = slot - FunnelBinding.FirstExit;
            ExitAt = second;
        }

        if (Exit >= 0) Returned = false;
    }

    private static uint Below(int slot) => slot >= 32 ? uint.MaxValue : slot <= 0 ? 0 : (1u << slot) - 1;
}
