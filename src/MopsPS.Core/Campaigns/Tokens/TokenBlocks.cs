using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Campaigns.Tokens;

/// <summary>Pairs what opens with what closes: <c>{% if %}</c>, <c>{{#each}}</c>, <c>*|IF:|*</c>, AMPscript's IF and FOR.</summary>
internal static class TokenBlocks
{
    private static readonly HashSet<string> Liquid = new(StringComparer.Ordinal)
        { "if", "unless", "case", "for", "tablerow", "capture", "comment", "raw", "macro", "call", "block", "catalog_items", "connected_content_block", "form", "paginate", "autoescape", "with", "filter" };

    private static readonly Regex Words = new("\"[^\"]*\"|'[^']*'|/\\*.*?\\*/|\\b(?<word>if|endif|for|next|elseif|else)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    /// <summary>Finds what is not paired.</summary>
    /// <param name="tokens">The tokens in their order.</param>
    /// <returns>The token and what is wrong.</returns>
    public static IEnumerable<(MailToken Token, string Problem)> Unpaired(IEnumerable<MailToken> tokens)
    {
        var open = new Stack<(string Closes, MailToken Token)>();
        var statements = tokens.Where(token => token.IsStatement && token.Problem is null).ToList();
        var ends = Ends(statements);
        foreach (var token in statements)
        {
            foreach (var (opens, closes, between) in Moves(token, ends))
            {
                if (opens is not null)
                {
                    open.Push((opens, token));
                }
                else if (between is not null)
                {
                    if (open.Count == 0 || !IsBetween(between, open.Peek().Closes)) yield return (token, $"{between} stands outside an if");
                }
                else if (closes is not null && (open.Count == 0 || open.Peek().Closes != closes))
                {
                    if (!open.Any(item => item.Closes == closes))
                    {
                        yield return (token, "it closes nothing");
                        continue;
                    }

                    while (open.Peek().Closes != closes) yield return (open.Peek().Token, $"it is not closed by {open.Pop().Closes}");
                    open.Pop();
                }
                else if (closes is not null)
                {
                    open.Pop();
                }
            }
        }

        foreach (var (closes, token) in open.Reverse()) yield return (token, $"it is never closed by {closes}");
    }

    /// <summary>The names that conditions around each token have asked for, so that a field is known to be filled there.</summary>
    public static IEnumerable<(MailToken Token, bool IsGuarded)> Guarded(IEnumerable<MailToken> tokens)
    {
        var conditions = new Stack<string>();
        var list = tokens.ToList();
        var ends = Ends(list);
        foreach (var token in list)
        {
            if (!token.IsStatement)
            {
                yield return (token, conditions.Any(condition => condition.IndexOf(token.Name.TrimStart('%'), StringComparison.OrdinalIgnoreCase) >= 0));
                continue;
            }

            foreach (var (opens, closes, _) in Moves(token, ends))
            {
                if (opens is not null) conditions.Push(token.Argument);
                else if (closes is not null && conditions.Count > 0) conditions.Pop();
            }
        }
    }

    // Products add tags of their own; one that has an end somewhere is a block.
    private static HashSet<string> Ends(IEnumerable<MailToken> tokens) => new(
        tokens.Where(token => token.IsStatement && token.Platform == TokenPlatform.Liquid && token.Name.StartsWith("end", StringComparison.Ordinal) && token.Name.Length > 3).Select(token => token.Name.Substring(3)),
        StringComparer.Ordinal);

    private static bool IsBetween(string word, string closes) => closes is "{% endif %}" or "{% endunless %}" or "{% endcase %}" or "{% endfor %}" or "*|END:IF|*" or "ENDIF";

    private static IEnumerable<(string? Opens, string? Closes, string? Between)> Moves(MailToken token, HashSet<string> ends)
    {
        if (token.Platform == TokenPlatform.Mailchimp)
        {
            if (token.Name is "IF" or "IFNOT") yield return ("*|END:IF|*", null, null);
            else if (token.Name == "END" && token.Argument is "IF" or "IFNOT") yield return (null, "*|END:IF|*", null);
            else if (token.Name is "ELSE" or "ELSEIF") yield return (null, null, token.Text);
        }
        else if (token.Platform == TokenPlatform.Salesforce)
        {
            foreach (Match match in Words.Matches(token.Argument))
            {
                switch (match.Groups["word"].Value.ToLowerInvariant())
                {
                    case "if": yield return ("ENDIF", null, null); break;
                    case "endif": yield return (null, "ENDIF", null); break;
                    case "for": yield return ("NEXT", null, null); break;
                    case "next": yield return (null, "NEXT", null); break;
                    case "else" or "elseif": yield return (null, null, "ELSE"); break;
                }
            }
        }
        else if (token.Name.StartsWith("#", StringComparison.Ordinal))
        {
            yield return ("{{/" + token.Name.Substring(1) + "}}", null, null);
        }
        else if (token.Name.Length > 1 && token.Name[0] == '/')
        {
            yield return (null, "{{/" + token.Name.Substring(1) + "}}", null);
        }
        else if (Liquid.Contains(token.Name) || ends.Contains(token.Name))
        {
            yield return ("{% end" + token.Name + " %}", null, null);
        }
        else if (token.Name.StartsWith("end", StringComparison.Ordinal) && token.Name.Length > 3 && token.Name[3] != '_')
        {
            yield return (null, "{% " + token.Name + " %}", null);
        }
        else if (token.Name is "else" or "elsif" or "elif" or "when")
        {
            yield return (null, null, token.Name);
        }
    }
}
