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
public class ColumnCompleter : IArgumentCompleter
{
    /// <summary>The parameters that may name the file, the first that is given counts.</summary>
    private protected virtual IReadOnlyList<string> Sources => ["LiteralPath", "Path"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return Columns(fakeBoundParameters).Where(column => column.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(column => new CompletionResult($"'{CodeGeneration.EscapeSingleQuotedStringContent(column)}'", column, CompletionResultType.ParameterValue, $"the column {column}"));
    }

    private IEnumerable<string> Columns(IDictionary parameters)
    {
        var path = CompletionContext.First(Sources.Select(name => parameters[name]).FirstOrDefault(value => value is not null));
        if (path is null) return [];
        try
        {
            var file = CompletionContext.Resolve(path, isLiteral: parameters.Contains("LiteralPath"));
            if (file is null) return [];
            using var reader = ExportReader.Open(file, new ImportOptions
            {
                Delimiter = CompletionContext.First(parameters["Delimiter"]) is { Length: 1 } delimiter ? delimiter[0] : null,
                Encoding = CompletionContext.First(parameters["Encoding"]) is { } encoding ? EncodingParameter.Find(encoding) : null,
                Section = CompletionContext.First(parameters["Section"]),
                Sheet = CompletionContext.First(parameters["Sheet"]),
            });
            return reader.Schema.Columns;
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception) || exception is RuntimeException or ArgumentException)
        {
            // A completion must not disturb the command line; the command itself will say what is wrong.
            return [];
        }
    }
}
