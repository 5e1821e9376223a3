using System;
using System.Collections.Generic;
using System.Management.Automation.Language;
using System.Text;

namespace MopsPS.Shell.CommandLine;

/// <summary>
/// Writes the statement that runs a script with the words after its path, as pwsh -File does: texts stay texts and are never evaluated,
/// -Name takes the next word if the script's parameter wants one, -Switch:$false is a Boolean.
/// </summary>
internal static class ScriptArguments
{
    /// <summary>The statement. It dot-sources, as pwsh runs a script in the global scope; a script that reads standard input gets a scope, and thereby an $input, of its own.</summary>
    public static string Statement(string path, IReadOnlyList<string> words, bool fromPipeline)
    {
        var text = new StringBuilder(fromPipeline ? "$input | & " : ". ").Append(Quote(path));
        foreach (var word in words)
        {
            text.Append(' ');
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? word : word[..colon];
            if (!IsParameter(name)) text.Append(Quote(word));
            else if (colon < 0 || colon == word.Length - 1) text.Append(word);
            else text.Append(name).Append(':').Append(Value(word[(colon + 1)..]));
        }

        return text.ToString();
    }

    // A dash and a digit is a negative number, a lone dash a text. Nothing else than a plain name goes unquoted into the statement.
    private static bool IsParameter(string name)
    {
        if (name.Length < 2 || name[0] != '-' || !(char.IsAsciiLetter(name[1]) || name[1] is '_' or '?')) return false;
        foreach (var character in name.AsSpan(1))
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '?')) return false;
        }

        return true;
    }

    // pwsh reads these words, and only these, as Booleans, so that -Switch:$false can be said from any shell.
    private static string Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" or "TRUE" => "$true",
        "$FALSE" or "FALSE" => "$false",
        _ => Quote(text),
    };

    private static string Quote(string text) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";
}
