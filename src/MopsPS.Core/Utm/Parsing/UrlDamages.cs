using System;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>Finds the damage that mailers, spreadsheets and hands do to tagged links.</summary>
internal static class UrlDamages
{
    /// <summary>Where a host starts in a link without a scheme: after <c>//</c>, or at once for <c>www.</c> or a name with a domain ending.</summary>
    /// <returns>The position, or null where it does not look like a host.</returns>
    public static int? LooksLikeHost(string text)
    {
        if (text.StartsWith("//", StringComparison.Ordinal)) return text.Length > 2 ? 2 : null;
        var end = text.IndexOfAny(['/', '?', '#', ':']);
        var host = end < 0 ? text : text.Substring(0, end);
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host.Length > 4) return 0;
        if (end >= 0 && text[end] == ':' && (end + 1 >= text.Length || text[end + 1] is < '0' or > '9')) return null;
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || host.Length - dot < 3 || host.IndexOf("..", StringComparison.Ordinal) >= 0 || host.IndexOf('@') >= 0) return null;
        foreach (var c in host)
            if (!(char.IsLetterOrDigit(c) || c is '.' or '-')) return null;
        for (var i = dot + 1; i < host.Length; i++)
            if (!char.IsLetter(host[i])) return null;
        // pricing.html is a page, not a host
        return host.Substring(dot + 1).ToLowerInvariant() is "html" or "htm" or "php" or "asp" or "aspx" or "jsp" or "pdf" or "md" or "txt" or "png" or "jpg" or "gif" or "js" or "css" ? null : 0;
    }

    /// <summary>The damage to query, fragment, path and host.</summary>
    public static UrlDamage Of(WebUrl url)
    {
        var damage = UrlDamage.None;
        if (url.RawQuery is { } query)
        {
            if (HasEncodedAmpersand(query)) damage |= UrlDamage.EncodedAmpersand;
            if (SecondMark(query) >= 0) damage |= UrlDamage.SecondQuestionMark;
            if (query.Length > 1 && query[0] == '&') damage |= UrlDamage.MissingQuestionMark;
        }
        else if (url.Path.IndexOf("&utm_", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            damage |= UrlDamage.MissingQuestionMark;
        }

        if (url.RawFragment is { } fragment && UtmKeys.StartOf(fragment) >= 0) damage |= UrlDamage.ParameterInFragment;
        if (!PercentCoding.IsValid(url.Path) || (url.RawQuery is { } text && !PercentCoding.IsValid(text))) damage |= UrlDamage.BadPercent;
        if (url.Kind == UrlKind.Web && url.Host.IndexOf('.') < 0 && url.Host.Length > 0 && url.Host[0] != '[' && url.Host != "localhost") damage |= UrlDamage.BareHost;
        return damage;
    }

    /// <summary>Where a <c>?</c> inside a query starts another <c>name=</c>, or -1. A <c>?</c> in the value of an encoded-looking address is left alone.</summary>
    public static int SecondMark(string query)
    {
        for (var mark = query.IndexOf('?'); mark >= 0; mark = query.IndexOf('?', mark + 1))
        {
            // A nested address (url=https://host/?a=b) has its question mark by right.
            var start = query.LastIndexOf('&', mark) + 1;
            var isNested = query.IndexOf("://", start, mark - start, StringComparison.Ordinal) >= 0 ||
                query.IndexOf("=/", start, mark - start, StringComparison.Ordinal) >= 0;
            if (isNested && !UtmKeys.IsKeyAt(query, mark + 1)) continue;
            var i = mark + 1;
            while (i < query.Length && (char.IsLetterOrDigit(query[i]) || query[i] is '_' or '-')) i++;
            if (i > mark + 1 && i < query.Length && query[i] == '=') return mark;
        }

        return -1;
    }

    private static bool HasEncodedAmpersand(string query)
    {
        for (var i = query.IndexOf("amp;", StringComparison.OrdinalIgnoreCase); i >= 0; i = query.IndexOf("amp;", i + 4, StringComparison.OrdinalIgnoreCase))
            if (i == 0 || query[i - 1] == '&') return true;
        return false;
    }
}
