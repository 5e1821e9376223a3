using System.Globalization;

namespace MopsPS.Core.Records.Values;

/// <summary>The order of day, month and year in a date of numbers.</summary>
internal enum DateOrder
{
    /// <summary>No culture says it.</summary>
    Unknown,

    /// <summary>Month first, as in the United States.</summary>
    MonthDayYear,

    /// <summary>Day first, as in most of the world.</summary>
    DayMonthYear,

    /// <summary>Year first.</summary>
    YearMonthDay,
}

/// <summary>Finds the order that a culture writes.</summary>
internal static class DateOrders
{
    public static DateOrder Of(CultureInfo? culture)
    {
        if (culture is null || culture.Equals(CultureInfo.InvariantCulture)) return DateOrder.Unknown;
        var pattern = culture.DateTimeFormat.ShortDatePattern;
        int day = pattern.IndexOf('d'), month = pattern.IndexOf('M'), year = pattern.IndexOf('y');
        if (year < day && year < month) return DateOrder.YearMonthDay;
        return month < day ? DateOrder.MonthDayYear : DateOrder.DayMonthYear;
    }
}
