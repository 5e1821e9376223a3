using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>
/// Watches the tokens on their way into the tree: keeps where tags, attributes and texts stand, which the tree does not, follows which tags are
/// open, and stops the parser before a hostile file costs more than its limits.
/// </summary>
internal sealed class HtmlGuard
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "bgsound", "frame", "keygen", "image" };

    private static readonly HashSet<string> Formatting = new(StringComparer.Ordinal)
        { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" };

    // End tags that HTML lets an author leave out (html.spec.whatwg.org, 13.1.2.4).
    private static readonly HashSet<string> Optional = new(StringComparer.Ordinal)
        { "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "rp", "rt" };

    private readonly HtmlLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(string Name, int Offset)> _open = [];
    private readonly Dictionary<string, int> _openByName = new(StringComparer.Ordinal);
    private int _elements;
    private int _formatting;
    private long _reconstructed;
    private int _tokens;

    public HtmlGuard(HtmlLimits limits, CancellationToken cancellation)
    {
        _limits = limits;
        _cancellation = cancellation;
    }

    /// <summary>The start tags by their one-based position, as elements of the tree give theirs.</summary>
    public Dictionary<int, HtmlTagToken> Tags { get; } = [];

    /// <summary>The texts and where they stand, in their order: zero-based start and end.</summary>
    public List<(string Text, int Start, int End)> Texts { get; } = [];

    /// <summary>The comments.</summary>
    public List<(string Text, int Start)> Comments { get; } = [];

    /// <summary>Tags that were closed without being open, or opened and never closed.</summary>
    public List<(string Name, int Offset, bool IsClosing)> Unpaired { get; } = [];

    /// <summary>Whether there is a document type.</summary>
    public bool HasDoctype { get; private set; }

    /// <summary>Takes a token.</summary>
    public void OnToken(HtmlToken token, TextRange range)
    {
        if ((++_tokens & 63) == 0)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_watch.Elapsed > _limits.Time) throw new HtmlLimitException("Reading takes too long; the HTML is built to be slow.", token.Position.Index);
        }

        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Open((HtmlTagToken)token);
                break;
            case HtmlTokenType.EndTag:
                Close(token.Name, token.Position.Index);
                break;
            case HtmlTokenType.Character:
                Rebuild(token.Position.Index);
                Texts.Add((token.Data, range.Start.Position - 1, range.End.Position - 1));
                break;
            case HtmlTokenType.Comment:
                Comments.Add((token.Data, token.Position.Index));
                break;
            case HtmlTokenType.Doctype:
                HasDoctype = true;
                break;
            case HtmlTokenType.EndOfFile:
                foreach (var (name, offset) in _open)
                    if (!Optional.Contains(name)) Unpaired.Add((name, offset, false));
                break;
        }
    }

    private void Open(HtmlTagToken tag)
    {
        var offset = tag.Position.Index;
        if (++_elements > _limits.Elements) throw new HtmlLimitException($"There are more than {_limits.Elements} tags.", offset);
        Tags[tag.Position.Position] = tag;
        Rebuild(offset);
        var name = tag.Name;
        if (Void.Contains(name) || tag.IsSelfClosing) return;
        CloseImplied(name);
        _open.Add((name, offset));
        _openByName.TryGetValue(name, out var count);
        _openByName[name] = count + 1;
        if (Formatting.Contains(name)) _formatting++;
        if (_open.Count > _limits.Depth) throw new HtmlLimitException($"Tags are nested more than {_limits.Depth} deep.", offset);
    }

    private void Close(string name, int offset)
    {
        if (name is "br" or "p" || Void.Contains(name))
        {
            if (name != "p" || !IsOpen(name)) return;
        }

        if (!IsOpen(name))
        {
            if (Formatting.Contains(name)) _formatting = Math.Max(0, _formatting - 1);
            Unpaired.Add((name, offset, true));
            return;
        }

        while (true)
        {
            var (top, start) = _open[_open.Count - 1];
            Pop();
            if (top == name)
            {
                if (Formatting.Contains(name)) _formatting = Math.Max(0, _formatting - 1);
                return;
            }

            // A formatting element that is closed by its block stays active: _formatting keeps counting it.
            if (!Optional.Contains(top)) Unpaired.Add((top, start, false));
        }
    }

    private bool IsOpen(string name) => _openByName.TryGetValue(name, out var count) && count > 0;

    // <li>, <p>, <td> … close the one before them.
    private void CloseImplied(string name)
    {
        var closes = name switch
        {
            "li" or "p" or "option" => new[] { name },
            "dt" or "dd" => ["dt", "dd"],
            "td" or "th" => ["td", "th"],
            "tr" => ["td", "th", "tr"],
            "tbody" or "thead" or "tfoot" => ["td", "th", "tr", "tbody", "thead", "tfoot"],
            "table" or "div" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "form" or "hr" or "center" => ["p"],
            _ => null,
        };
        if (closes is null) return;
        while (_open.Count > 0 && Array.IndexOf(closes, _open[_open.Count - 1].Name) >= 0) Pop();
    }

    private void Pop()
    {
        var name = _open[_open.Count - 1].Name;
        _open.RemoveAt(_open.Count - 1);
        _openByName[name]--;
    }

    private void Rebuild(int offset)
    {
        if (_formatting < 16) return;
        _reconstructed += _formatting;
        if (_reconstructed > _limits.Reconstructed) throw new HtmlLimitException("Too many formatting tags (b, font, a …) are never closed.", offset);
    }
}
