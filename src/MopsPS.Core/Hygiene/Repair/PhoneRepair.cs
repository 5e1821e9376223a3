using System;
using System.Globalization;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Places;
using PhoneNumbers;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes phone numbers in E.164 (ITU-T) by the numbering plan of their country, as libphonenumber knows it.</summary>
internal sealed class PhoneRepair(PhoneForm form) : FieldRepair
{
    private static readonly string[] Labels = ["tel:", "tel.", "telefon:", "telefon", "telephone:", "telephone", "tel", "phone:", "phone", "ph:", "mobile:", "mobile", "mob.", "mob:", "mobil:", "cell:", "fon:", "callto:", "sip:"];
    private static readonly char[] Splitters = ['/', ';', ',', '|', '\\'];

    private readonly PhonePlans _plans = new();

    public override bool NeedsCountry => true;

    public override bool IsDistinct => true;

    public override bool IsPlainlyClean(ReadOnlySpan<byte> utf8)
    {
        // A number in E.164 is in form; whether it can be dialled is what Measure-MopsRecord says.
        if (form != PhoneForm.E164 || utf8.Length is < 9 or > 16 || utf8[0] != '+' || utf8[1] == '0') return false;
        for (var i = 1; i < utf8.Length; i++)
            if (utf8[i] is < (byte)'0' or > (byte)'9') return false;
        return true;
    }

    public override FieldVerdict Judge(string text, Country? country)
    {
        if (form == PhoneForm.E164 && Plain(text) is { } plain) return plain == text ? FieldVerdict.Clean : FieldVerdict.Change(plain, RepairRule.Phone, 0.99);
        var number = WithDigits(AsciiDigits(WithoutLabel(text)));
        if (number.EndsWith(".0", StringComparison.Ordinal) && number.Take(number.Length - 2).All(char.IsDigit)) number = number.Substring(0, number.Length - 2);
        if (IsScientific(number)) return FieldVerdict.Unsure(RepairRule.Phone, "lost digits: a spreadsheet kept it as a number");
        var bare = PhoneWords.Without(number);
        if (HoldsSeveral(bare)) return FieldVerdict.Unsure(RepairRule.Phone, "holds more than one number");
        if (Folding.Digits(bare).Length < 5) return FieldVerdict.Unsure(RepairRule.Phone, "is no phone number");
        if (PhoneWords.HasOthers(bare)) return FieldVerdict.Unsure(RepairRule.Phone, "has letters among its digits");
        var confidence = bare == number && Folding.Digits(text).Length == Folding.Digits(number).Length ? 0.99 : 0.92;
        var isInternational = bare.StartsWith("+", StringComparison.Ordinal) || bare.StartsWith("(+", StringComparison.Ordinal);
        if (!isInternational && bare.StartsWith("00", StringComparison.Ordinal) && bare.Length > 9)
        {
            bare = "+" + bare.Substring(2);
            isInternational = true;
            confidence -= 0.01;
        }

        // The calling code without its sign: 4930123456; 49 (0)30 123456 says it by the trunk digit in brackets.
        var digits = Folding.Digits(bare);
        var coded = !isInternational && country is not null && country.CallingCodes.Count > 0 && digits.StartsWith(country.CallingCodes[0], StringComparison.Ordinal) ? Parse("+" + digits, null) : null;
        if (coded is not null && bare.Substring(country!.CallingCodes[0].Length).TrimStart().StartsWith("(0)", StringComparison.Ordinal)) return Verdict(text, coded, Math.Min(confidence, 0.95));
        if (Parse(bare, country) is { } parsed)
        {
            return coded is null || coded.Equals(parsed) || coded.NationalNumber == parsed.NationalNumber
                ? Verdict(text, parsed, confidence) : Verdict(text, coded, 0.85, "may or may not begin with the calling code");
        }

        if (coded is not null) return Verdict(text, coded, 0.93);
        if (country is null && !isInternational) return FieldVerdict.Unsure(RepairRule.Phone, "cannot be told without a country");
        return FieldVerdict.Unsure(RepairRule.Phone, isInternational ? "cannot be dialled" : $"is no number of {country!.Name}");
    }

    // Most numbers of an export have their calling code, and blanks or signs between the digits: for those no parser is needed.
    private string? Plain(string text)
    {
        if (text.Length is < 8 or > 24 || text[0] != '+' || text[text.Length - 1] is not (>= '0' and <= '9')) return null;
        Span<char> digits = stackalloc char[24];
        var count = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is >= '0' and <= '9') digits[count++] = text[i];
            else if (text[i] is not (' ' or '-' or '.' or '(' or ')')) return null;
        }

        digits = digits.Slice(0, count);
        return _plans.IsValid(digits) ? "+" + digits.ToString() : null;
    }

    private FieldVerdict Verdict(string text, PhoneNumber number, double confidence, string? reason = null)
    {
        var util = PhoneNumberUtil.GetInstance();
        var wanted = util.Format(Bare(number), form == PhoneForm.E164 ? PhoneNumberFormat.E164 : PhoneNumberFormat.INTERNATIONAL);
        if (number.HasExtension) wanted += " x" + number.Extension;
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.Phone, confidence, reason);
    }

    private static PhoneNumber Bare(PhoneNumber number) => !number.HasExtension ? number : new PhoneNumber.Builder().MergeFrom(number).ClearExtension().Build();

    // The number where it can be dialled, else null.
    private static PhoneNumber? Parse(string text, Country? country)
    {
        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(text, country?.Alpha2 ?? "ZZ");
            return PhoneNumberUtil.GetInstance().IsValidNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string WithoutLabel(string text)
    {
        var number = text.Trim();
        foreach (var label in Labels)
            if (number.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return number.Substring(label.Length).TrimStart(' ', '.', ':');
        return number;
    }

    private static bool IsScientific(string text)
    {
        var e = text.IndexOfAny(['E', 'e']);
        return e > 0 && e + 1 < text.Length && text[e + 1] == '+' && text.Substring(e + 2).All(char.IsDigit) && text.Take(e).All(c => char.IsDigit(c) || c is '.' or ',');
    }

    // "030 123456 / 0171 1234567"; a slash within one number (030/123456) has too few digits on one side, or the calling code before it (0049 (0) 30 / 123456).
    private static bool HoldsSeveral(string text)
    {
        if (text.IndexOf(" or ", StringComparison.OrdinalIgnoreCase) > 0 || text.IndexOf('+', 1) > 2) return true;
        if (text.Split(Splitters).Count(part => Folding.Digits(part).Length >= 7) < 2) return false;
        var isPrefix = text.Split('/') is [{ } first, { }] && first.TrimStart() is ['+', ..] or ['0', '0', ..] && Folding.Digits(text).Length <= 15;
        return !isPrefix || text.IndexOfAny([';', ',', '|', '\\']) >= 0;
    }

    // Digits of other scripts, for example those of Arabic.
    private static string AsciiDigits(string text)
    {
        if (text.All(c => c < '\u0660')) return text;
        return string.Concat(text.Select(c => char.IsDigit(c) && c > '9' ? ((int)CharUnicodeInfo.GetDecimalDigitValue(c)).ToString(CultureInfo.InvariantCulture) : c.ToString()));
    }

    // O and l typed for 0 and 1 between digits.
    private static string WithDigits(string text)
    {
        StringBuilder? fixedText = null;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] switch { 'O' or 'o' => '0', 'l' or 'I' => '1', _ => '\0' };
            if (digit == '\0') continue;
            if (!((i > 0 && char.IsDigit((fixedText?[i - 1]) ?? text[i - 1])) || (i + 1 < text.Length && char.IsDigit(text[i + 1])))) continue;
            if (char.IsLetter(i > 0 ? text[i - 1] : ' ') && text[i - 1] is not ('O' or 'o')) continue;
            fixedText ??= new StringBuilder(text);
            fixedText[i] = digit;
        }

        return fixedText?.ToString() ?? text;
    }
}
