using System;
using System.Globalization;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>
/// A link taken apart as browsers do it (url.spec.whatwg.org, for http and https), with what is damaged about it.
/// <c>System.Uri</c> is not used: it refuses links that browsers open and opens some that they refuse.
/// </summary>
public sealed class WebUrl
{
    private WebUrl(string raw) => Raw = raw;

    /// <summary>The text as it was given.</summary>
    public string Raw { get; }

    /// <summary>The text that was parsed: without outer white space, tabs and line breaks.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>What kind of link it is.</summary>
    public UrlKind Kind { get; private set; }

    /// <summary>The scheme in lower case, without the colon; empty where there is none.</summary>
    public string Scheme { get; private set; } = string.Empty;

    /// <summary>The encoded user name; empty where there is none.</summary>
    public string UserName { get; private set; } = string.Empty;

    /// <summary>The encoded password; empty where there is none.</summary>
    public string Password { get; private set; } = string.Empty;

    /// <summary>The host: lower case, punycode, IPv6 in brackets; empty where there is none.</summary>
    public string Host { get; private set; } = string.Empty;

    /// <summary>The port, or null for the scheme's own.</summary>
    public int? Port { get; private set; }

    /// <summary>The encoded path, dot segments resolved; starts with a slash for a web URL.</summary>
    public string Path { get; private set; } = string.Empty;

    /// <summary>The query as it was given, without the question mark; null where there is none.</summary>
    public string? RawQuery { get; private set; }

    /// <summary>The fragment as it was given, without the number sign; null where there is none.</summary>
    public string? RawFragment { get; private set; }

    /// <summary>What is damaged.</summary>
    public UrlDamage Damage { get; private set; }

    /// <summary>Why it is no valid URL; null where it is one.</summary>
    public string? Error { get; private set; }

    /// <summary>The URL as browsers write it; null where it is no web URL.</summary>
    public string? Href => Kind != UrlKind.Web ? null : string.Concat(
        Scheme, "://",
        UserName.Length + Password.Length == 0 ? string.Empty : Password.Length == 0 ? UserName + "@" : UserName + ":" + Password + "@",
        Host + (Port is int port ? ":" + port.ToString(CultureInfo.InvariantCulture) : string.Empty),
        string.Concat(
            Path,
            RawQuery is null ? string.Empty : "?" + PercentCoding.Encode(RawQuery, PercentCoding.Query),
            RawFragment is null ? string.Empty : "#" + PercentCoding.Encode(RawFragment, PercentCoding.Fragment)));

    /// <summary>Takes a link apart. Never fails: what is wrong is in <see cref="Kind"/>, <see cref="Error"/> and <see cref="Damage"/>.</summary>
    /// <param name="raw">The link.</param>
    public static WebUrl Parse(string raw)
    {
        if (raw is null) throw new ArgumentNullException(nameof(raw));
        var url = new WebUrl(raw);
        var text = Clean(raw, url);
        url.Text = text;
        var rest = url.ReadScheme(text);
        if (url.Kind is UrlKind.Invalid or UrlKind.OtherScheme) return url;
        rest = url.Split(rest);
        if (url.Kind == UrlKind.Web) url.ReadAuthority(rest);
        else url.Path = rest;
        url.Damage |= UrlDamages.Of(url);
        return url;
    }

    /// <summary>The text that was given.</summary>
    public override string ToString() => Raw;

    private static string Clean(string raw, WebUrl url)
    {
        int start = 0, end = raw.Length;
        while (start < end && raw[start] <= ' ') start++;
        while (end > start && raw[end - 1] <= ' ') end--;
        if (start > 0 || end < raw.Length) url.Damage |= UrlDamage.OuterSpace;
        var text = raw.Substring(start, end - start);
        if (text.IndexOfAny([' ', '\t', '\r', '\n']) < 0) return text;
        url.Damage |= UrlDamage.InnerSpace;
        return text.Replace("\t", string.Empty).Replace("\r", string.Empty).Replace("\n", string.Empty);
    }

    // Returns what follows the scheme.
    private string ReadScheme(string text)
    {
        if (text.Length == 0)
        {
            Fail("The URL is empty.");
            return text;
        }

        var colon = SchemeEnd(text);
        var scheme = colon < 0 ? string.Empty : text.Substring(0, colon).ToLowerInvariant();
        if (scheme is "http" or "https")
        {
            Scheme = scheme;
            var i = colon + 1;
            while (i < text.Length && text[i] is '/' or '\\') i++;
            if (i - colon != 3 || text[colon + 1] != '/' || text[colon + 2] != '/') Damage |= UrlDamage.Slashes;
            return text.Substring(i);
        }

        if (UrlDamages.LooksLikeHost(text) is { } start)
        {
            // What a person means by www.example.com/?a=b; read as https so that the rest can be checked.
            Damage |= UrlDamage.MissingScheme;
            Scheme = "https";
            return text.Substring(start);
        }

        if (colon >= 0)
        {
            Scheme = scheme;
            Kind = UrlKind.OtherScheme;
            return text;
        }

        Kind = UrlKind.Relative;
        return text;
    }

    private string Split(string rest)
    {
        var hash = rest.IndexOf('#');
        if (hash >= 0)
        {
            RawFragment = rest.Substring(hash + 1);
            rest = rest.Substring(0, hash);
        }

        var mark = rest.IndexOf('?');
        if (mark < 0) return rest;
        RawQuery = rest.Substring(mark + 1);
        return rest.Substring(0, mark);
    }

    private void ReadAuthority(string rest)
    {
        var end = rest.IndexOfAny(['/', '\\']);
        var authority = end < 0 ? rest : rest.Substring(0, end);
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            Damage |= UrlDamage.Credentials;
            var user = authority.Substring(0, at);
            authority = authority.Substring(at + 1);
            var colon = user.IndexOf(':');
            UserName = PercentCoding.Encode(colon < 0 ? user : user.Substring(0, colon), PercentCoding.UserInfo);
            Password = colon < 0 ? string.Empty : PercentCoding.Encode(user.Substring(colon + 1), PercentCoding.UserInfo);
        }

        var close = authority.LastIndexOf(']');
        var port = authority.IndexOf(':', Math.Max(0, authority.StartsWith("[", StringComparison.Ordinal) ? close : 0));
        var name = port < 0 ? authority : authority.Substring(0, port);
        if (name.Length == 0)
        {
            Fail("The URL has no host.");
            return;
        }

        if (port >= 0 && !ReadPort(authority.Substring(port + 1))) return;
        var host = HostParser.Parse(name, out var error);
        if (host is null)
        {
            Fail(error!);
            return;
        }

        Host = host;
        Path = PathParser.Parse(end < 0 ? string.Empty : rest.Substring(end));
    }

    private bool ReadPort(string text)
    {
        if (text.Length == 0) return true;
        var port = 0;
        foreach (var c in text)
        {
            port = c is >= '0' and <= '9' && port <= 65535 ? (port * 10) + c - '0' : 65536;
            if (port > 65535)
            {
                Fail($"'{text}' is no port.");
                return false;
            }
        }

        Port = port == (Scheme == "http" ? 80 : 443) ? null : port;
        return true;
    }

    private void Fail(string error)
    {
        Kind = UrlKind.Invalid;
        Error = error;
    }

    private static int SchemeEnd(string text)
    {
        if (text[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))) return -1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ':') return i;
            if (text[i] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.')) return -1;
        }

        return -1;
    }
}
