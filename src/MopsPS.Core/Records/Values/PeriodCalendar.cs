using System;
using System.Globalization;

namespace MopsPS.Core.Records.Values;

/// <summary>Puts days into periods and names them.</summary>
/// <param name="length">The length of a period.</param>
/// <param name="fiscalStart">The month in which the fiscal year starts, 1 to 12.</param>
internal sealed class PeriodCalendar(FunnelPeriod length, int fiscalStart)
{
    /// <summary>The period of records without a date.</summary>
    public const int Undated = int.MinValue;

    // Days from 1970 to 2069, one more than the index, so that 0 is one not worked out yet; other days are worked out each time.
    private readonly int[] _known = new int[36525];

    /// <summary>The number of the period in which a day lies; consecutive periods have consecutive numbers.</summary>
    public int IndexOf(int day)
    {
        if ((uint)day >= (uint)_known.Length) return Find(day);
        var known = _known[day];
        if (known == 0) _known[day] = known = Find(day) + 1;
        return known - 1;
    }

    private int Find(int day)
    {
        switch (length)
        {
            case FunnelPeriod.None:
                return 0;
            case FunnelPeriod.Day:
                return day;
            case FunnelPeriod.Week:
                // 1970-01-01 was a Thursday: three days after a Monday.
                return Floor(day + 3, 7);
            default:
                var (year, month, _) = CivilDate.FromDays(day);
                var months = (year * 12) + month - fiscalStart;
                return length switch { FunnelPeriod.Month => (year * 12) + month - 1, FunnelPeriod.Quarter => Floor(months, 3), _ => Floor(months, 12) };
        }
    }

    /// <summary>The first day of a period, as days since 1970-01-01.</summary>
    public int Start(int index)
    {
        switch (length)
        {
            case FunnelPeriod.Day:
                return index;
            case FunnelPeriod.Week:
                return (index * 7) - 3;
            default:
                var months = length switch { FunnelPeriod.Month => index, FunnelPeriod.Quarter => (index * 3) + fiscalStart - 1, _ => (index * 12) + fiscalStart - 1 };
                return CivilDate.ToDays(Floor(months, 12), months - (Floor(months, 12) * 12) + 1, 1);
        }
    }

    /// <summary>The name of a period; null where all is one.</summary>
    public string? Label(int index)
    {
        if (length == FunnelPeriod.None) return null;
        if (index == Undated) return "(no date)";
        var (year, month, day) = CivilDate.FromDays(Start(index));
        switch (length)
        {
            case FunnelPeriod.Day:
                return string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}-{2:00}", year, month, day);
            case FunnelPeriod.Week:
                // The week belongs to the year that has its Thursday.
                var (owner, _, _) = CivilDate.FromDays(Start(index) + 3);
                return string.Format(CultureInfo.InvariantCulture, "{0:0000}-W{1:00}", owner, ((Start(index) + 3 - CivilDate.ToDays(owner, 1, 1)) / 7) + 1);
            case FunnelPeriod.Month:
                return string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}", year, month);
            default:
                var fiscal = length == FunnelPeriod.Year ? index : Floor(index, 4);
                var name = fiscalStart == 1 ? fiscal.ToString("0000", CultureInfo.InvariantCulture) : "FY" + (fiscal + 1).ToString("0000", CultureInfo.InvariantCulture);
                return length == FunnelPeriod.Year ? name : $"{name}-Q{(index - (fiscal * 4) + 1).ToString(CultureInfo.InvariantCulture)}";
        }
    }

    /// <summary>The first day of a period as a date; null where all is one or nothing is dated.</summary>
    public DateTime? StartDate(int index) => length == FunnelPeriod.None || index == Undated ? null : new DateTime(1970, 1, 1).AddDays(Start(index));

    private static int Floor(int value, int by) => value >= 0 ? value / by : -((by - 1 - value) / by);
}
