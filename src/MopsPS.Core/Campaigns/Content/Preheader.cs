using System.Linq;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>The text that mail clients show beside the subject: the first of the body. A preheader is written for it and hidden in the mail itself.</summary>
/// <param name="Text">The text, spaces folded.</param>
/// <param name="Offset">Where it starts.</param>
/// <param name="IsOwn">Whether it was written as a preheader; else it is what the mail happens to begin with.</param>
/// <param name="HiddenIn">The hidden element that holds it; 0 for none.</param>
internal sealed record Preheader(string Text, int Offset, bool IsOwn, int HiddenIn)
{
    /// <summary>Finds the preheader of a mail.</summary>
    /// <returns>Null for a mail without text.</returns>
    public static Preheader? Of(HtmlPage page)
    {
        foreach (var text in page.Texts)
        {
            var words = TextFold.Spaces(text.Text);
            if (words.Length == 0) continue;
            var isNamed = IsNamed(text);
            if (text.HiddenIn == 0 && !isNamed) return new Preheader(words, page.OffsetIn(text, Lead(text.Text)), false, 0);
            var all = text.HiddenIn > 0 ? page.Texts.Where(other => other.HiddenIn == text.HiddenIn) : page.Texts.Where(other => other.Block == text.Block);
            return new Preheader(TextFold.Spaces(string.Concat(all.Select(other => other.Text))), page.OffsetIn(text, Lead(text.Text)), true, text.HiddenIn);
        }

        return null;
    }

    private static int Lead(string text) => text.Length - text.TrimStart().Length;

    private static bool IsNamed(PageText text)
    {
        for (var (element, up) = (text.Element, 0); element is not null && up < 3; element = element.ParentElement!, up++)
        {
            var name = (element.ClassName + " " + element.Id).ToLowerInvariant();
            if (name.Contains("preheader") || name.Contains("preview-text") || name.Contains("previewtext") || name.Contains("preview_text")) return true;
        }

        return false;
    }
}
