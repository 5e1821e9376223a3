using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>The parts of a link after its structure is repaired as far as that is certain; values are untouched.</summary>
internal sealed class LinkShape
{
    private LinkShape(string front, string? query, string? fragment)
    {
        Front = front;
        Fragment = fragment;
        Parameters = QueryParameters.Parse(query);
        HasQuery = query is not null;
    }

    /// <summary>Everything before the query.</summary>
    public string Front { get; }

    /// <summary>What follows the number sign, or null.</summary>
    public string? Fragment { get; }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<QueryParameter> Parameters { get; }

    /// <summary>Whether there was a question mark.</summary>
    public bool HasQuery { get; }

    /// <summary>The short UTM name of a parameter, certain misspellings included; else null.</summary>
    public static string? NameOf(QueryParameter parameter) =>
        UtmKeys.ShortName(parameter.Name) ?? (UtmKeys.Variant(parameter.Name) is { } key ? UtmKeys.ShortName(key) : null);

    /// <summary>Repairs a link.</summary>
    public static LinkShape Of(WebUrl url)
    {
        var text = url.Text;
        var hash = text.IndexOf('#');
        var fragment = hash < 0 ? null : text.Substring(hash + 1);
        if (hash >= 0) text = text.Substring(0, hash);
        var mark = text.IndexOf('?');
        var query = mark < 0 ? null : text.Substring(mark + 1);
        var front = mark < 0 ? text : text.Substring(0, mark);
        if (url.Kind is not (UrlKind.Web or UrlKind.Relative)) return new LinkShape(front, query, fragment);
        if (query is null && front.IndexOf("&utm_", StringComparison.OrdinalIgnoreCase) is >= 0 and var ampersand && url.Kind == UrlKind.Web)
        {
            query = front.Substring(ampersand + 1);
            front = front.Substring(0, ampersand);
        }

        query = Unescape(query?.TrimStart('&'));
        if (fragment is not null) (query, fragment) = FromFragment(query, fragment);
        if ((url.Damage & UrlDamage.Slashes) != 0) front = url.Scheme + "://" + front.Substring(front.IndexOf(':') + 1).TrimStart('/', '\\');
        return new LinkShape(front.Replace(" ", "%20"), query?.Replace(" ", "%20"), fragment?.Replace(" ", "%20"));
    }

    // &amp; and a second ? in front of a UTM parameter; both can only have been meant as &.
    private static string? Unescape(string? query)
    {
        if (query is null) return null;
        while (query.StartsWith("amp;", StringComparison.OrdinalIgnoreCase)) query = query.Substring(4);
        for (var i = query.IndexOf("&amp;", StringComparison.OrdinalIgnoreCase); i >= 0; i = query.IndexOf("&amp;", i, StringComparison.OrdinalIgnoreCase))
            query = query.Remove(i + 1, 4);
        for (var i = query.IndexOf('?'); i >= 0; i = query.IndexOf('?', i + 1))
            if (UtmKeys.IsKeyAt(query, i + 1)) query = query.Substring(0, i).TrimEnd('&') + "&" + query.Substring(i + 1);
        return query.TrimStart('&');
    }

    private static (string? Query, string? Fragment) FromFragment(string? query, string fragment)
    {
        var start = UtmKeys.StartOf(fragment);
        // #/route?… and #!… are addresses inside a web application; moving their parameters could break it.
        if (start < 0 || fragment[0] is '/' or '!') return (query, fragment);
        var end = fragment.IndexOf('#', start);
        var moved = fragment.Substring(start, (end < 0 ? fragment.Length : end) - start);
        var names = new HashSet<string?>(QueryParameters.Parse(query).Select(NameOf));
        if (QueryParameters.Parse(moved).Any(parameter => NameOf(parameter) is { } name && names.Contains(name))) return (query, fragment);
        var anchor = fragment.Substring(0, start).TrimEnd('?', '&', ';', '#');
        if (end >= 0 && anchor.Length == 0) anchor = fragment.Substring(end + 1);
        return (Unescape(string.IsNullOrEmpty(query) ? moved : query + "&" + moved), anchor.Length == 0 ? null : anchor);
    }
}
