using System;
using System.Globalization;
using System.Linq;
using System.Text;
using MopsPS.Core.Places;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Writes dates in ISO 8601. The clock stays what it is: a time keeps its hour, and its offset where it has one. Day and month in numbers are read by the culture; without
/// one only where they can be read in one way.
/// </summary>
internal sealed class DateRepair : FieldRepair
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private readonly DateText _own;
    private readonly DateText? _american;
    private readonly DateText? _british;

    /// <summary>Makes one.</summary>
    /// <param name="culture">How dates are written; null where nobody said.</param>
    public DateRepair(CultureInfo? culture)
    {
        _own = new DateText(culture);
        if (DateOrders.Of(culture) != DateOrder.Unknown) return;
        _american = new DateText(CultureInfo.GetCultureInfo("en-US"));
        _british = new DateText(CultureInfo.GetCultureInfo("en-GB"));
    }

    public override bool IsPlainlyClean(ReadOnlySpan<byte> utf8) =>
        utf8.Length is >= 10 and <= 32 && utf8[4] == '-' && IsoDate.TryRead(utf8, out var local, out _, out _) && IsPlausible(local);

    public override FieldVerdict Judge(string text, Country? country)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var confidence = 0.99;
        if (IsoDate.TryRead(utf8, out var local, out var hasTime, out var offset))
        {
            if (!IsPlausible(local)) return FieldVerdict.Unsure(RepairRule.Date, "is a system's zero or a slip, not a day");
            if (text.IndexOf('-') == 4) return FieldVerdict.Clean;
            confidence = 0.97;
        }
        else if (Epoch(text, out local))
        {
            (hasTime, offset, confidence) = (true, 0, 0.97);
        }
        else if (Serial(text) is { } day)
        {
            return FieldVerdict.Unsure(RepairRule.Date, "may be a day as a spreadsheet counts it", day, 0.85);
        }
        else if (text.All(c => c is '0' or '-' or '/' or '.' or ' ' or ':'))
        {
            return FieldVerdict.Unsure(RepairRule.Date, "is a system's zero or a slip, not a day");
        }
        else if (_own.Read(text, out local, out hasTime, out offset) is var problem && problem != DateProblem.None && !OneWay(text, problem, out local, out hasTime, out offset, ref confidence)
            && !InWords(text, out local, out hasTime, out offset, ref confidence))
        {
            return FieldVerdict.Unsure(RepairRule.Date, problem == DateProblem.Ambiguous ? "could be two days: name a culture" : "is no date");
        }

        if (!IsPlausible(local)) return FieldVerdict.Unsure(RepairRule.Date, "is a system's zero or a slip, not a day");
        var wanted = Write(local, hasTime, offset);
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.Date, confidence);
    }

    // 25/03/2026 can be read in one way only, whatever the culture.
    private bool OneWay(string text, DateProblem problem, out long local, out bool hasTime, out int? offset, ref double confidence)
    {
        (local, hasTime, offset) = (0, false, null);
        if (problem != DateProblem.Ambiguous || _american is null || _british is null) return false;
        // 26-03-25 may begin with the year.
        if (text.Split('-') is [{ Length: 2 }, { Length: 2 }, { Length: 2 }]) return false;
        var isAmerican = _american.Read(text, out var american, out var americanTime, out var americanOffset) == DateProblem.None;
        var isBritish = _british.Read(text, out var british, out var britishTime, out var britishOffset) == DateProblem.None;
        if (!(isAmerican || isBritish) || (isAmerican && isBritish && american != british)) return false;
        (local, hasTime, offset) = isAmerican ? (american, americanTime, americanOffset) : (british, britishTime, britishOffset);
        confidence = 0.93;
        return true;
    }

    // 25. März 2026, 25 de marzo de 2026, 25th March 2026: the name of the month leaves nothing to guess.
    private bool InWords(string text, out long local, out bool hasTime, out int? offset, ref double confidence)
    {
        (local, hasTime, offset) = (0, false, null);
        if (DateWords.English(text) is not { } english) return false;
        if (IsoDate.TryRead(Encoding.UTF8.GetBytes(english), out local, out hasTime, out offset) || _own.Read(english, out local, out hasTime, out offset) == DateProblem.None)
        {
            confidence = 0.95;
            return true;
        }

        return false;
    }

    private static bool IsPlausible(long local)
    {
        var year = 1970 + (local / 31_556_952.0);
        return year is > FirstYear + 0.01 and < LastYear && local != 0;
    }

    private static string Write(long local, bool hasTime, int? offset)
    {
        var time = new DateTime(1970, 1, 1).AddSeconds(local);
        var text = time.ToString(hasTime ? "yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!hasTime || offset is not { } ahead) return text;
        if (ahead == 0) return text + "Z";
        return string.Format(CultureInfo.InvariantCulture, "{0}{1}{2:00}:{3:00}", text, ahead < 0 ? "-" : "+", Math.Abs(ahead) / 3600, Math.Abs(ahead) / 60 % 60);
    }

    // 13 digits are milliseconds since 1970, 10 are seconds.
    private static bool Epoch(string text, out long seconds)
    {
        seconds = 0;
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds)) return false;
        if (text.Length == 13) seconds /= 1000;
        return true;
    }

    // Days since 1899-12-30, as Excel counts them, from 1990 to 2064.
    private static string? Serial(string text)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) || days is < 32_874 or > 60_000) return null;
        return new DateTime(1899, 12, 30).AddDays(Math.Floor(days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
