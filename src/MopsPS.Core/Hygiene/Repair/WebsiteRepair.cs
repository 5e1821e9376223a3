using System;
using System.Linq;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes web sites as the policy does: scheme, small letters in the host, no lone slash at the end. The path stays as it is.</summary>
internal sealed class WebsiteRepair(WebsiteForm form) : FieldRepair
{
    private static readonly string[] Schemes = ["https://", "http://", "https//", "http//", "https:/", "http:/", "https:\\\\", "http:\\\\", "htttps://", "htttp://", "http:http://", "https:https://", "http:https://", "https:http://", "htpp://", "htp://", "hhttp://", "htps://", "ttp://", "ttps://", "https;//", "http;//", "//"];

    private static readonly string[] Tracking = ["gclid=", "fbclid=", "msclkid=", "mc_cid=", "mc_eid=", "_hsenc=", "_hsmi=", "li_fat_id=", "gbraid=", "wbraid="];

    public override FieldVerdict Judge(string text, Country? country)
    {
        var site = text.Trim().TrimEnd('.', ',', ';');
        if (site.IndexOf('@') >= 0) return FieldVerdict.Unsure(RepairRule.Website, "is an e-mail address");
        if (site.IndexOf(' ') >= 0) return FieldVerdict.Unsure(RepairRule.Website, "is no web site: it has blanks");
        var confidence = 0.98;
        var scheme = "";
        for (var again = true; again;)
        {
            again = false;
            foreach (var known in Schemes)
            {
                if (!site.StartsWith(known, StringComparison.OrdinalIgnoreCase)) continue;
                if (known.Length > 2) scheme = known.IndexOf("s", 2, StringComparison.Ordinal) >= 0 ? "https://" : "http://";
                if (known is not ("https://" or "http://") || scheme.Length == 0) confidence = 0.95;
                site = site.Substring(known.Length);
                again = true;
                break;
            }
        }

        var end = site.IndexOfAny(['/', '?', '#']);
        var host = (end < 0 ? site : site.Substring(0, end)).ToLowerInvariant();
        var path = end < 0 ? "" : site.Substring(end);
        if (host.IndexOf(',') >= 0)
        {
            host = host.Replace(',', '.');
            confidence = Math.Min(confidence, 0.93);
        }

        if (host.StartsWith("www.www.", StringComparison.Ordinal)) host = host.Substring(4);
        if (host.StartsWith("ww.", StringComparison.Ordinal) || host.StartsWith("wwww.", StringComparison.Ordinal))
        {
            host = "www." + host.Substring(host.IndexOf('.') + 1);
            confidence = Math.Min(confidence, 0.93);
        }

        var port = host.LastIndexOf(':');
        if (EmailSyntax.Problem("a@" + (port > 0 ? host.Substring(0, port) : host)) is not null) return FieldVerdict.Unsure(RepairRule.Website, "is no web site");
        if (host.StartsWith("www.", StringComparison.Ordinal) && host.IndexOf('.', 4) < 0) return FieldVerdict.Unsure(RepairRule.Website, "is no web site: the domain has no ending");
        if (host.EndsWith(scheme == "http://" ? ":80" : ":443", StringComparison.Ordinal)) host = host.Substring(0, host.LastIndexOf(':'));
        if (EmailDomains.WithEnding(host) is { } ended)
        {
            host = ended;
            confidence = Math.Min(confidence, 0.93);
        }

        path = WithoutTracking(path);
        if (path == "/") path = "";
        var wanted = form == WebsiteForm.Host && path.Length == 0 ? host : (scheme.Length == 0 ? "https://" : scheme) + host + path;
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.Website, confidence);
    }

    // What a campaign or an ad system put behind the address says how somebody came there, not where the site is.
    private static string WithoutTracking(string path)
    {
        var query = path.IndexOf('?');
        if (query < 0) return path;
        var anchor = path.IndexOf('#', query);
        var end = anchor < 0 ? path.Length : anchor;
        var kept = path.Substring(query + 1, end - query - 1).Split('&').Where(part => !IsTracking(part)).ToArray();
        return path.Substring(0, query) + (kept.Length == 0 ? "" : "?" + string.Join("&", kept)) + path.Substring(end);
    }

    private static bool IsTracking(string parameter) =>
        parameter.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Array.Exists(Tracking, name => parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
