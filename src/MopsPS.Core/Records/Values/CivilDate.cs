namespace MopsPS.Core.Records.Values;

/// <summary>
/// Days of the Gregorian calendar as numbers and back, without DateTime's checks on the hot path. The arithmetic is
/// H. Hinnant's, "chrono-Compatible Low-Level Date Algorithms": years begin in March, so that the leap day is the last.
/// </summary>
internal static class CivilDate
{
    public const int SecondsPerDay = 86400;

    private static readonly byte[] DaysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <summary>Whether the three numbers are a day.</summary>
    public static bool IsDay(int year, int month, int day) =>
        (uint)(month - 1) < 12 && day >= 1 && year is >= 1 and <= 9999 && day <= (month == 2 && IsLeap(year) ? 29 : DaysIn[month - 1]);

    /// <summary>Days since 1970-01-01.</summary>
    public static int ToDays(int year, int month, int day)
    {
        if (month <= 2) year--;
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719468;
    }

    /// <summary>The day of a number of days since 1970-01-01.</summary>
    public static (int Year, int Month, int Day) FromDays(int days)
    {
        days += 719468;
        var era = (days >= 0 ? days : days - 146096) / 146097;
        var dayOfEra = days - (era * 146097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var part = ((5 * dayOfYear) + 2) / 153;
        var month = part < 10 ? part + 3 : part - 9;
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, dayOfYear - (((153 * part) + 2) / 5) + 1);
    }

    /// <summary>The day in which a second lies, rounding down also before 1970.</summary>
    public static int DayOf(long seconds) => (int)(seconds >= 0 ? seconds / SecondsPerDay : (seconds - SecondsPerDay + 1) / SecondsPerDay);

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
