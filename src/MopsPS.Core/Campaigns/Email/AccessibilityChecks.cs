using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AngleSharp.Dom;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>For screen readers and weak eyes: layout tables are marked, headings in order, contrast enough where it can be computed.</summary>
internal sealed class AccessibilityChecks : ContentChecks
{
    public static readonly CampaignCheckInfo LayoutTableWithoutRole = new(
        "EML053", CampaignArea.Email, nameof(LayoutTableWithoutRole), Severity.Warning,
        "A table of layout is not marked as such; screen readers count its rows and columns.", "Write role=\"presentation\".", "WAI-ARIA 1.2, presentation role");

    public static readonly CampaignCheckInfo LowContrast = new(
        "EML054", CampaignArea.Email, nameof(LowContrast), Severity.Warning,
        "A text has too little contrast to what is behind it.", "Make it darker or lighter: 4.5:1, large text 3:1.", "WCAG 2.2, 1.4.3");

    public static readonly CampaignCheckInfo HeadingOrder = new(
        "EML055", CampaignArea.Email, nameof(HeadingOrder), Severity.Warning,
        "A heading leaves a level out.", "Use the next level, and styles for its size.", "WCAG 2.2, 1.3.1; technique G141");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [LayoutTableWithoutRole, LowContrast, HeadingOrder];

    public override void Check(ContentFile file)
    {
        var page = file.Page!;
        if (file.Starts(LayoutTableWithoutRole)) Tables(file, page);
        if (file.Starts(LowContrast)) Contrast(file, page);
        if (file.Starts(HeadingOrder)) Headings(file, page);
    }

    private static void Tables(ContentFile file, HtmlPage page)
    {
        // A table with header cells or a caption is one of data.
        var data = new HashSet<IElement>(page.All("th", "caption").Select(Table).OfType<IElement>());
        foreach (var table in page.All("table").Where(table => table.GetAttribute("role") is not ("presentation" or "none" or "table" or "grid" or "article") && !data.Contains(table)))
            file.Report(LayoutTableWithoutRole, page.OffsetOf(table), "The table has no role.", "table role", table.GetAttribute("role"), "presentation");
    }

    private static IElement? Table(IElement cell)
    {
        var parent = cell.ParentElement;
        while (parent is not null && parent.LocalName != "table") parent = parent.ParentElement;
        return parent;
    }

    private static void Contrast(ContentFile file, HtmlPage page)
    {
        var seen = new HashSet<(CssColor, CssColor)>();
        foreach (var text in page.Texts.Where(text => text.HiddenIn == 0))
        {
            if (text.Look is not { Color: { } color, Background: { } background } || background.Alpha < 1 || !text.Text.Any(char.IsLetterOrDigit)) continue;
            var shown = color.Over(background);
            var ratio = CssColor.Contrast(shown, background);
            var isLarge = text.Look.FontSize >= 24 || (text.Look.IsBold && text.Look.FontSize >= 18.66);
            // Text of the same colour is hidden, which another check says.
            if (ratio < 1.05 || ratio >= (isLarge ? 3 : 4.5) || !seen.Add((shown, background))) continue;
            file.Report(
                LowContrast, page.OffsetIn(text, text.Text.Length - text.Text.TrimStart().Length),
                string.Format(CultureInfo.InvariantCulture, "{0} on {1} has a contrast of {2:0.0}:1; {3}:1 is needed.", shown, background, Math.Floor(ratio * 10) / 10, isLarge ? "3" : "4.5"), "color", TextFold.Spaces(text.Text));
        }
    }

    private static void Headings(ContentFile file, HtmlPage page)
    {
        var last = 0;
        foreach (var heading in page.Elements.Where(element => element.LocalName.Length == 2 && element.LocalName[0] == 'h' && element.LocalName[1] is >= '1' and <= '6'))
        {
            var level = heading.LocalName[1] - '0';
            if (last > 0 && level > last + 1) file.Report(HeadingOrder, page.OffsetOf(heading), $"<h{level}> comes after <h{last}>.", heading.LocalName, HtmlPage.TextOf(heading), "h" + (last + 1).ToString(CultureInfo.InvariantCulture));
            last = level;
        }
    }
}
