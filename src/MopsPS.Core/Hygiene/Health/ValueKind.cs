using System;
using System.Text;
using MopsPS.Core.Consent;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>Says what one value looks like. A look at its bytes rules out most kinds before anything is parsed.</summary>
internal sealed class ValueKinds(DateParser dates, NumberParser numbers)
{
    private const int LongestNumber = 15;
    private const int Ambiguous = 64;

    /// <summary>What a value is, and the number or day that it says.</summary>
    /// <param name="utf8">The value, not blank.</param>
    /// <param name="isDate">Whether the column is known to hold dates: then forms that need a culture are tried.</param>
    /// <param name="number">The number; for dates the day since 1970-01-01.</param>
    public ProfileType Of(ReadOnlySpan<byte> utf8, bool isDate, out double number)
    {
        number = 0;
        int digits = 0, letters = 0, signs = 0, at = 0;
        foreach (var value in utf8)
        {
            if (value is >= (byte)'0' and <= (byte)'9') digits++;
            else if (value is >= 0x80 or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z')) letters++;
            else if (value == '@') at++;
            else signs++;
        }

        if (at == 1 && letters > 2) return IsAddress(utf8) ? ProfileType.Email : ProfileType.Text;
        if (digits == 0) return letters <= 5 && signs == 0 && FlagWords.Read(Text(utf8)) is not null ? ProfileType.Flag : ProfileType.Text;
        if (digits == utf8.Length && !isDate)
        {
            if ((utf8[0] == '0' && digits > 1) || digits > LongestNumber) return ProfileType.Code;
            foreach (var value in utf8) number = (number * 10) + (value - '0');
            return ProfileType.Whole;
        }

        if (letters > 0 && !isDate && IsUrl(utf8)) return ProfileType.Url;
        if (utf8.Length is >= 6 and <= Ambiguous && digits >= 3 && (isDate || letters <= 10) && IsDay(utf8, isDate, out var hasTime, out var day))
        {
            number = day;
            return hasTime ? ProfileType.DateTime : ProfileType.Date;
        }

        if (letters <= 3 && utf8.Length <= 32 && utf8[0] != '+' && numbers.Parse(utf8, out var amount) == true)
        {
            number = (double)amount;
            return utf8.IndexOf((byte)'.') < 0 && utf8.IndexOf((byte)',') < 0 ? ProfileType.Whole : ProfileType.Decimal;
        }

        return letters == 0 && digits >= 4 ? ProfileType.Code : ProfileType.Text;
    }

    private bool IsDay(ReadOnlySpan<byte> utf8, bool isDate, out bool hasTime, out int day)
    {
        hasTime = false;
        day = 0;
        if (IsoDate.TryRead(utf8, out var local, out hasTime, out _))
        {
            if (!isDate && utf8[4] != '-') return false;
            day = CivilDate.DayOf(local);
            return true;
        }

        if (!isDate && utf8.IndexOf((byte)'/') < 0 && utf8.IndexOf((byte)'-') < 0 && utf8.IndexOf((byte)'.') < 0) return false;
        if (dates.Parse(utf8, out var value) != DateProblem.None) return false;
        hasTime = !value.IsDateOnly;
        day = dates.DayOf(value.UtcSeconds);
        return true;
    }

    private static bool IsAddress(ReadOnlySpan<byte> utf8)
    {
        var at = utf8.IndexOf((byte)'@');
        return at > 0 && utf8.IndexOf((byte)' ') < 0 && utf8.Slice(at + 1).LastIndexOf((byte)'.') is > 0 and var dot && dot < utf8.Length - at - 3;
    }

    private static bool IsUrl(ReadOnlySpan<byte> utf8) => utf8.StartsWith("http://"u8) || utf8.StartsWith("https://"u8) || utf8.StartsWith("www."u8);

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.ToArray());
}
