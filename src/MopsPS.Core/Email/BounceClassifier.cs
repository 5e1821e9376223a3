using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Email;

/// <summary>
/// Tells the kind of a bounce. The platform's own category wins; then the enhanced status code (RFC 3463: class 4 is for now, 5 for good, subject 7 is policy,
/// 5.2.2 a full mailbox, which empties again), then the words of the reason, then the reply code (RFC 5321: 4yz for now, 5yz for good).
/// </summary>
internal static class BounceClassifier
{
    private static readonly Dictionary<string, EmailEvent> Categories = new(StringComparer.OrdinalIgnoreCase);
    private static readonly List<(string Phrase, EmailEvent Kind)> Phrases = [];

    static BounceClassifier()
    {
        foreach (var row in EmbeddedTable.Read("Email/bounce-categories.csv"))
        {
            var kind = (EmailEvent)Enum.Parse(typeof(EmailEvent), row[0]);
            foreach (var name in EmbeddedTable.Values(row[2]))
            {
                if (row[1] == "Category") Categories.Add(name, kind);
                else Phrases.Add((name, kind));
            }
        }
    }

    /// <summary>The kind of a bounce.</summary>
    /// <param name="category">The platform's category; null or empty for none.</param>
    /// <param name="reason">Code and text of the receiving server; null or empty for none.</param>
    /// <param name="code">The status code found in the reason, for example <c>5.1.1</c> or <c>550</c>; null for none.</param>
    /// <returns>HardBounce, SoftBounce or BlockBounce; Bounce where nothing tells.</returns>
    public static EmailEvent Classify(string? category, string? reason, out string? code)
    {
        var text = reason ?? string.Empty;
        var enhanced = EnhancedCode(text) ?? EnhancedCode(category ?? string.Empty);
        var reply = ReplyCode(text);
        code = enhanced ?? reply;
        if (category is { Length: > 0 } && Categories.TryGetValue(category.Trim(), out var kind)) return kind;
        if (enhanced is not null) return ByEnhanced(enhanced);
        if (ByPhrase(text) is { } byText) return byText;
        if (category is { Length: > 0 } && ByPhrase(category) is { } byCategory) return byCategory;
        return reply is null ? EmailEvent.Bounce : reply[0] == '4' ? EmailEvent.SoftBounce : EmailEvent.HardBounce;
    }

    private static EmailEvent ByEnhanced(string code)
    {
        if (code.Contains(".7.")) return EmailEvent.BlockBounce;
        return code[0] == '4' || code == "5.2.2" ? EmailEvent.SoftBounce : EmailEvent.HardBounce;
    }

    private static EmailEvent? ByPhrase(string text) =>
        Phrases.FirstOrDefault(pair => text.IndexOf(pair.Phrase, StringComparison.OrdinalIgnoreCase) >= 0) is { Phrase: not null } found ? found.Kind : null;

    // class "." subject "." detail, of one, one to three and one to three digits, and no digit or point beside it: an address 5.1.1.9 is none.
    private static string? EnhancedCode(string text)
    {
        for (var start = 0; start < text.Length - 4; start++)
        {
            if (text[start] is not ('4' or '5') || text[start + 1] != '.' || (start > 0 && (char.IsDigit(text[start - 1]) || text[start - 1] == '.'))) continue;
            var at = Digits(text, start + 2);
            if (at == start + 2 || at >= text.Length || text[at] != '.') continue;
            var end = Digits(text, at + 1);
            if (end == at + 1 || (end < text.Length - 1 && text[end] == '.' && char.IsDigit(text[end + 1]))) continue;
            return text.Substring(start, end - start);
        }

        return null;
    }

    private static string? ReplyCode(string text)
    {
        for (var start = 0; start <= text.Length - 3; start++)
        {
            if (text[start] is not ('4' or '5') || (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))) continue;
            if (Digits(text, start) - start == 3 && text[start + 1] <= '5' && (start + 3 == text.Length || text[start + 3] is ' ' or '-' or ';' or ':' or ',' or '\t' or ')')) return text.Substring(start, 3);
        }

        return null;
    }

    private static int Digits(string text, int at)
    {
        var start = at;
        while (at < text.Length && at - start < 4 && char.IsDigit(text[at])) at++;
        return at - start > 3 ? start : at;
    }
}
