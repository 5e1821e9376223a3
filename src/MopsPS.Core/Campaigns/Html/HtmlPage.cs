using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>An HTML file, parsed once and walked once: elements by name, texts with their look, and where everything stands.</summary>
internal sealed class HtmlPage
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private readonly HtmlGuard _guard;
    private readonly Dictionary<string, List<IElement>> _byName = new(StringComparer.Ordinal);

    private HtmlPage(HtmlSource source, IHtmlDocument document, HtmlGuard guard)
    {
        Source = source;
        Document = document;
        _guard = guard;
    }

    /// <summary>The source.</summary>
    public HtmlSource Source { get; }

    /// <summary>The tree.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>The elements in the order of the file.</summary>
    public List<IElement> Elements { get; } = [];

    /// <summary>The texts of the body in their order, those of scripts and styles left out.</summary>
    public List<PageText> Texts { get; } = [];

    /// <summary>The style elements.</summary>
    public CssSheet Sheet { get; } = new();

    /// <summary>The comments with their offsets.</summary>
    public IReadOnlyList<(string Text, int Start)> Comments => _guard.Comments;

    /// <summary>Tags without their counterpart.</summary>
    public IReadOnlyList<(string Name, int Offset, bool IsClosing)> Unpaired => _guard.Unpaired;

    /// <summary>Whether it has a document type.</summary>
    public bool HasDoctype => _guard.HasDoctype;

    /// <summary>Parses a file.</summary>
    /// <exception cref="HtmlLimitException">It is too large, too deep or built to be slow.</exception>
    public static HtmlPage Parse(HtmlSource source, HtmlLimits limits, CancellationToken cancellation)
    {
        if (source.Text.Length > limits.Characters) throw new HtmlLimitException($"The HTML has more than {limits.Characters} characters.", limits.Characters);
        var guard = new HtmlGuard(limits, cancellation);
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true, OnToken = guard.OnToken }).ParseDocument(source.Text);
        var page = new HtmlPage(source, document, guard);
        page.Walk(cancellation);
        return page;
    }

    /// <summary>The elements of some names, in the order of the file for one name.</summary>
    public IEnumerable<IElement> All(params string[] names) =>
        names.SelectMany(name => _byName.TryGetValue(name, out var elements) ? elements : (IEnumerable<IElement>)[]);

    /// <summary>Where an element's start tag stands, zero-based; -1 where the parser made it up.</summary>
    public int OffsetOf(IElement element) => element.SourceReference is { } reference && reference.Position.Position > 0 ? reference.Position.Index : -1;

    /// <summary>Where an attribute stands; the element, where it has none of that name.</summary>
    public int OffsetOf(IElement element, string attribute)
    {
        if (element.SourceReference is { } reference && _guard.Tags.TryGetValue(reference.Position.Position, out var tag))
        {
            foreach (var token in tag.Attributes)
                if (string.Equals(token.Name, attribute, StringComparison.OrdinalIgnoreCase)) return token.Position.Index;
        }

        return OffsetOf(element);
    }

    /// <summary>The attributes of an element as they stand in its start tag; none where the parser made it up.</summary>
    public IReadOnlyList<HtmlAttributeToken> AttributesOf(IElement element) =>
        element.SourceReference is { } reference && _guard.Tags.TryGetValue(reference.Position.Position, out var tag) ? tag.Attributes : [];

    /// <summary>Where a character of a text stands in the source.</summary>
    public int OffsetIn(PageText text, int index) => SourceWalk.OffsetOf(Source.Text, text.Offset, text.End, text.Text, index);

    /// <summary>The text that an element shows, white space folded; alternative texts of images count where asked.</summary>
    public static string TextOf(IElement element, bool withAlt = false)
    {
        var parts = new List<string>();
        foreach (var node in element.Descendants())
        {
            if (node is IText text && text.ParentElement?.LocalName is not ("script" or "style")) parts.Add(text.Data);
            else if (withAlt && node is IElement { LocalName: "img" } image && image.GetAttribute("alt") is { } alt) parts.Add(alt);
        }

        return TextFold.Spaces(string.Concat(parts));
    }

    private void Walk(CancellationToken cancellation)
    {
        foreach (var style in Document.GetElementsByTagName("style")) Sheet.Add(style.TextContent);
        var looks = new LookReader(Sheet);
        var placer = new TextPlacer(_guard.Texts);
        var hidden = 0;
        var startsLine = false;
        var stack = new Stack<(INode Node, PageLook Look, int Hidden, IElement? Block)>();
        if (Document.DocumentElement is { } root) stack.Push((root, new PageLook(), 0, null));
        while (stack.Count > 0)
        {
            var (node, look, hiddenIn, block) = stack.Pop();
            if (node is IText text)
            {
                if (text.Data.Trim().Length == 0) continue;
                var place = placer.Find(text.Data);
                if (block is null || text.ParentElement is not { } parent || parent.LocalName is "script" or "style" or "noscript" or "template" or "title") continue;
                var offset = place?.Start ?? OffsetOf(parent);
                Texts.Add(new PageText
                {
                    Text = text.Data,
                    Offset = offset,
                    End = place?.End ?? offset,
                    Element = parent,
                    Block = block,
                    StartsLine = startsLine,
                    Look = look,
                    HiddenIn = hiddenIn,
                });
                startsLine = false;
                continue;
            }

            if (node is not IElement element) continue;
            if ((Elements.Count & 255) == 0) cancellation.ThrowIfCancellationRequested();
            Elements.Add(element);
            if (!_byName.TryGetValue(element.LocalName, out var list)) _byName.Add(element.LocalName, list = []);
            list.Add(element);
            startsLine |= element.LocalName is "br" or "hr";
            if (block is not null || element.LocalName == "body")
            {
                if (!Inline.Contains(element.LocalName)) block = element;
                look = looks.Read(element, look);
                if (hiddenIn == 0 && look.Hidden is not null) hiddenIn = ++hidden;
            }

            for (var child = element.LastChild; child is not null; child = child.PreviousSibling) stack.Push((child, look, hiddenIn, block));
        }
    }
}
