using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>What the host of a link says about it.</summary>
internal static class LinkHosts
{
    // RFC 2606: reserved for documentation. yourdomain and its like are what people type instead.
    private static readonly string[] Placeholders =
    [
        "example.com", "example.org", "example.net", "example.edu", "*.example", "*.example.com", "*.example.org", "*.example.net", "yourdomain.com", "yourwebsite.com", "yoursite.com", "yourcompany.com",
        "mydomain.com", "mywebsite.com", "domain.com", "website.com", "company.com", "test.com", "foo.com", "bar.com", "url.com", "link.com", "placeholder.com", "*.placeholder.com", "dummy.com",
        "*.yourdomain.com", "*.yourwebsite.com", "*.yourcompany.com",
    ];

    private static readonly string[] PlaceholderImages =
        ["placehold.it", "placehold.co", "placeholder.com", "*.placeholder.com", "placekitten.com", "picsum.photos", "lorempixel.com", "fakeimg.pl", "dummyimage.com", "loremflickr.com", "placeimg.com", "fpoimg.com"];

    private static readonly HashSet<string> Redirectors = new(StringComparer.OrdinalIgnoreCase)
    {
        "bit.ly", "bitly.com", "j.mp", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "buff.ly", "is.gd", "v.gd", "cutt.ly", "rebrand.ly", "lnkd.in", "fb.me", "trib.al", "dlvr.it", "shorturl.at", "rb.gy",
        "t.ly", "tiny.cc", "bl.ink", "snip.ly", "clck.ru", "urldefense.com", "urldefense.proofpoint.com", "protect2.fireeye.com", "nam02.safelinks.protection.outlook.com", "safelinks.protection.outlook.com",
        "click.pstmrk.it", "clicks.mlsend.com", "linktrack.info", "mandrillapp.com", "list-manage.com", "hubspotlinks.com", "hubspotemail.net", "hs-sites.com", "mktoresp.com", "exct.net", "click.exacttarget.com",
        "sendgrid.net", "ct.sendgrid.net", "mailgun.org", "klclick.com", "klclick1.com", "trk.klclick.com", "convertkit-mail.com", "cmail19.com", "cmail20.com", "createsend1.com", "rs6.net", "constantcontact.com",
    };

    /// <summary>Whether a host is a placeholder. The team's own domains never are.</summary>
    public static bool IsPlaceholder(string host, UtmPolicy policy) =>
        !IsOwn(host, policy) && (Placeholders.Any(pattern => Wildcard.IsMatch(pattern, Bare(host))) || host.IndexOf('.') < 0 && !host.StartsWith("[", StringComparison.Ordinal) && host != "localhost");

    /// <summary>Whether a host gives images that only fill a place.</summary>
    public static bool IsPlaceholderImage(string host, UtmPolicy policy) => !IsOwn(host, policy) && (PlaceholderImages.Any(pattern => Wildcard.IsMatch(pattern, Bare(host))) || IsPlaceholder(host, policy));

    /// <summary>The pattern of the policy by which a host is a draft's or test's; null for none. Loopback and private addresses are.</summary>
    public static string? Staging(string host, ContentCheckPolicy policy)
    {
        if (host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)) return "localhost";
        if (IsPrivate(host)) return "a private address";
        return policy.StagingHosts.FirstOrDefault(pattern => Wildcard.IsMatch(pattern, host));
    }

    /// <summary>Whether a link passes the reader on: a shortener, a click counter, or another address in its query.</summary>
    /// <returns>Why, or null.</returns>
    public static string? Redirect(WebUrl url, ContentCheckPolicy policy, UtmPolicy utm)
    {
        if (policy.RedirectHosts.Any(pattern => Wildcard.IsMatch(pattern, url.Host)) || IsOwn(url.Host, utm)) return null;
        var host = Bare(url.Host);
        if (Redirectors.Contains(host) || Redirectors.Contains(PublicSuffixes.RegistrableDomain(host)) || host.EndsWith(".safelinks.protection.outlook.com", StringComparison.Ordinal)) return $"{host} passes readers on";
        if (url.RawQuery is not { } query) return null;
        foreach (var parameter in QueryParameters.Parse(query))
        {
            var value = parameter.Value;
            if (parameter.Name.ToLowerInvariant() is not ("url" or "u" or "q" or "redirect" or "redirect_url" or "dest" or "destination" or "target" or "goto" or "to" or "link")) continue;
            if (WebUrl.Parse(value) is { Kind: UrlKind.Web, Scheme: "http" or "https" } target && (target.Damage & UrlDamage.MissingScheme) == 0 && Domain(target.Host) != Domain(url.Host))
                return $"it passes readers on to {target.Host}";
        }

        return null;
    }

    /// <summary>Whether a host is of the team's own domains.</summary>
    public static bool IsOwn(string host, UtmPolicy policy) => policy.InternalDomains.Any(domain =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>The registrable domains that are the sender's own by the brief and the policy.</summary>
    public static IReadOnlyCollection<string> Own(Content.ContentFile file)
    {
        var brief = file.Context.Brief;
        return new HashSet<string>(
            new[] { brief.From.Domain }.OfType<string>().Concat(brief.AllowedHosts).Concat(file.Policy.Email.FromDomains).Concat(file.Context.Policy.Utm.InternalDomains)
                .Where(host => host.IndexOf('*') < 0).Select(Domain), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The registrable domain of a host.</summary>
    public static string Domain(string host) => PublicSuffixes.RegistrableDomain(host.ToLowerInvariant());

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host.Substring(4) : host;

    // RFC 1918, RFC 3927, RFC 6598 and loopback; WebUrl writes every form of an IPv4 address as four numbers.
    private static bool IsPrivate(string host)
    {
        if (host is "[::1]" || host.StartsWith("[fc", StringComparison.Ordinal) || host.StartsWith("[fd", StringComparison.Ordinal) || host.StartsWith("[fe80", StringComparison.Ordinal)) return true;
        var parts = host.Split('.');
        if (parts.Length != 4 || !parts.All(part => byte.TryParse(part, out _))) return false;
        int a = byte.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), b = byte.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return a is 10 or 127 or 0 || (a == 172 && b is >= 16 and <= 31) || (a == 192 && b == 168) || (a == 169 && b == 254) || (a == 100 && b is >= 64 and <= 127);
    }
}
