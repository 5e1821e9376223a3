using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Common;
using MopsPS.Core.Records;

namespace MopsPS.Records;

/// <summary>Completes the columns of the file that the command line names.</summary>
public sealed class ColumnCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return Columns(fakeBoundParameters).Where(column => column.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(column => new CompletionResult($"'{CodeGeneration.EscapeSingleQuotedStringContent(column)}'", column, CompletionResultType.ParameterValue, $"the column {column}"));
    }

    private static IEnumerable<string> Columns(IDictionary parameters)
    {
        var path = First(parameters["LiteralPath"] ?? parameters["Path"]);
        if (path is null) return [];
        try
        {
            var file = Resolve(path, isLiteral: parameters.Contains("LiteralPath"));
            if (file is null) return [];
            using var reader = ExportReader.Open(file, new ImportOptions
            {
                Delimiter = First(parameters["Delimiter"]) is { Length: 1 } delimiter ? delimiter[0] : null,
                Encoding = First(parameters["Encoding"]) is { } encoding ? EncodingParameter.Find(encoding) : null,
                Section = First(parameters["Section"]),
                Sheet = First(parameters["Sheet"]),
            });
            return reader.Schema.Columns;
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception) || exception is RuntimeException or ArgumentException)
        {
            // A completion must not disturb the command line; the command itself will say what is wrong.
            return [];
        }
    }

    private static string? First(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        IEnumerable many => many.Cast<object?>().Select(item => item?.ToString()).FirstOrDefault(),
        var other => other.ToString(),
    };

    // A completer has no session state of its own; the runspace that completes has.
    private static string? Resolve(string path, bool isLiteral)
    {
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddScript(isLiteral
            ? "param($path) $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($path)"
            : "param($path) $ExecutionContext.SessionState.Path.GetResolvedProviderPathFromPSPath($path, [ref]$null)").AddArgument(path);
        return shell.Invoke().Select(file => file.ToString()).FirstOrDefault();
    }
}
