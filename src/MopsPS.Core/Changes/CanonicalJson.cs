using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace MopsPS.Core.Changes;

/// <summary>
/// JSON in the one form that is hashed: RFC 8785 (JSON Canonicalization Scheme), with whole numbers only. Members are sorted by their UTF-16 code units,
/// nothing stands between tokens, and only what must be escaped is.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>Writes an object.</summary>
    /// <param name="members">The members and their values in canonical form; any order.</param>
    public static string Object(IEnumerable<KeyValuePair<string, string>> members)
    {
        var text = new StringBuilder("{");
        foreach (var member in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (text.Length > 1) text.Append(',');
            Text(text, member.Key);
            text.Append(':').Append(member.Value);
        }

        return text.Append('}').ToString();
    }

    /// <summary>Writes a text.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        Text(text, value);
        return text.ToString();
    }

    /// <summary>Writes what was read.</summary>
    /// <param name="element">The value.</param>
    /// <param name="without">A member of the outermost object that is left out; null for none.</param>
    /// <exception cref="FormatException">A number is not whole, or a member stands twice.</exception>
    /// <exception cref="InvalidOperationException">A text is no Unicode.</exception>
    public static string Of(JsonElement element, string? without = null)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    if (members.ContainsKey(member.Name)) throw new FormatException($"The member '{member.Name}' stands twice.");
                    members.Add(member.Name, Of(member.Value));
                }

                if (without is not null) members.Remove(without);
                return Object(members);
            case JsonValueKind.Array:
                return "[" + string.Join(",", element.EnumerateArray().Select(item => Of(item))) + "]";
            case JsonValueKind.String:
                return Text(element.GetString()!);
            case JsonValueKind.Number:
                return element.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : throw new FormatException("A number is not whole.");
            default:
                return element.GetRawText();
        }
    }

    private static void Text(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default:
                    // Half a surrogate pair is no character: UTF-8 has no bytes for it.
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])) text.Append(c).Append(value[++i]);
                    else text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    break;
            }
        }

        text.Append('"');
    }
}
