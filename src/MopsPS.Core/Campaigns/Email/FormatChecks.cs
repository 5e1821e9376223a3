using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>Whether an e-mail can be read at all: MIME, HTML, characters, size.</summary>
internal sealed class FormatChecks : ContentChecks
{
    public static readonly CampaignCheckInfo BrokenMime = new(
        "EML001", CampaignArea.Email, nameof(BrokenMime), Severity.Error,
        "A message (.eml) is broken: headers, boundaries, order or nesting of its parts.",
        "Export it again from the mailing tool.", "RFC 5322, section 3.6; RFC 2046, section 5.1");

    public static readonly CampaignCheckInfo UnreadableHtml = new(
        "EML002", CampaignArea.Email, nameof(UnreadableHtml), Severity.Error,
        "The HTML of an e-mail is missing, empty, too large or too deep to be read.",
        "Take the template's clean HTML.", "limits of the checks; browsers stop at 512 nested elements");

    public static readonly CampaignCheckInfo UnbalancedTags = new(
        "EML003", CampaignArea.Email, nameof(UnbalancedTags), Severity.Warning,
        "A tag is opened and never closed, or closed and never opened.",
        "Close it; mail clients mend such HTML each in its own way.", "html.spec.whatwg.org, parse errors");

    public static readonly CampaignCheckInfo GmailClipping = new(
        "EML004", CampaignArea.Email, nameof(GmailClipping), Severity.Error,
        "The HTML is so large that Gmail cuts it, the unsubscribe link and tracking with it.",
        "Shorten it: fewer sections, styles in one place, no comments, no embedded images.", "practice: Gmail cuts at about 102 KB of HTML source");

    public static readonly CampaignCheckInfo NearGmailClipping = new(
        "EML005", CampaignArea.Email, nameof(NearGmailClipping), Severity.Warning,
        "The HTML is near the size at which Gmail cuts it; tracking links make it longer.",
        "Shorten it by a tenth.", "practice");

    public static readonly CampaignCheckInfo BrokenCharacters = new(
        "EML006", CampaignArea.Email, nameof(BrokenCharacters), Severity.Error,
        "Characters were read in a wrong encoding: replacement characters, or pairs like Ã© and â€™.",
        "Save the file as UTF-8 and say so in its head.", "encoding.spec.whatwg.org; practice");

    private static readonly string[] Mojibake = ["â€™", "â€œ", "â€\u009d", "â€“", "â€”", "â€¦", "Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "ÃŸ", "Ã±", "Ã§", "Ã ", "Â ", "Â©", "Â®", "\uFFFD"];

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [BrokenMime, UnreadableHtml, UnbalancedTags, GmailClipping, NearGmailClipping, BrokenCharacters];

    public override bool NeedsPage => false;

    /// <summary>What can be said of a file that is too large to be read.</summary>
    public static void TooLarge(CampaignAsset asset, CheckContext context)
    {
        if (asset.Kind == CampaignAssetKind.EmailMessage) context.NotRun(GmailClipping, "the file is too large to be read");
        else
            context.Report(GmailClipping, string.Format(CultureInfo.InvariantCulture, "The file has {0:#,0} bytes; it is too large even to be read.", asset.Length), 0, 0, "size");
    }

    public override void Check(ContentFile file)
    {
        if (!file.IsMessage) file.Context.NotApplicable(BrokenMime, "the e-mail is a file of HTML");
        else if (file.Starts(BrokenMime))
            foreach (var (problem, line) in file.Mail!.Problems) file.Context.Report(BrokenMime, problem, line, 0, "MIME");
        if (file.Starts(UnreadableHtml) && file.PageProblem is { } reason) file.Report(UnreadableHtml, file.PageProblemOffset, Sentence(reason), "HTML");
        if (file.Page is null) file.Context.NotRun(UnbalancedTags, file.PageProblem!);
        else if (file.Starts(UnbalancedTags)) Unbalanced(file);
        if (file.Source is null)
        {
            foreach (var check in new[] { GmailClipping, NearGmailClipping, BrokenCharacters }) file.Context.NotRun(check, file.PageProblem!);
            return;
        }

        Size(file, file.Source.Text);
        if (file.Starts(BrokenCharacters)) Characters(file, file.Source.Text);
    }

    private static void Unbalanced(ContentFile file)
    {
        foreach (var (name, offset, isClosing) in file.Page!.Unpaired.Where(item => item.Name.IndexOf(':') < 0))
            file.Report(UnbalancedTags, offset, isClosing ? $"</{name}> closes nothing." : $"<{name}> is never closed.", name);
    }

    private static void Size(ContentFile file, string html)
    {
        var bytes = Encoding.UTF8.GetByteCount(html);
        var most = file.Policy.Email.MaxHtmlBytes;
        var isOver = bytes > most;
        var size = string.Format(CultureInfo.InvariantCulture, "The HTML has {0:#,0} bytes; Gmail shows {1:#,0}.", bytes, most);
        if (file.Starts(GmailClipping) && isOver) file.Report(GmailClipping, Cut(html, most), size, "size", bytes.ToString(CultureInfo.InvariantCulture));
        if (file.Starts(NearGmailClipping) && !isOver && bytes > most * 9L / 10) file.Report(NearGmailClipping, -1, size, "size", bytes.ToString(CultureInfo.InvariantCulture));
    }

    // Where the first so many bytes end.
    private static int Cut(string html, int most)
    {
        var bytes = 0;
        for (var i = 0; i < html.Length; i++)
        {
            bytes += html[i] < 0x80 ? 1 : html[i] < 0x800 ? 2 : char.IsSurrogate(html[i]) ? 2 : 3;
            if (bytes > most) return i;
        }

        return html.Length;
    }

    private static void Characters(ContentFile file, string html)
    {
        foreach (var pair in Mojibake)
        {
            var at = html.IndexOf(pair, StringComparison.Ordinal);
            if (at >= 0) file.Report(BrokenCharacters, at, pair == "\uFFFD" ? "A character could not be read (U+FFFD)." : $"'{pair}' is a character read in the wrong encoding.", "text", Around(html, at));
        }
    }

    private static string Around(string text, int at)
    {
        var start = Math.Max(0, at - 15);
        return text.Substring(start, Math.Min(text.Length - start, 30));
    }

    private static string Sentence(string reason) => char.ToUpperInvariant(reason[0]) + reason.Substring(1).TrimEnd('.') + ".";
}
