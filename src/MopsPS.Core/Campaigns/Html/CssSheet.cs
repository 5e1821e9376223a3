using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>
/// The style elements of a page: rules that hold on a screen of ordinary width, found by the last class, id or tag of their selector. Rules of media
/// queries are not applied; what they show again and whether they know dark mode is kept.
/// </summary>
internal sealed class CssSheet
{
    private const int MaxRules = 4000;
    private static readonly CssSelectorParser Selectors = new();
    private readonly Dictionary<string, List<CssRule>> _rules = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>Whether a media query asks for dark mode, or Outlook's own mark of it is used.</summary>
    public bool KnowsDarkMode { get; private set; }

    /// <summary>Whether a rule sets <c>color-scheme</c>.</summary>
    public bool HasColorScheme { get; private set; }

    /// <summary>Whether there is a media query for narrow screens.</summary>
    public bool HasMediaQuery { get; private set; }

    /// <summary>Classes and ids that a media query shows again (<c>display: block</c> on a phone).</summary>
    public HashSet<string> ShownAgain { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one style element.</summary>
    public void Add(string css)
    {
        css = WithoutComments(css);
        HasColorScheme |= SetsColorScheme(css);
        KnowsDarkMode |= css.IndexOf("prefers-color-scheme", StringComparison.OrdinalIgnoreCase) >= 0 || css.IndexOf("[data-ogsc]", StringComparison.OrdinalIgnoreCase) >= 0;
        Rules(css, 0, css.Length, inMedia: false);
    }

    /// <summary>The declarations that hold for an element, the strongest last.</summary>
    public IEnumerable<CssDeclaration> For(IElement element)
    {
        if (_count == 0) return [];
        List<CssRule>? found = null;
        Collect(element, element.LocalName, ref found);
        if (element.Id is { Length: > 0 } id) Collect(element, "#" + id, ref found);
        foreach (var name in element.ClassList) Collect(element, "." + name, ref found);
        Collect(element, "*", ref found);
        if (found is null) return [];
        found.Sort((left, right) => left.Specificity == right.Specificity ? left.Order.CompareTo(right.Order) : left.Specificity < right.Specificity ? -1 : 1);
        return found.SelectMany(rule => rule.Declarations);
    }

    private void Collect(IElement element, string key, ref List<CssRule>? found)
    {
        if (!_rules.TryGetValue(key, out var rules)) return;
        foreach (var rule in rules)
            if (rule.Selector.Match(element, null)) (found ??= []).Add(rule);
    }

    private void Rules(string css, int start, int end, bool inMedia)
    {
        while (start < end)
        {
            var open = css.IndexOf('{', start, end - start);
            if (open < 0) return;
            var head = css.Substring(start, open - start);
            // @import and @charset end at a semicolon.
            var semicolon = head.LastIndexOf(';');
            if (semicolon >= 0) head = head.Substring(semicolon + 1);
            head = head.Trim();
            var close = Close(css, open, end);
            if (head.StartsWith("@media", StringComparison.OrdinalIgnoreCase))
            {
                var isEverywhere = IsEverywhere(head.Substring(6));
                if (!isEverywhere) HasMediaQuery = true;
                if (!inMedia || isEverywhere) Rules(css, open + 1, close, inMedia || !isEverywhere);
            }
            else if (!head.StartsWith("@", StringComparison.Ordinal) && head.Length > 0)
            {
                Rule(head, css.Substring(open + 1, close - open - 1), inMedia);
            }

            start = close + 1;
        }
    }

    private static bool IsEverywhere(string query) => query.Trim().ToLowerInvariant() is "all" or "screen" or "only screen" or "all, screen" or "";

    private static int Close(string css, int open, int end)
    {
        var depth = 0;
        for (var i = open; i < end; i++)
        {
            if (css[i] == '{') depth++;
            else if (css[i] == '}' && --depth == 0) return i;
        }

        return end;
    }

    private void Rule(string head, string body, bool inMedia)
    {
        var declarations = CssDeclarations.Parse(body);
        if (declarations.Count == 0) return;
        if (inMedia)
        {
            if (!declarations.Any(declaration => declaration is { Name: "display", Value: not "none" } or { Name: "visibility", Value: "visible" } or { Name: "max-height", Value: "none" })) return;
            foreach (var selector in head.Split(',')) ShownAgain.Add(Key(selector.Trim()));
            return;
        }

        foreach (var part in head.Split(','))
        {
            var text = part.Trim();
            // States (:hover) and generated parts are not what a reader sees first.
            if (text.Length == 0 || text.Length > 500 || text.IndexOf(':') >= 0 || _count >= MaxRules) continue;
            if (Selectors.ParseSelector(text) is not { } selector) continue;
            var key = Key(text);
            if (!_rules.TryGetValue(key, out var rules)) _rules.Add(key, rules = []);
            rules.Add(new CssRule(selector, selector.Specificity, _count++, declarations));
        }
    }

    // The strongest simple selector of the last compound: what an element must have for the rule to be tried.
    private static string Key(string selector)
    {
        var start = selector.LastIndexOfAny([' ', '>', '+', '~', '\t', '\n', '\r']) + 1;
        var compound = selector.Substring(start);
        var hash = compound.IndexOf('#');
        var dot = compound.IndexOf('.');
        var from = hash >= 0 ? hash : dot;
        if (from < 0)
        {
            var bracket = compound.IndexOf('[');
            var tag = bracket < 0 ? compound : compound.Substring(0, bracket);
            return tag.Length == 0 || start > 0 && tag.IndexOf(']') >= 0 ? "*" : tag;
        }

        var end = from + 1;
        while (end < compound.Length && compound[end] is not ('.' or '#' or '[')) end++;
        return compound.Substring(from, end - from);
    }

    private static string WithoutComments(string css)
    {
        var open = css.IndexOf("/*", StringComparison.Ordinal);
        if (open < 0) return css;
        var text = new StringBuilder(css.Length);
        var start = 0;
        while (open >= 0)
        {
            text.Append(css, start, open - start);
            var close = css.IndexOf("*/", open + 2, StringComparison.Ordinal);
            if (close < 0) return text.ToString();
            start = close + 2;
            open = css.IndexOf("/*", start, StringComparison.Ordinal);
        }

        return text.Append(css, start, css.Length - start).ToString();
    }

    // color-scheme itself, not prefers-color-scheme.
    private static bool SetsColorScheme(string css)
    {
        for (var i = css.IndexOf("color-scheme", StringComparison.OrdinalIgnoreCase); i >= 0; i = css.IndexOf("color-scheme", i + 12, StringComparison.OrdinalIgnoreCase))
            if (i == 0 || css[i - 1] != '-') return true;
        return false;
    }

    private sealed record CssRule(ISelector Selector, AngleSharp.Css.Priority Specificity, int Order, List<CssDeclaration> Declarations);
}
