using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace MopsPS.Common;

/// <summary>What a completer may ask of the session that completes; a completer has no session state of its own.</summary>
internal static class CompletionContext
{
    /// <summary>The first text of a parameter's value on the command line.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text, or null.</returns>
    public static string? First(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        IEnumerable many => many.Cast<object?>().Select(item => item?.ToString()).FirstOrDefault(),
        var other => other.ToString(),
    };

    /// <summary>The file that a path means in the current folder.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">Whether wildcard characters stand for themselves.</param>
    /// <returns>The full path of the first file, or null.</returns>
    /// <exception cref="RuntimeException">There is no such file.</exception>
    public static string? Resolve(string path, bool isLiteral)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddScript(isLiteral
            ? "param($path) $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path)"
            : "param($path) $ExecutionContext.SessionState.Path.GetResolvedProviderPathFromPSPath($path, [ref]$null)").AddArgument(path);
        return shell.Invoke().Select(file => file.ToString()).FirstOrDefault();
    }

    /// <summary>A value as it must stand on the command line.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value, quoted where it has to be.</returns>
    public static string Quoted(string value) =>
        value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.') ? value : $"'{System.Management.Automation.Language.CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
}
