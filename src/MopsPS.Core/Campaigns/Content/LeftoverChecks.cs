using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>What is left over from the template or from the campaign that was copied: filler text, notes to oneself, words in brackets, another campaign's name.</summary>
internal sealed class LeftoverChecks : ContentChecks
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> Latin = new(StringComparer.OrdinalIgnoreCase)
    {
        "lorem", "ipsum", "dolor", "amet", "consectetur", "consectetuer", "adipiscing", "adipisicing", "elit", "eiusmod", "tempor", "incididunt", "labore", "dolore", "magna", "aliqua", "aliquam", "enim", "minim",
        "veniam", "nostrud", "exercitation", "ullamco", "laboris", "aliquip", "commodo", "consequat", "duis", "aute", "irure", "reprehenderit", "voluptate", "velit", "cillum", "fugiat", "nulla", "pariatur",
        "excepteur", "occaecat", "cupidatat", "proident", "culpa", "officia", "deserunt", "mollit", "laborum", "praesent", "laoreet", "malesuada", "cursus", "maecenas", "pellentesque", "posuere", "eleifend",
        "class", "aptent", "taciti", "sociosqu", "litora", "torquent", "conubia", "nostra", "inceptos", "himenaeos", "scelerisque", "congue", "eros", "felis", "pretium", "lobortis", "rhoncus", "vestibulum",
        "curabitur", "phasellus", "vivamus", "suspendisse", "integer", "fusce", "donec", "nunc", "mauris", "sagittis", "tincidunt", "vehicula", "ornare", "dapibus", "ultricies", "ultrices", "volutpat", "quisque",
        "sed", "et", "ut", "ante", "leo", "id", "per", "in", "sit", "eu", "erat",
    };

    private static readonly Regex Filler = new(@"\blorem\s+ipsum\b|\bdolor\s+sit\s+amet\b|\bconsectetu\w+\s+adipi\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);
    private static readonly Regex Note = new(@"\b(?:TODO|FIXME|TBD|TBC|X{3,})\b|\b(?i:to be (?:confirmed|defined|decided|completed))\b|\bTK\s?TK\b|\b(?i:asdf\w*|blah blah|foo ?bar)\b|\b(?i:do not send|for internal use only)\b|\?\?\?", RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly Regex Bracket = new(
        @"\[[^\[\]\n]{0,60}\b(?:name|company|date|time|title|insert|your|url|link|product|address|city|event|headline|subject|cta|button|image|logo|copy|placeholder|price|amount|speaker|phone|number|sender|street|state|zip)\b[^\[\]\n]{0,60}\]|" +
        @"<<[^<>\n]{1,40}>>|(?<![{$])\{(?:first|last|full)?[_ ]?name\}(?!\})|(?<!%)%(?:first|last|full)?_?name%(?!%)|\$(?:first|last)_?name\$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    private static readonly Regex Phrase = new(
        @"\b(?:insert|add|enter|put)\s+(?:your\s+|the\s+)?(?:text|copy|headline|name|company|logo|image|link|title|content|offer|cta|date|address|url)(?:\s+name)?\s+here\b|" +
        @"\b(?:your\s+)?(?:headline|sub-?head(?:line)?|button text|body copy|body text|text|copy|content|logo|image|company name|brand name|preheader|preview text)\s+(?:goes\s+)?here\b|" +
        @"\bplaceholder\s+(?:text|copy|image)\b|\bthis is (?:the )?(?:preheader|preview|dummy|sample|placeholder) text\b|\bthis text will appear in the inbox\b|\bcall to action here\b|\byour company (?:inc|llc|ltd|gmbh|name)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled, Limit);

    // Expressions are tried only where the text has what they need; most texts do not.
    private static readonly char[] Signs = ['[', '<', '{', '%', '$'];
    private static readonly string[] Notes = ["todo", "fixme", "tbd", "tbc", "xxx", "tk", "to be ", "asdf", "blah", "foo", "do not send", "internal use", "???"];
    private static readonly string[] Words = [" here", "placeholder", "this is ", "this text", "your company"];

    private readonly CampaignCheckInfo _filler;
    private readonly CampaignCheckInfo _note;
    private readonly CampaignCheckInfo _bracket;
    private readonly CampaignCheckInfo _other;

    private LeftoverChecks(string prefix, CampaignArea area, string what)
    {
        _filler = new CampaignCheckInfo(prefix + "060", area, what + "FillerText", Severity.Error, "Filler text (lorem ipsum) is left over.", "Write the text.", "practice");
        _note = new CampaignCheckInfo(prefix + "061", area, what + "Note", Severity.Error, "A note to oneself is left over: TODO, TBD, XXX, ???, or a text of the policy's list.", "Do it, and take the note out.", "practice; the team's policy, campaignQA.content.leftovers");
        _bracket = new CampaignCheckInfo(prefix + "062", area, what + "PlaceholderText", Severity.Error, "A placeholder is left over: words in brackets, \"text here\".", "Write what belongs there.", "practice");
        _other = new CampaignCheckInfo(prefix + "063", area, what + "OtherCampaign", Severity.Error, "The name of another campaign is left over.", "Correct it; the names stand in the policy, campaignQA.content.otherCampaigns.", "the team's policy");
        Checks = [_filler, _note, _bracket, _other];
    }

    /// <summary>The checks of e-mails.</summary>
    public static LeftoverChecks Email { get; } = new("EML", CampaignArea.Email, "Email");

    /// <summary>The checks of landing pages.</summary>
    public static LeftoverChecks LandingPage { get; } = new("LPG", CampaignArea.LandingPage, "Page");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; }

    public override void Check(ContentFile file)
    {
        foreach (var check in Checks.Where(check => check != _other)) file.Starts(check);
        var names = file.Policy.Content.OtherCampaigns.Where(name => file.Context.Brief.Name is not { } own || own.IndexOf(name, StringComparison.OrdinalIgnoreCase) < 0).ToList();
        if (names.Count == 0) file.Context.NotApplicable(_other, "the policy lists no other campaigns");
        else file.Starts(_other);
        foreach (var surface in TextSurface.Of(file))
        {
            Lines(surface);
            foreach (var match in Found(Note, surface.Text, Notes)) surface.Report(_note, match.Index, $"'{match.Value}' is left over.", Around(surface.Text, match.Index, match.Length));
            foreach (var match in Brackets(surface.Text)) surface.Report(_bracket, match.Index, $"The placeholder '{match.Value}' is left over.", match.Value);
            foreach (var text in file.Policy.Content.Leftovers) Find(surface, text, index => surface.Report(_note, index, $"'{text}' is left over.", Around(surface.Text, index, text.Length)));
            foreach (var name in names) Find(surface, name, index => surface.Report(_other, index, $"'{name}' is another campaign.", Around(surface.Text, index, name.Length)));
        }

        foreach (var link in file.Links)
            foreach (var name in names.Where(name => link.Href.IndexOf(name.Replace(' ', '-'), StringComparison.OrdinalIgnoreCase) >= 0)) file.Report(_other, link.Offset, $"The link names '{name}', another campaign.", link.Field, link.Href);
    }

    private static IEnumerable<Match> Brackets(string text)
    {
        if (text.IndexOfAny(Signs) >= 0)
            foreach (Match match in Bracket.Matches(text)) yield return match;
        foreach (var match in Found(Phrase, text, Words)) yield return match;
    }

    private static IEnumerable<Match> Found(Regex expression, string text, string[] words) =>
        words.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) ? expression.Matches(text).Cast<Match>() : [];

    // Filler by its first words, or by a line that is mostly of its vocabulary.
    private void Lines(TextSurface surface)
    {
        if (!HasLatin(surface.Text)) return;
        var start = 0;
        foreach (var line in surface.Text.Split('\n'))
        {
            if (Filler.Match(line) is { Success: true } match) surface.Report(_filler, start + match.Index, "Filler text is left over.", Around(line, match.Index, match.Length));
            else if (IsLatin(line)) surface.Report(_filler, start + line.Length - line.TrimStart().Length, "Filler text is left over.", line.Trim());
            start += line.Length + 1;
        }
    }

    // Whether any long word is of the vocabulary: without one, no line is filler.
    private static bool HasLatin(string text)
    {
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = start;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if (end - start is >= 5 and <= 14 && Latin.Contains(text.Substring(start, end - start))) return true;
        }

        return false;
    }

    private static bool IsLatin(string line)
    {
        var words = line.Split([' ', ',', '.', '\u00A0', ';', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 3 && words.Count(word => Latin.Contains(word)) * 3 >= words.Length * 2 && words.Any(word => word.Length >= 6 && Latin.Contains(word));
    }

    private static void Find(TextSurface surface, string text, Action<int> report)
    {
        if (text.Trim().Length == 0) return;
        for (var i = surface.Text.IndexOf(text, StringComparison.OrdinalIgnoreCase); i >= 0; i = surface.Text.IndexOf(text, i + text.Length, StringComparison.OrdinalIgnoreCase))
        {
            var isWord = (i == 0 || !char.IsLetterOrDigit(surface.Text[i - 1])) && (i + text.Length >= surface.Text.Length || !char.IsLetterOrDigit(surface.Text[i + text.Length]));
            if (isWord) report(i);
        }
    }

    private static string Around(string text, int index, int length)
    {
        var start = Math.Max(0, index - 20);
        return text.Substring(start, Math.Min(text.Length - start, length + 40)).Replace('\n', ' ').Trim();
    }
}
