using System;
using System.Linq;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>Writes a link so that it may stand in a report: personal values and passwords masked, all else as it was.</summary>
internal static class LinkMask
{
    /// <summary>The same for a link that nobody audits.</summary>
    public static string Mask(string link)
    {
        var url = WebUrl.Parse(link);
        var text = link;
        foreach (var parameter in QueryParameters.Parse(url.RawQuery))
            if (parameter.RawValue is { Length: > 0 } raw && PersonalValue.Of(parameter) is (_, var masked)) text = text.Replace(parameter.RawName + "=" + raw, parameter.RawName + "=" + masked);
        if (url.UserName.Length + url.Password.Length > 0) text = Credentials(text);
        return PersonalValue.Email(text) ?? Encoded(text);
    }

    public static string Mask(UtmLink link)
    {
        var text = link.Url.Raw;
        foreach (var (parameter, _) in link.Personal)
        {
            if (parameter.RawValue is { Length: > 0 } raw) text = text.Replace(parameter.RawName + "=" + raw, parameter.RawName + "=" + link.Show(parameter));
        }

        if ((link.Url.Damage & UrlDamage.Credentials) != 0) text = Credentials(text);
        // A mailto link is an address by nature; the rest of any link may hold one, too.
        return PersonalValue.Email(text) ?? Encoded(text);
    }

    private static string Credentials(string text)
    {
        var start = text.IndexOf(':');
        start = start < 0 ? 0 : start + 1;
        while (start < text.Length && text[start] is '/' or '\\') start++;
        var end = text.IndexOfAny(['/', '\\', '?', '#'], start);
        var at = text.LastIndexOf('@', end < 0 ? text.Length - 1 : end - 1);
        return at < start ? text : text.Substring(0, start) + "***" + text.Substring(at);
    }

    // An encoded address in the path; those of parameters are masked before.
    private static string Encoded(string text)
    {
        if (text.IndexOf("%40", StringComparison.Ordinal) < 0) return text;
        var mark = text.IndexOfAny(['?', '#']);
        var path = mark < 0 ? text : text.Substring(0, mark);
        var rest = mark < 0 ? string.Empty : text.Substring(mark);
        return string.Join("/", path.Split('/').Select(part => PersonalValue.Email(PercentCoding.Decode(part)) ?? part)) + rest;
    }
}
