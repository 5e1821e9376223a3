using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Utm.Parsing;
using static MopsPS.Core.Campaigns.Links.LinkRules;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>Links that are not what they look like: hosts one letter from the sender's own, letters of other alphabets, text that turns its direction, tags encoded twice.</summary>
internal sealed class DeceptionChecks : ContentChecks
{
    // Overrides, by which "moc.elpmaxe" reads as "example.com" (Unicode Technical Report 36, section 2.2). The other bidi marks are what Hebrew and Arabic need.
    private static readonly char[] Overrides = ['\u202D', '\u202E'];
    private static readonly Regex Encoded = new("%[0-9A-Fa-f]{2}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [DeceptiveCharacters, LookalikeHost, DoubleEncodedTag];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks) file.Starts(check);
        var own = LinkHosts.Own(file);
        var hosts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var link in file.Links)
        {
            if ((link.Element?.TextContent.IndexOfAny(Overrides) ?? -1) >= 0 || link.Href.IndexOfAny(Overrides) >= 0)
                file.Report(DeceptiveCharacters, link.Offset, "The link has a character that turns the direction of its text (U+202D or U+202E).", link.Field, link.Href);
            if (link.IsToken || link.Url.Kind != UrlKind.Web) continue;
            if (!hosts.TryGetValue(link.Url.Host, out var reason)) hosts.Add(link.Url.Host, reason = Lookalike(link.Url.Host, own));
            if (reason is not null) file.Report(LookalikeHost, link.Offset, reason, link.Field, link.Href);
            if (link.Url.RawQuery is not { } query) continue;
            foreach (var parameter in QueryParameters.Parse(query).Where(parameter => parameter.Name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && Encoded.IsMatch(parameter.Value)))
                file.Report(DoubleEncodedTag, link.Offset, $"{parameter.Name} is encoded twice; reports will show '{parameter.Value}'.", parameter.Name, parameter.Value, Uri.UnescapeDataString(parameter.Value));
        }

        foreach (var header in file.Mail?.Headers ?? [])
            if (header.Name.ToLowerInvariant() is "subject" or "from" && header.Value.IndexOfAny(Overrides) >= 0)
                file.ReportHeader(DeceptiveCharacters, header.Name, $"{header.Name} has a character that turns the direction of its text (U+202D or U+202E).");
    }

    private static string? Lookalike(string host, IReadOnlyCollection<string> own)
    {
        var domain = LinkHosts.Domain(host);
        if (own.Contains(domain)) return null;
        var shown = Unicode(domain);
        if (shown.Split('.').Any(IsMixed)) return $"The host {host} mixes letters of several alphabets.";
        foreach (var known in own)
        {
            if (HostLetters.Of(shown) == HostLetters.Of(known)) return $"The host {host} looks like {known} and is not.";
            var (label, suffix) = Parts(shown);
            var (ours, theirs) = Parts(known);
            if (suffix == theirs && Math.Min(label.Length, ours.Length) >= 6 && HostLetters.IsOneApart(label, ours)) return $"The host {host} is one letter from {known}.";
        }

        return null;
    }

    private static (string Label, string Suffix) Parts(string domain) => domain.IndexOf('.') is var dot and > 0 ? (domain.Substring(0, dot), domain.Substring(dot)) : (domain, string.Empty);

    private static string Unicode(string domain)
    {
        if (domain.IndexOf("xn--", StringComparison.Ordinal) < 0) return domain;
        try
        {
            return new IdnMapping().GetUnicode(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    // Latin beside Cyrillic or Greek in one label: no language does that (Unicode Technical Standard 39, section 5).
    private static bool IsMixed(string label) => label.Any(c => c is >= 'a' and <= 'z') && label.Any(c => c is >= '\u0370' and <= '\u03FF' or >= '\u0400' and <= '\u052F');
}
