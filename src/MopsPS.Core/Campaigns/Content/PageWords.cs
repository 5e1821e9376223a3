using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>Texts of a page joined as they are read: those of a line without anything between them, lines apart.</summary>
internal sealed class PageWords
{
    private readonly HtmlPage _page;
    private readonly List<(int Start, PageText Text)> _runs = [];
    private string? _folded;

    public PageWords(HtmlPage page, Func<PageText, bool> takes)
    {
        _page = page;
        var joined = new StringBuilder();
        PageText? last = null;
        foreach (var text in page.Texts.Where(takes))
        {
            if (last is not null && (text.StartsLine || text.Block != last.Block)) joined.Append('\n');
            _runs.Add((joined.Length, text));
            joined.Append(text.Text);
            last = text;
        }

        Text = joined.ToString();
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The text for looking up a wording: lower case, spaces folded.</summary>
    public string Folded => _folded ??= TextFold.Wording(Text);

    /// <summary>Where a character stands in the source.</summary>
    public int OffsetOf(int index)
    {
        int low = 0, high = _runs.Count - 1;
        if (high < 0) return -1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_runs[middle].Start <= index) low = middle;
            else high = middle - 1;
        }

        return _page.OffsetIn(_runs[low].Text, index - _runs[low].Start);
    }
}
