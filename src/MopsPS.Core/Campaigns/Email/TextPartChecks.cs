using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Links;
using MopsPS.Core.Utm.Links;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The plain-text part: there, saying what the HTML says, and linking where it links.</summary>
internal sealed class TextPartChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingTextPart = new(
        "EML030", CampaignArea.Email, nameof(MissingTextPart), Severity.Warning,
        "An e-mail has no plain-text part.", "Write one; a .txt file beside the HTML, or the text part of the message.", "RFC 2046, section 5.1.4; SpamAssassin MIME_HTML_ONLY");

    public static readonly CampaignCheckInfo DifferentText = new(
        "EML031", CampaignArea.Email, nameof(DifferentText), Severity.Warning,
        "The plain-text part does not say what the HTML says: other words, or another price, discount or time.",
        "Make it of this HTML again.", "SpamAssassin MPART_ALT_DIFF; practice");

    public static readonly CampaignCheckInfo DifferentTextLinks = new(
        "EML032", CampaignArea.Email, nameof(DifferentTextLinks), Severity.Warning,
        "The plain-text part does not link where the HTML links, or has no way to unsubscribe.",
        "Make it of this HTML again.", "practice");

    public static readonly CampaignCheckInfo HtmlInTextPart = new(
        "EML033", CampaignArea.Email, nameof(HtmlInTextPart), Severity.Warning,
        "Tags or entities of HTML stand in the plain-text part.", "Write it as plain text.", "practice");

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly Regex Markup = new(@"</?(p|br|div|table|tr|td|a|span|strong|b|em|img|h[1-6]|html|body|style)\b[^<>]{0,300}>|&(nbsp|amp|lt|gt|quot|copy|reg|rsquo|lsquo|rdquo|ldquo|mdash|ndash|hellip|zwnj|#\d{2,5});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);
    private static readonly Regex Promise = new(@"\d+(?:[.,]\d+)*\s?%|[$€£¥]\s?\d+(?:[.,]\d+)*|\d+(?:[.,]\d+)*\s?(?:€|USD|EUR|GBP|CHF)|\b\d{1,2}:\d{2}\b", RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly char[] Marks = ['{', '}', '|', '/'];
    private static readonly char[] Punctuation = [',', '.', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '*', '-', '_', '>', '<', '=', '\u201C', '\u201D', '\u2018', '\u2019', '•', '–', '—'];

    private static readonly HashSet<string> Social = new(StringComparer.OrdinalIgnoreCase)
        { "facebook.com", "twitter.com", "x.com", "linkedin.com", "instagram.com", "youtube.com", "youtu.be", "tiktok.com", "pinterest.com", "xing.com", "threads.net", "bsky.app", "github.com", "apple.com", "google.com" };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingTextPart, DifferentText, DifferentTextLinks, HtmlInTextPart];

    public override void Check(ContentFile file)
    {
        file.Starts(MissingTextPart);
        if (file.Text is not { } text || text.Source.Text.Trim().Length == 0)
        {
            file.Report(MissingTextPart, -1, file.Text is null ? "There is no plain-text part." : "The plain-text part is empty.", "text part");
            foreach (var check in Checks.Skip(1)) file.Context.NotRun(check, "there is no plain-text part");
            return;
        }

        var links = TextLinks.Find(text.Source.Text).ToList();
        if (file.Starts(DifferentText)) Words(file, text);
        if (file.Starts(DifferentTextLinks)) Links(file, text, links);
        if (!file.Starts(HtmlInTextPart)) return;
        foreach (Match match in Markup.Matches(text.Source.Text)) file.ReportText(HtmlInTextPart, match.Index, $"'{match.Value}' stands in the plain text.", null, match.Value);
    }

    private static void Words(ContentFile file, TextDocument text)
    {
        var shown = Set(file.Visible.Text);
        var alternatives = Set(string.Join(" ", file.Page!.All("img").Select(image => image.GetAttribute("alt"))));
        var written = Set(text.Source.Text);
        if (shown.Count >= 8 && written.Count > 0)
        {
            var share = (double)shown.Count(written.Contains) / shown.Count;
            var back = (double)written.Count(word => shown.Contains(word) || alternatives.Contains(word)) / written.Count;
            var least = file.Policy.Email.MinTextLikeness;
            if (share < least) file.ReportText(DifferentText, 0, string.Format(CultureInfo.InvariantCulture, "The text part has {0:0} % of the words of the HTML; at least {1:0} % are expected.", share * 100, least * 100));
            else if (back < least) file.ReportText(DifferentText, 0, string.Format(CultureInfo.InvariantCulture, "{0:0} % of the words of the text part are in the HTML; at least {1:0} % are expected.", back * 100, least * 100));
        }

        var here = Promises(file.Visible.Text);
        var there = Promises(text.Source.Text);
        foreach (var (promise, index) in here.Where(pair => !there.ContainsKey(pair.Key)).Select(pair => (pair.Key, pair.Value)))
            file.Report(DifferentText, file.Visible.OffsetOf(index), $"'{promise}' of the HTML is not in the text part.", "text part", promise);
        foreach (var (promise, index) in there.Where(pair => !here.ContainsKey(pair.Key) && file.Hidden.Text.IndexOf(pair.Key, StringComparison.Ordinal) < 0 && !alternatives.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)))
            file.ReportText(DifferentText, index, $"'{promise}' of the text part is not in the HTML.", null, promise);
    }

    private static Dictionary<string, int> Promises(string text)
    {
        var promises = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Promise.Matches(text))
        {
            // %20 and the like stand in addresses.
            if (match.Value.EndsWith("%", StringComparison.Ordinal) && match.Index + match.Length < text.Length && char.IsLetterOrDigit(text[match.Index + match.Length])) continue;
            var plain = new string([.. match.Value.Where(c => !char.IsWhiteSpace(c))]);
            if (!promises.ContainsKey(plain)) promises.Add(plain, match.Index);
        }

        return promises;
    }

    private static HashSet<string> Set(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split([' ', '\t', '\r', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
        {
            // Addresses differ by nature, and tokens are no words.
            if (part.Length < 3 || part.IndexOfAny(Marks) >= 0) continue;
            var word = part.Trim(Punctuation);
            if (word.Length >= 3) words.Add(word);
        }

        return words;
    }

    private static void Links(ContentFile file, TextDocument text, List<FoundLink> links)
    {
        var written = new HashSet<string>(links.Select(link => WebUrl.Parse(link.Url)).Where(url => url.Kind == UrlKind.Web).Select(ContentFacts.Address), StringComparer.OrdinalIgnoreCase);
        var shown = new HashSet<string>(file.Links.Where(link => link.Url.Kind == UrlKind.Web).Select(link => ContentFacts.Address(link.Url)), StringComparer.OrdinalIgnoreCase);
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in file.Links.Where(link => link is { Role: LinkRole.Content, IsToken: false, Element: not null } && link.Url.Kind == UrlKind.Web))
        {
            var address = ContentFacts.Address(link.Url);
            if (written.Contains(address) || Social.Contains(LinkHosts.Domain(link.Url.Host)) || !said.Add(address)) continue;
            file.Report(DifferentTextLinks, link.Offset, $"The link to {address} is not in the text part.", link.Field, link.Href);
        }

        foreach (var link in links)
        {
            var url = WebUrl.Parse(link.Url);
            if (url.Kind != UrlKind.Web || shown.Contains(ContentFacts.Address(url)) || Utm.MergeToken.Find(link.Url).Count > 0 || LinkRoles.Of(link.Url, string.Empty) != LinkRole.Content) continue;
            if (!said.Add(ContentFacts.Address(url))) continue;
            file.ReportText(DifferentTextLinks, text.Source.StartOf(link.Line - 1) + link.Character - 1, $"The link to {ContentFacts.Address(url)} is not in the HTML.", null, link.Url);
        }

        if (file.IsMarketing && file.Links.Any(link => link.Role == LinkRole.Unsubscribe) && LinkRoles.Of(text.Source.Text, string.Empty) != LinkRole.Unsubscribe && !LinkRoles.IsUnsubscribe(text.Source.Text))
            file.ReportText(DifferentTextLinks, Math.Max(0, text.Source.Text.Length - 1), "The text part has no way to unsubscribe.");
    }
}
