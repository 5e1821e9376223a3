using System;
using System.Collections.Generic;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>One of the texts in which something may be left over: what is shown, hidden, read aloud, the subject, the text part.</summary>
internal sealed class TextSurface
{
    private readonly Action<CampaignCheckInfo, int, string, string?, string?> _report;

    private TextSurface(string field, string text, Action<CampaignCheckInfo, int, string, string?, string?> report)
    {
        Field = field;
        Text = text;
        _report = report;
    }

    /// <summary>What it is.</summary>
    public string Field { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>All texts of a file.</summary>
    public static IEnumerable<TextSurface> Of(ContentFile file)
    {
        var page = file.Page!;
        yield return new TextSurface("text", file.Visible.Text, (check, index, message, value, suggestion) => file.Report(check, file.Visible.OffsetOf(index), message, "text", value, suggestion));
        yield return new TextSurface("hidden text", file.Hidden.Text, (check, index, message, value, suggestion) => file.Report(check, file.Hidden.OffsetOf(index), message, "hidden text", value, suggestion));
        foreach (var element in page.All("img", "area"))
            if (element.GetAttribute("alt") is { Length: > 0 } alt) yield return Attribute(file, page.OffsetOf(element, "alt"), element.LocalName + " alt", alt);
        foreach (var element in page.All("title")) yield return Attribute(file, page.OffsetOf(element), "title", TextFold.Spaces(element.TextContent));
        foreach (var meta in page.All("meta"))
            if (meta.GetAttribute("content") is { Length: > 0 } content && (meta.GetAttribute("name") ?? meta.GetAttribute("property")) is "description" or "og:title" or "og:description") yield return Attribute(file, page.OffsetOf(meta, "content"), "meta " + meta.GetAttribute("name"), content);
        foreach (var input in page.All("input"))
            if (input.GetAttribute("type") is "submit" or "button" && input.GetAttribute("value") is { Length: > 0 } value) yield return Attribute(file, page.OffsetOf(input, "value"), "button", value);
        if (!file.IsEmail) yield break;
        if (file.Subject is { Length: > 0 } subject)
        {
            yield return new TextSurface("subject", subject, (check, _, message, value, suggestion) =>
            {
                if (file.IsMessage) file.ReportHeader(check, "Subject", message, value, suggestion);
                else file.Report(check, -1, message, "subject of the brief", value, suggestion);
            });
        }

        if (file.Text is { } text) yield return new TextSurface("text part", text.Source.Text, (check, index, message, value, suggestion) => file.ReportText(check, index, message, null, value, suggestion));
    }

    /// <summary>Reports at a character of the text.</summary>
    public void Report(CampaignCheckInfo check, int index, string message, string? value = null, string? suggestion = null) => _report(check, index, message, value, suggestion);

    private static TextSurface Attribute(ContentFile file, int offset, string field, string text) =>
        new(field, text, (check, _, message, value, suggestion) => file.Report(check, offset, message, field, value, suggestion));
}
