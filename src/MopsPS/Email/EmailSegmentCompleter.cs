using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Core.Email;
using MopsPS.Records;

namespace MopsPS.Email;

/// <summary>Completes what makes segments: Send, Domain and the columns of the file that the command line names.</summary>
public sealed class EmailSegmentCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Tip)[] Parts =
        [(EmailOptions.Send, "each e-mail send"), (EmailOptions.Domain, "the domain of the recipients")];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return Parts.Where(part => part.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(part => new CompletionResult(part.Name, part.Name, CompletionResultType.ParameterValue, part.Tip))
            .Concat(new ColumnCompleter().CompleteArgument(commandName, parameterName, wordToComplete!, commandAst, fakeBoundParameters));
    }
}
