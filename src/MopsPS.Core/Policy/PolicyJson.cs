using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MopsPS.Core.Policy;

/// <summary>Makes policy nodes of JSON text (comments and trailing commas allowed) or of dictionaries.</summary>
internal static class PolicyJson
{
    /// <summary>Deeper than any policy is; a bound against text made to exhaust the stack.</summary>
    public const int MaxDepth = 16;

    /// <summary>Reads JSON text; a mistake of syntax ends the reading and is the only one reported.</summary>
    public static PolicyNode? Parse(byte[] utf8, PolicyProblems problems)
    {
        var start = utf8.Length >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0;
        var text = new ReadOnlySpan<byte>(utf8, start, utf8.Length - start);
        var reader = new Utf8JsonReader(text, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaxDepth,
        });
        try
        {
            reader.Read();
            var places = new Places(utf8, start);
            var root = Read(ref reader, "$", string.Empty, places, places.At(reader.TokenStartIndex));
            reader.Read(); // what follows the policy must be nothing but comments
            return root;
        }
        catch (JsonException exception)
        {
            problems.Add(Severity.Error, "$", (int)(exception.LineNumber ?? 0) + 1, (int)(exception.BytePositionInLine ?? 0) + 1,
                "the text is no JSON here (comments and trailing commas are allowed): " + FirstSentence(exception.Message));
        }
        catch (InvalidOperationException)
        {
            // A string with bytes that are no UTF-8, or half of a surrogate pair.
            var (line, column) = new Places(utf8, start).At(reader.TokenStartIndex);
            problems.Add(Severity.Error, "$", line, column, "the text is no valid UTF-8 here; save the file as UTF-8.");
        }

        return null;
    }

    /// <summary>Takes a dictionary (a hashtable of PowerShell, say); its nodes have no line.</summary>
    public static PolicyNode? FromObject(object? value, PolicyProblems problems, string path = "$", string key = "", int depth = 0)
    {
        if (depth > MaxDepth)
        {
            problems.Add(Severity.Error, path, 0, 0, "the policy is nested too deeply.");
            return null;
        }

        switch (value)
        {
            case null: return new PolicyNode { Kind = PolicyNodeKind.Null, Path = path, Key = key };
            case bool boolean: return new PolicyNode { Kind = PolicyNodeKind.Boolean, Path = path, Key = key, Boolean = boolean };
            case string or char or Enum:
                return new PolicyNode { Kind = PolicyNodeKind.String, Path = path, Key = key, Text = value.ToString()! };
            case DateTime date:
                return new PolicyNode { Kind = PolicyNodeKind.String, Path = path, Key = key, Text = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
            case byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal:
                return new PolicyNode
                {
                    Kind = PolicyNodeKind.Number,
                    Path = path,
                    Key = key,
                    Number = Convert.ToDouble(value, CultureInfo.InvariantCulture),
                    Text = Convert.ToString(value, CultureInfo.InvariantCulture)!,
                };
            case IDictionary dictionary:
                var node = new PolicyNode { Kind = PolicyNodeKind.Object, Path = path, Key = key };
                foreach (DictionaryEntry entry in dictionary)
                {
                    var name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty;
                    if (FromObject(entry.Value, problems, $"{path}.{name}", name, depth + 1) is { } member) node.Children.Add(member);
                }

                return node;
            case IEnumerable items:
                var array = new PolicyNode { Kind = PolicyNodeKind.Array, Path = path, Key = key };
                foreach (var item in items)
                {
                    if (FromObject(item, problems, $"{path}[{array.Children.Count}]", string.Empty, depth + 1) is { } child) array.Children.Add(child);
                }

                return array;
            default:
                problems.Add(Severity.Error, path, 0, 0, $"a {value.GetType().Name} cannot stand in a policy; text, numbers, booleans, lists and hashtables can.");
                return null;
        }
    }

    private static PolicyNode Read(ref Utf8JsonReader reader, string path, string key, Places places, (int Line, int Column) at)
    {
        var kind = reader.TokenType switch
        {
            JsonTokenType.StartObject => PolicyNodeKind.Object,
            JsonTokenType.StartArray => PolicyNodeKind.Array,
            JsonTokenType.String => PolicyNodeKind.String,
            JsonTokenType.Number => PolicyNodeKind.Number,
            JsonTokenType.True or JsonTokenType.False => PolicyNodeKind.Boolean,
            _ => PolicyNodeKind.Null,
        };
        double number = 0;
        var isFinite = kind == PolicyNodeKind.Number && reader.TryGetDouble(out number) && !double.IsInfinity(number);
        var node = new PolicyNode
        {
            Kind = kind,
            Path = path,
            Key = key,
            Line = at.Line,
            Column = at.Column,
            Number = isFinite ? number : double.NaN,
            Boolean = reader.TokenType == JsonTokenType.True,
            Text = kind == PolicyNodeKind.String ? reader.GetString()! : isFinite ? number.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
        };
        if (kind == PolicyNodeKind.Object)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                var place = places.At(reader.TokenStartIndex);
                reader.Read();
                node.Children.Add(Read(ref reader, $"{path}.{name}", name, places, place));
            }
        }
        else if (kind == PolicyNodeKind.Array)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                node.Children.Add(Read(ref reader, $"{path}[{node.Children.Count}]", string.Empty, places, places.At(reader.TokenStartIndex)));
            }
        }

        return node;
    }

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message.Substring(0, end);
    }

    /// <summary>Lines and columns (in characters) of byte offsets.</summary>
    private sealed class Places
    {
        private readonly byte[] _utf8;
        private readonly int _start;
        private readonly List<int> _lines;

        public Places(byte[] utf8, int start)
        {
            _utf8 = utf8;
            _start = start;
            _lines = [start];
            for (var i = start; i < utf8.Length; i++)
            {
                if (utf8[i] == '\n') _lines.Add(i + 1);
            }
        }

        public (int Line, int Column) At(long offset)
        {
            var index = (int)offset + _start;
            var line = _lines.BinarySearch(index);
            if (line < 0) line = ~line - 1;
            return (line + 1, Encoding.UTF8.GetCharCount(_utf8, _lines[line], index - _lines[line]) + 1);
        }
    }
}
