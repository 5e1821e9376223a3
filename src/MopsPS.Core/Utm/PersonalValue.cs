using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>Tells personal data in a parameter or path by its form and by the parameter's name (support.google.com/analytics/answer/6366371).</summary>
internal static class PersonalValue
{
    private static readonly HashSet<string> EmailKeys = new(StringComparer.OrdinalIgnoreCase)
        { "email", "e-mail", "e_mail", "mail", "emailaddress", "email_address", "user_email", "useremail", "contact_email", "recipient", "em" };

    private static readonly HashSet<string> PhoneKeys = new(StringComparer.OrdinalIgnoreCase)
        { "phone", "phonenumber", "phone_number", "tel", "telephone", "mobile", "mobilephone", "mobile_phone", "cell", "msisdn" };

    private static readonly HashSet<string> NameKeys = new(StringComparer.OrdinalIgnoreCase)
        { "firstname", "first_name", "fname", "lastname", "last_name", "lname", "surname", "fullname", "full_name", "givenname", "familyname" };

    private static readonly HashSet<string> NoTopDomain = new(StringComparer.OrdinalIgnoreCase)
        { "js", "mjs", "css", "html", "htm", "png", "jpg", "jpeg", "gif", "svg", "webp", "json", "map", "php", "tgz", "zip" };

    /// <summary>Whether the name of a parameter alone says that a person's data may follow.</summary>
    public static bool IsKey(string name) => EmailKeys.Contains(name) || PhoneKeys.Contains(name) || NameKeys.Contains(name);

    /// <summary>What a parameter holds, or null for nothing personal.</summary>
    /// <returns>A word for people, and the value masked.</returns>
    public static (string What, string Masked)? Of(QueryParameter parameter)
    {
        var value = parameter.Value.Trim();
        if (value.Length == 0) return null;
        var name = parameter.Name;
        // Encoded twice, an address is still one.
        var plain = value.IndexOf('%') >= 0 ? PercentCoding.Decode(value) : value;
        if (Email(plain) is { } email) return ("an e-mail address", email);
        if (MergeToken.Find(value).Count > 0) return null;
        if (EmailKeys.Contains(name) && value.Length is 32 or 40 or 64 && value.All(c => PercentCoding.Digit(c) >= 0)) return ("a hashed e-mail address", Masking.Generic(value));
        if (HasFormOfPhone(value) &&
            (PhoneKeys.Contains(name) || IsInternational(parameter.RawValue!)))
        {
            return ("a phone number", Masking.Phone(value));
        }

        return NameKeys.Contains(name) && value.Any(char.IsLetter) ? ("a person's name", Masking.Name(value)) : null;
    }

    /// <summary>Masks the first e-mail address of a text and all others.</summary>
    /// <returns>The masked text, or null where there is no address.</returns>
    public static string? Email(string text)
    {
        string? masked = null;
        var from = 0;
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', from))
        {
            int start = at, end = at + 1;
            while (start > 0 && IsLocal(text[start - 1])) start--;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.')) end++;
            var domain = text.Substring(at + 1, end - at - 1).TrimEnd('.', '-');
            from = at + 1;
            if (start == at || !IsDomain(domain)) continue;
            var address = Masking.Email(text.Substring(start, at - start) + "@" + domain);
            masked = text = text.Substring(0, start) + address + text.Substring(at + 1 + domain.Length);
            from = start + address.Length;
        }

        return masked;
    }

    // A + (or %2B) and eight to fifteen digits; a campaign id has no +.
    private static bool IsInternational(string raw)
    {
        var start = raw.StartsWith("+", StringComparison.Ordinal) ? 1 : raw.StartsWith("%2B", StringComparison.OrdinalIgnoreCase) ? 3 : -1;
        return start > 0 && raw.Skip(start).Count(char.IsDigit) >= 8 && char.IsDigit(raw[Math.Min(start, raw.Length - 1)]);
    }

    private static bool HasFormOfPhone(string value)
    {
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsDigit(c)) digits++;
            else if (c is not ('+' or ' ' or '-' or '(' or ')' or '.' or '/')) return false;
        }

        return digits is >= 7 and <= 15;
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'';

    private static bool IsDomain(string domain)
    {
        var dot = domain.LastIndexOf('.');
        if (dot <= 0 || domain.Length - dot < 3 || domain[0] is '.' or '-') return false;
        var top = domain.Substring(dot + 1);
        return top.All(char.IsLetter) && !NoTopDomain.Contains(top);
    }
}
