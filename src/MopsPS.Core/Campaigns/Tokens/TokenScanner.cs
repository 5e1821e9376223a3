using System;
using System.Collections.Generic;
using System.Net;

namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>Finds the tokens of a text, those that are broken with them. One pass; a token has at most 2,000 characters.</summary>
internal sealed class TokenScanner
{
    private const int MaxLength = 2000;
    private static readonly char[] Starts = ['{', '}', '%', '*', '|', ']'];
    private readonly string _text;
    private readonly bool _isHtml;
    private readonly List<MailToken> _tokens = [];
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    private TokenScanner(string text, bool isHtml)
    {
        _text = text;
        _isHtml = isHtml;
    }

    /// <summary>Finds tokens.</summary>
    /// <param name="text">The text: a source of HTML, a subject, a text part.</param>
    /// <param name="skip">From an offset to the end of what is not to be looked at there (styles, scripts, comments), or the offset itself.</param>
    /// <param name="isHtml">Whether entities are to be decoded and tags inside tokens are a mistake.</param>
    public static List<MailToken> Find(string text, Func<int, int>? skip = null, bool isHtml = true)
    {
        var scanner = new TokenScanner(text, isHtml);
        for (var i = text.IndexOfAny(Starts); i >= 0 && i < text.Length; i = i < text.Length ? text.IndexOfAny(Starts, i) : -1)
        {
            if (skip is not null && skip(i) is var next && next > i)
            {
                i = next;
                continue;
            }

            i += Math.Max(1, scanner.At(i));
        }

        return scanner._tokens;
    }

    // Returns the length of what was taken; 0 for none.
    private int At(int i)
    {
        var text = _text;
        if (Is(text, i, "{{{")) return Braces(i, "{{{", "}}}");
        if (Is(text, i, "{{")) return Braces(i, "{{", "}}");
        if (Is(text, i, "{%")) return Braces(i, "{%", "%}");
        if (Is(text, i, "{#")) return Close("#}", i, MaxLength) is > 0 and var close ? close + 2 - i : 0;
        if (Is(text, i, "{!")) return i + 2 < text.Length && (char.IsLetter(text[i + 2]) || text[i + 2] == '$') ? Braces(i, "{!", "}") : 0;
        if (Is(text, i, "%%[")) return Braces(i, "%%[", "]%%");
        if (Is(text, i, "%%=")) return Braces(i, "%%=", "=%%");
        if (Is(text, i, "%%")) return Percent(i);
        if (Is(text, i, "*|")) return Mailchimp(i);
        if (Is(text, i, "}}")) return Stray(i, "}}", TokenPlatform.None);
        if (Is(text, i, "|*")) return Stray(i, "|*", TokenPlatform.Mailchimp);
        if (Is(text, i, "]%%")) return Stray(i, "]%%", TokenPlatform.Salesforce);
        return Single(i);
    }

    // The next place of a text is looked up once and kept until it is passed, so that a thousand half tokens cost one search.
    private int Close(string what, int from, int most)
    {
        if (!_next.TryGetValue(what, out var next) || next < from)
        {
            next = _text.IndexOf(what, from, StringComparison.Ordinal);
            _next[what] = next = next < 0 ? int.MaxValue : next;
        }

        return next - from > most ? -1 : next;
    }

    private int Braces(int i, string open, string close)
    {
        var (text, isHtml) = (_text, _isHtml);
        var from = i + open.Length;
        var end = Close(close, from, MaxLength);
        // {{${first_name}}} of Braze: the first brace closes the inner one.
        if (end >= 0 && open == "{{" && Is(text, end, "}}}") && (Is(text, i, "{{${") || Is(text, i, "{{ ${"))) end++;
        var again = end < 0 ? -1 : text.IndexOf(open, from, end - from, StringComparison.Ordinal);
        var isLong = open is "%%[" or "{%";
        if (end >= 0 && again < 0)
        {
            var content = text.Substring(from, end - from);
            var tag = isHtml && !isLong && open != "%%=" ? TagIn(content) : -1;
            if (tag < 0)
            {
                var raw = text.Substring(i, end + close.Length - i);
                if (open == "{{" && (content.IndexOf('{') >= 0 || content.IndexOf('}') >= 0) && !raw.StartsWith("{{${", StringComparison.Ordinal) && !raw.StartsWith("{{ ${", StringComparison.Ordinal) && content.IndexOf("[\"", StringComparison.Ordinal) < 0)
                {
                    _tokens.Add(Broken(raw, i, "a brace is missing or too many"));
                    return raw.Length;
                }

                _tokens.Add(TokenSyntax.Read(raw, i, open, isHtml ? WebUtility.HtmlDecode(content) : content, isHtml && content.IndexOf("&nbsp;", StringComparison.OrdinalIgnoreCase) >= 0));
                return raw.Length;
            }
        }

        // What is shown of a token that never ends: to the next tag, line end or token.
        var stop = from;
        while (stop < text.Length && stop - i < 60 && text[stop] is not ('<' or '\n' or '\r' or '"' or '{')) stop++;
        _tokens.Add(Broken(text.Substring(i, stop - i).TrimEnd(), i, end >= 0 && again < 0 ? $"a tag stands inside {open} and {close}" : $"{open} is never closed by {close}"));
        return stop - i;
    }

    // %%name%% of Marketing Cloud and Pardot. "100%% sure" is none.
    private int Percent(int i)
    {
        var text = _text;
        var end = i + 2;
        while (end < text.Length && end - i < 80 && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or ' ' or '-' or '.')) end++;
        if (end == i + 2 || !(char.IsLetter(text[i + 2]) || text[i + 2] == '_')) return 2;
        if (Is(text, end, "%%"))
        {
            var name = text.Substring(i + 2, end - i - 2);
            _tokens.Add(new MailToken { Text = text.Substring(i, end + 2 - i), Index = i, Platform = TokenPlatform.Salesforce, Name = "%%" + name.Trim(), Problem = name.Trim() == name ? null : "spaces stand inside the percent signs" });
            return end + 2 - i;
        }

        // Half a token: one percent sign at the end, or none before the text goes on without a space.
        var word = i + 2;
        while (word < text.Length && (char.IsLetterOrDigit(text[word]) || text[word] == '_')) word++;
        if (i > 0 && char.IsDigit(text[i - 1])) return 2;
        _tokens.Add(Broken(text.Substring(i, Math.Min(word + 1, text.Length) - i).TrimEnd(), i, "%% is never closed by %%", TokenPlatform.Salesforce));
        return word - i;
    }

    private int Mailchimp(int i)
    {
        var (text, isHtml) = (_text, _isHtml);
        var end = Close("|*", i + 2, 300);
        var again = end < 0 ? -1 : text.IndexOf("*|", i + 2, end - i - 2, StringComparison.Ordinal);
        if (end < 0 || again >= 0 || (isHtml && TagIn(text.Substring(i + 2, end - i - 2)) >= 0))
        {
            var word = i + 2;
            while (word < text.Length && (char.IsUpper(text[word]) || text[word] is '_' or ':')) word++;
            if (word < i + 4) return 2;
            _tokens.Add(Broken(text.Substring(i, word - i), i, "*| is never closed by |*", TokenPlatform.Mailchimp));
            return word - i;
        }

        var raw = text.Substring(i, end + 2 - i);
        _tokens.Add(TokenSyntax.Mailchimp(raw, i));
        return raw.Length;
    }

    // {lead.First Name}: one brace where two belong. Only where the name says that it was meant as a token.
    private int Single(int i)
    {
        var text = _text;
        if (text[i] != '{' || i + 8 > text.Length || !char.IsLetter(text[i + 1])) return 0;
        var end = i + 1;
        while (end < text.Length && end - i < 80 && text[end] is not ('}' or '{' or '<' or '\n' or '"')) end++;
        if (end >= text.Length || text[end] != '}') return 0;
        var dot = text.IndexOf('.', i, end - i);
        if (dot < 0) return 0;
        var root = text.Substring(i + 1, dot - i - 1);
        if (root is not ("lead" or "contact" or "my" or "system" or "company" or "Recipient" or "Contact" or "Lead")) return 0;
        var length = Is(text, end, "}}") ? end + 2 - i : end + 1 - i;
        _tokens.Add(Broken(text.Substring(i, length), i, "a brace is missing"));
        return length;
    }

    private int Stray(int i, string what, TokenPlatform platform)
    {
        var text = _text;
        var start = i;
        while (start > 0 && i - start < 40 && text[start - 1] is not ('>' or '\n' or '"' or '}' or '*')) start--;
        _tokens.Add(Broken(text.Substring(start, i + what.Length - start).TrimStart(), i, $"{what} closes nothing", platform));
        return what.Length;
    }

    private static MailToken Broken(string text, int index, string problem, TokenPlatform platform = TokenPlatform.None) =>
        new() { Text = text, Index = index, Platform = platform, Problem = problem };

    // < before a letter or slash: a tag, not "a < b".
    private static int TagIn(string content)
    {
        for (var i = content.IndexOf('<'); i >= 0 && i + 1 < content.Length; i = content.IndexOf('<', i + 1))
            if (char.IsLetter(content[i + 1]) || content[i + 1] is '/' or '!') return i;
        return -1;
    }

    private static bool Is(string text, int i, string what) => string.CompareOrdinal(text, i, what, 0, what.Length) == 0;
}
