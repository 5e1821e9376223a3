using System;
using System.Text;

namespace MopsPS.Core.Utm.Links;

/// <summary>A link found in a text, and where.</summary>
/// <param name="Url">The link, entities of the format decoded.</param>
/// <param name="Line">The one-based line.</param>
/// <param name="Character">The one-based position in the line.</param>
public sealed record FoundLink(string Url, int Line, int Character)
{
    /// <summary>Whether a link is one that UTM parameters are about: not an anchor, a mail address, or a token that a mailing tool replaces as a whole.</summary>
    internal static bool IsRelevant(string url)
    {
        var text = url.Trim();
        if (text.Length == 0 || text[0] == '#') return false;
        var tokens = MergeToken.Find(text);
        if (tokens.Count > 0 && text.StartsWith(tokens[0].Text, StringComparison.Ordinal)) return false;
        foreach (var scheme in new[] { "mailto:", "tel:", "sms:", "javascript:", "data:", "cid:", "about:" })
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    /// <summary>The text without personal data is not known here, so only the place.</summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("line ").Append(Line).Append(", character ").Append(Character);
        return true;
    }
}
