using System;
using System.Buffers.Binary;

namespace MopsPS.Core.Records.Values;

/// <summary>
/// ISO 8601 dates and times from UTF-8 without making a text: <c>2026-03-14</c>, <c>2026-03-14T09:26:53.589Z</c>,
/// <c>2026-03-14 09:26+0100</c>, <c>2026-03-14 09:26:53 UTC</c>, <c>20260314T092653Z</c>.
/// </summary>
internal static class IsoDate
{
    /// <summary>Reads one.</summary>
    /// <param name="text">The whole text, without blanks around it.</param>
    /// <param name="local">Seconds since 1970-01-01 00:00 on the clock of the text.</param>
    /// <param name="hasTime">Whether there is a time of day.</param>
    /// <param name="offset">What the text says its clock is ahead of UTC, in seconds; null where it says nothing.</param>
    /// <returns>False where it is no ISO date.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long local, out bool hasTime, out int? offset)
    {
        local = 0;
        hasTime = false;
        offset = null;
        if (text.Length == 19 && TryCommon(text, out local)) return hasTime = true;
        if (text.Length < 8 || !Digits(text, 0, 4, out var year)) return false;
        int month, day, at;
        bool isBasic;
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-' && Digits(text, 5, 2, out month) && Digits(text, 8, 2, out day))
        {
            at = 10;
            isBasic = false;
        }
        else if (Digits(text, 4, 2, out month) && Digits(text, 6, 2, out day) && (text.Length == 8 || text[8] == 'T'))
        {
            at = 8;
            isBasic = true;
        }
        else
        {
            return false;
        }

        if (!CivilDate.IsDay(year, month, day)) return false;
        local = (long)CivilDate.ToDays(year, month, day) * CivilDate.SecondsPerDay;
        if (at == text.Length) return true;
        if (text[at] != 'T' && text[at] != 't' && text[at] != ' ') return false;
        at++;
        if (!Time(text, ref at, isBasic, out var seconds)) return false;
        local += seconds;
        hasTime = true;
        return at == text.Length || Zone(text.Slice(at), out offset);
    }

    // yyyy-MM-dd HH:mm:ss, by far the most frequent, without a step that it does not need. Anything else about it goes the long way.
    private static bool TryCommon(ReadOnlySpan<byte> text, out long local)
    {
        local = 0;
        // Eight bytes at a time: taken from what a digit 0 or a separator is, digits are 0 to 9 and separators 0.
        var date = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ 0x2D30302D30303030;
        var time = BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(11)) ^ 0x30303A30303A3030;
        var tens = (uint)text[8] - '0';
        var ones = (uint)text[9] - '0';
        var isWrong = (Above9(date) | Above9(time) | (date & 0xFF0000FF00000000) | (time & 0x0000FF0000FF0000)) != 0 || tens > 9 || ones > 9;
        if (isWrong || (text[10] != ' ' && text[10] != 'T')) return false;
        // At the place of each tens digit, ten times it and the digit after it.
        date = (date * 10) + (date >> 8);
        time = (time * 10) + (time >> 8);
        var year = (int)(((date & 0xFF) * 100) + ((date >> 16) & 0xFF));
        var month = (int)((date >> 40) & 0xFF);
        var day = (int)((tens * 10) + ones);
        var hour = (int)(time & 0xFF);
        var minute = (int)((time >> 24) & 0xFF);
        var second = (int)((time >> 48) & 0xFF);
        if (hour > 23 || minute > 59 || second > 59 || !CivilDate.IsDay(year, month, day)) return false;
        local = ((long)CivilDate.ToDays(year, month, day) * CivilDate.SecondsPerDay) + (((hour * 60) + minute) * 60) + second;
        return true;
    }

    // A high bit for each byte above 9; those above a wrong byte may say anything.
    private static ulong Above9(ulong bytes) => ((bytes + 0x7676767676767676) | bytes) & 0x8080808080808080;

    private static bool Time(ReadOnlySpan<byte> text, ref int at, bool isBasic, out int seconds)
    {
        seconds = 0;
        if (!Digits(text, at, 2, out var hour) || hour > 23) return false;
        at += 2;
        if (!isBasic && (at >= text.Length || text[at++] != ':')) return false;
        if (!Digits(text, at, 2, out var minute) || minute > 59) return false;
        at += 2;
        var second = 0;
        if (at < text.Length && (isBasic ? IsDigit(text[at]) : text[at] == ':'))
        {
            if (!isBasic) at++;
            if (!Digits(text, at, 2, out second) || second > 59) return false;
            at += 2;
            if (at < text.Length && text[at] is (byte)'.' or (byte)',')
            {
                var start = ++at;
                while (at < text.Length && IsDigit(text[at])) at++;
                if (at == start) return false;
            }
        }

        seconds = (((hour * 60) + minute) * 60) + second;
        return true;
    }

    // Z, UTC, GMT, +01, +0100, +01:00, each after a blank or none.
    private static bool Zone(ReadOnlySpan<byte> text, out int? offset)
    {
        offset = 0;
        if (text[0] == ' ') text = text.Slice(1);
        if (text.Length == 1) return text[0] is (byte)'Z' or (byte)'z';
        if (text.Length == 3 && (text.SequenceEqual("UTC"u8) || text.SequenceEqual("GMT"u8))) return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || !Digits(text, 1, 2, out var hours)) return false;
        var minutes = 0;
        if (text.Length == 5 && !Digits(text, 3, 2, out minutes)) return false;
        if (text.Length == 6 && (text[3] != ':' || !Digits(text, 4, 2, out minutes))) return false;
        if (hours > 14 || minutes > 59) return false;
        offset = ((hours * 60) + minutes) * (text[0] == '-' ? -60 : 60);
        return true;
    }

    private static bool IsDigit(byte value) => (uint)(value - '0') <= 9;

    private static bool Digits(ReadOnlySpan<byte> text, int at, int count, out int number)
    {
        number = 0;
        if (at + count > text.Length) return false;
        for (var i = at; i < at + count; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9) return false;
            number = (number * 10) + (int)digit;
        }

        return true;
    }
}
