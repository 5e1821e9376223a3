using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Funnel;

/// <summary>A date in one long: twice the UTC seconds, and one more where only the day is known. None is later than all.</summary>
internal static class Moment
{
    public const long None = long.MaxValue;

    public static long Of(DateValue date) => (date.UtcSeconds << 1) | (date.IsDateOnly ? 1L : 0);

    public static long Seconds(long moment) => moment >> 1;

    public static bool IsDateOnly(long moment) => (moment & 1) != 0;
}
