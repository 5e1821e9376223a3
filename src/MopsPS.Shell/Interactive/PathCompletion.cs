using System;
using System.IO;
using System.Linq;

namespace MopsPS.Shell.Interactive;

/// <summary>Completes files and folders. The engine does it with Resolve-Path and Get-ChildItem, which the bare engine does not have.</summary>
internal static class PathCompletion
{
    private const int Most = 500;
    private const string Ends = " \t\n,;|&(){}=@";
    private const string NeedsQuotes = " \t'\"`$&|;,(){}@#<>[]";

    /// <summary>The paths that the word at the cursor can become; null for none.</summary>
    /// <param name="text">The line.</param>
    /// <param name="cursor">Where the cursor stands.</param>
    /// <param name="folder">The current folder.</param>
    public static Completions? Complete(string text, int cursor, string folder)
    {
        var (start, quote) = Word(text, cursor);
        var word = text[(quote is null ? start : start + 1)..cursor];
        if (word.Length > 0 && word[0] is '-' or '$') return null;
        var cut = word.LastIndexOfAny([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar]) + 1;
        var (parent, name) = (word[..cut], word[cut..]);
        string[] found;
        try
        {
            found = [.. new DirectoryInfo(Path.Combine(folder, AtHome(parent))).EnumerateFileSystemInfos()
                .Select(entry => entry.Name)
                .Where(entry => entry.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (entry[0] != '.' || name.StartsWith('.')))
                .OrderBy(entry => entry, StringComparer.OrdinalIgnoreCase).Take(Most)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }

        if (found.Length == 0) return null;
        // The closing quote that may follow is replaced, too.
        var end = quote is not null && cursor < text.Length && text[cursor] == quote ? cursor + 1 : cursor;
        return new Completions(start, end - start, [.. found.Select(entry => Quoted((parent.Length == 0 ? "." + Path.DirectorySeparatorChar : parent) + entry, quote))]);
    }

    private static (int Start, char? Quote) Word(string text, int cursor)
    {
        var start = 0;
        char? quote = null;
        for (var i = 0; i < cursor; i++)
        {
            if (quote is not null)
            {
                if (text[i] == quote) quote = null;
            }
            else if (text[i] is '\'' or '"')
            {
                (quote, start) = (text[i], i);
            }
            else if (Ends.Contains(text[i], StringComparison.Ordinal))
            {
                start = i + 1;
            }
        }

        return (start, quote);
    }

    private static string AtHome(string parent) =>
        parent.Length > 1 && parent[0] == '~' && (parent[1] == Path.DirectorySeparatorChar || parent[1] == Path.AltDirectorySeparatorChar)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), parent[2..])
            : parent;

    private static string Quoted(string path, char? quote) =>
        quote is not null || path.IndexOfAny(NeedsQuotes.ToCharArray()) >= 0 ? $"'{path.Replace("'", "''", StringComparison.Ordinal)}'" : path;
}
