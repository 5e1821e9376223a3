using System;

namespace MopsPS.Core.Records.Values;

/// <summary>
/// Wall clock to UTC and back for one zone. TimeZoneInfo searches its rules each time; here a day without a change of the
/// clocks costs one look into a table. Of a wall-clock time that occurs twice the one in standard time is meant, as .NET has it.
/// </summary>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    // Days from 1970 to 2069; others are asked for each time.
    private const int Days = 36525;
    private const int Unknown = int.MinValue;
    private const int Changing = int.MaxValue;
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly int[] _offsets = zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? [] : Filled();

    /// <summary>Whether wall clock and UTC are the same.</summary>
    public bool IsUtc => _offsets.Length == 0;

    /// <summary>The wall clock of a moment, in seconds since 1970-01-01 00:00 on that clock.</summary>
    public long ToLocal(long utc)
    {
        if (IsUtc) return utc;
        var offset = DayOffset(CivilDate.DayOf(utc));
        return utc + (offset == Changing ? (int)zone.GetUtcOffset(Epoch.AddSeconds(utc)).TotalSeconds : offset);
    }

    /// <summary>The moment of a wall-clock time.</summary>
    public long ToUtc(long local)
    {
        if (IsUtc) return local;
        var day = CivilDate.DayOf(local);
        var offset = DayOffset(day);
        if (offset != Changing && DayOffset(day - 1) == offset && DayOffset(day + 1) == offset) return local - offset;
        return local - (int)zone.GetUtcOffset(DateTime.SpecifyKind(Epoch.AddSeconds(local), DateTimeKind.Unspecified)).TotalSeconds;
    }

    private static int[] Filled()
    {
        var offsets = new int[Days];
        for (var i = 0; i < Days; i++) offsets[i] = Unknown;
        return offsets;
    }

    // The offset of all moments of a UTC day, or Changing.
    private int DayOffset(int day)
    {
        if ((uint)day >= (uint)_offsets.Length) return Changing;
        var known = _offsets[day];
        if (known != Unknown) return known;
        var start = zone.GetUtcOffset(Epoch.AddDays(day));
        return _offsets[day] = start == zone.GetUtcOffset(Epoch.AddDays(day + 1).AddSeconds(-1)) ? (int)start.TotalSeconds : Changing;
    }
}
