using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Records.Reading;
using MopsPS.Core.Utm.Links;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>Faults of the source that some mail clients show and others do not: Outlook's comments, ids, character sets, letters too small to be read.</summary>
internal sealed class SourceChecks : ContentChecks
{
    public static readonly CampaignCheckInfo BrokenConditionalComment = OfEmail(
        "EML059", nameof(BrokenConditionalComment), Severity.Error, "A conditional comment for Outlook is not closed, or one is closed that is not open: parts of the mail vanish, in Outlook or everywhere else.",
        "Close each <!--[if ...]> by <![endif]-->, and <!--[if !mso]><!--> by <!--<![endif]-->.", "learn.microsoft.com, conditional comments; Outlook on Windows");

    public static readonly CampaignCheckInfo DuplicateId = OfEmail(
        "EML074", nameof(DuplicateId), Severity.Warning, "Two elements of an e-mail have the same id, so links, labels and styles reach the first alone.",
        "Give each its own id.", "html.spec.whatwg.org, the id attribute; WCAG 2.2, 1.3.1");

    public static readonly CampaignCheckInfo ContradictoryCharset = OfEmail(
        "EML075", nameof(ContradictoryCharset), Severity.Error, "The HTML says that it is in another character set than it is, or than the message says.",
        "Save it as UTF-8, and say UTF-8 in the meta element and in the Content-Type.", "encoding.spec.whatwg.org; RFC 2046, section 4.1.2");

    public static readonly CampaignCheckInfo TinyText = OfEmail(
        "EML076", nameof(TinyText), Severity.Warning, "Text is smaller than nine pixels: nobody can read it, and filters take it for hidden.",
        "Use at least 12 pixels, for the unsubscribe link, too.", "FTC, CAN-SPAM compliance guide (clear and conspicuous); SpamAssassin HTML_FONT_TINY");

    private const double LeastPixels = 9;
    private const int MinLetters = 3;

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [BrokenConditionalComment, DuplicateId, ContradictoryCharset, TinyText];

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks) file.Starts(check);
        Comments(file, file.Page!);
        Ids(file, file.Page!);
        Charset(file);
        Small(file, file.Page!);
    }

    private static void Comments(ContentFile file, HtmlPage page)
    {
        var open = new Stack<int>();
        foreach (var (comment, start) in page.Comments)
        {
            var text = comment.Trim();
            if (string.CompareOrdinal(page.Source.Text, start, "<!--", 0, 4) != 0)
            {
                // <![endif]--> outside of a comment; <![endif]> alone is the older form for all but Outlook.
                if (text.StartsWith("[endif]--", StringComparison.OrdinalIgnoreCase)) file.Report(BrokenConditionalComment, start, "<![endif]--> closes nothing.", "comment");
            }
            else if (comment.StartsWith("[if", StringComparison.OrdinalIgnoreCase))
            {
                if (text.EndsWith("<!", StringComparison.Ordinal) || text.EndsWith("<!--", StringComparison.Ordinal)) open.Push(start);
                else if (IsOpen(text)) file.Report(BrokenConditionalComment, start, "The conditional comment has no <![endif]-->; what follows up to the next --> is shown nowhere.", "comment", First(text));
            }
            else if (text.StartsWith("<![endif]", StringComparison.OrdinalIgnoreCase) && open.Count > 0)
            {
                open.Pop();
            }
            else if (text.StartsWith("<![endif]", StringComparison.OrdinalIgnoreCase))
            {
                file.Report(BrokenConditionalComment, start, "<!--<![endif]--> closes nothing.", "comment");
            }
        }

        foreach (var start in open.Reverse()) file.Report(BrokenConditionalComment, start, "The part for all but Outlook has no <!--<![endif]-->; Outlook leaves out the rest of the mail.", "comment");
    }

    private static bool IsOpen(string comment)
    {
        var end = comment.IndexOf("[endif]", StringComparison.OrdinalIgnoreCase);
        var next = comment.IndexOf("<!--[if", StringComparison.OrdinalIgnoreCase);
        return end < 0 || (next >= 0 && next < end);
    }

    private static void Ids(ContentFile file, HtmlPage page)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in page.Elements)
            if (element.Id is { Length: > 0 } id && !seen.Add(id)) file.Report(DuplicateId, page.OffsetOf(element, "id"), $"The id '{id}' is there before.", "id", id);
    }

    private static void Charset(ContentFile file)
    {
        var text = file.Source!.Text;
        if (text.All(c => c < 0x80)) return;
        var bytes = file.IsMessage ? Encoding.UTF8.GetBytes(text.Substring(0, Math.Min(text.Length, 4096))) : file.Asset.Content!;
        if (HtmlCharset.Find(bytes) is not { } named) return;
        var actual = file.IsMessage ? file.Mail!.Html!.Charset : TextSample.Detect(bytes, bytes.Length, true, null).Encoding;
        // A file whose bytes do not show what they are was read as it says.
        if (actual is null || named.CodePage == actual.CodePage || (!file.IsMessage && ReferenceEquals(actual, TextEncodings.Windows1252) && named.CodePage != Encoding.UTF8.CodePage)) return;
        var at = text.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        file.Report(ContradictoryCharset, at, $"The HTML says {named.WebName}, and {(file.IsMessage ? "the message says" : "its bytes are")} {actual.WebName}.", "meta charset", named.WebName, actual.WebName);
    }

    private static void Small(ContentFile file, HtmlPage page)
    {
        foreach (var group in page.Texts.Where(text => text.HiddenIn == 0 && text.Look.FontSize is >= 2 and < LeastPixels && text.Text.Count(char.IsLetterOrDigit) >= MinLetters).GroupBy(text => text.Element))
        {
            var first = group.First();
            file.Report(TinyText, first.Offset, string.Format(CultureInfo.InvariantCulture, "The text has {0:0.#} pixels.", first.Look.FontSize), "font-size", TextFold.Spaces(first.Text));
        }
    }

    private static string First(string text) => text.Length <= 60 ? text : text.Substring(0, 60) + "…";
}
