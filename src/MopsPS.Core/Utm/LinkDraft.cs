using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Utm;

/// <summary>Puts UTM parameters into a link; everything else of the link stays as it was written.</summary>
internal static class LinkDraft
{
    /// <summary>Writes the link with the parameters.</summary>
    /// <param name="url">The link, taken apart.</param>
    /// <param name="values">Values by short name; a name that the link has already is replaced where it stands, the others follow in the order of <see cref="UtmKeys.ShortNames"/>.</param>
    public static string Write(WebUrl url, IReadOnlyDictionary<string, string> values)
    {
        var shape = LinkShape.Of(url);
        var written = new HashSet<string>();
        var parts = new List<string>();
        foreach (var parameter in shape.Parameters)
        {
            if (LinkShape.NameOf(parameter) is not { } name || !values.TryGetValue(name, out var value)) parts.Add(parameter.Raw);
            else if (written.Add(name)) parts.Add(Parameter(name, value));
        }

        parts.AddRange(UtmKeys.ShortNames.Where(name => values.ContainsKey(name) && written.Add(name)).Select(name => Parameter(name, values[name])));
        var query = string.Join("&", parts);
        return shape.Front + (query.Length > 0 || shape.HasQuery ? "?" + query : string.Empty) + (shape.Fragment is null ? string.Empty : "#" + shape.Fragment);
    }

    private static string Parameter(string name, string value) => UtmKeys.Prefix + name + "=" + Encode(value);

    // A platform replaces its tokens only as they are written: encoded braces would arrive as text.
    private static string Encode(string value)
    {
        var result = new StringBuilder();
        var from = 0;
        foreach (var token in MergeToken.Find(value))
        {
            if (!token.Text.All(IsQueryCharacter)) continue;
            var at = value.IndexOf(token.Text, from, StringComparison.Ordinal);
            result.Append(QueryParameters.Encode(value.Substring(from, at - from))).Append(token.Text);
            from = at + token.Text.Length;
        }

        return result.Append(QueryParameters.Encode(value.Substring(from))).ToString();
    }

    // Written as it is, the character neither ends the value nor is read as another one.
    private static bool IsQueryCharacter(char c) => c is > ' ' and <= '~' and not ('&' or '#' or '+' or '%' or '"' or '<' or '>' or '\'');
}
