using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;

namespace MopsPS.Common;

/// <summary>What an <c>-Encoding</c> parameter means: a name or the number of a code page.</summary>
internal static class EncodingParameter
{
    /// <summary>Finds an encoding.</summary>
    /// <param name="name">For example <c>utf-8</c>, <c>windows-1252</c> or <c>1252</c>.</param>
    /// <returns>The encoding, or null where there is none of that name.</returns>
    public static Encoding? Find(string name)
    {
        if (string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "utf8", StringComparison.OrdinalIgnoreCase)) return new UTF8Encoding(false);
        try
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var page))
                return CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>Completes the encodings that exports come in.</summary>
public sealed class EncodingCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Tip)[] Known =
    [
        ("utf-8", "Unicode; what most products export"),
        ("utf-16", "Unicode, two bytes a character; what Excel calls Unicode text"),
        ("utf-16BE", "Unicode, two bytes a character, high byte first"),
        ("windows-1252", "Western Europe; what Excel writes as CSV there"),
        ("windows-1250", "Central Europe"),
        ("windows-1251", "Cyrillic"),
        ("iso-8859-15", "Western Europe with the euro sign"),
        ("shift_jis", "Japanese"),
        ("gb18030", "Chinese"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Known.Where(known => known.Name.StartsWith(wordToComplete ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(known => new CompletionResult(known.Name, known.Name, CompletionResultType.ParameterValue, known.Tip));
}
