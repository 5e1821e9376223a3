using System;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;

namespace MopsPS.Shell.CommandLine;

/// <summary>Turns the words after a script's path into arguments, as pwsh -File does: texts stay texts, -Name takes the next word if the script's parameter wants one.</summary>
internal static class ScriptArguments
{
    public static IEnumerable<CommandParameter> Read(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            // A dash and a digit is a negative number, a lone dash a text.
            if (word.Length < 2 || word[0] != '-' || !(char.IsLetter(word[1]) || word[1] is '_' or '?'))
            {
                yield return new CommandParameter(null, word);
                continue;
            }

            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) yield return new CommandParameter(word);
            else if (colon < word.Length - 1) yield return new CommandParameter(word[..colon], Value(word[(colon + 1)..]));
            else yield return new CommandParameter(word[..colon], i + 1 < words.Count ? Value(words[++i]) : null);
        }
    }

    // pwsh reads these words, and only these, as Booleans, so that -Switch:$false can be said from any shell.
    private static object Value(string text) =>
        text.Equals("$true", StringComparison.OrdinalIgnoreCase) || text.Equals("true", StringComparison.OrdinalIgnoreCase) ? true
        : text.Equals("$false", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false
        : text;
}
