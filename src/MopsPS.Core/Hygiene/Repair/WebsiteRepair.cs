using System;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes web sites as the policy does: scheme, small letters in the host, no lone slash at the end. The path stays as it is.</summary>
internal sealed class WebsiteRepair(WebsiteForm form) : FieldRepair
{
    private static readonly string[] Schemes = ["https://", "http://", "https//", "http//", "https:/", "http:/", "https:\\\\", "http:\\\\", "htttp://", "htpp://", "htp://", "hhttp://", "htps://", "ttp://", "ttps://", "https;//", "http;//", "//"];

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
        if (path == "/") path = "";
        var wanted = form == WebsiteForm.Host && path.Length == 0 ? host : (scheme.Length == 0 ? "https://" : scheme) + host + path;
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.Website, confidence);
    }
}
