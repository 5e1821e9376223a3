using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace MopsPS.Duplicates;

/// <summary>Completes the kinds of objects that have a meaning for the survivor of a group.</summary>
public sealed class ObjectTypeCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Tip)[] Known =
    [
        ("Lead", "a person who is no contact yet; a contact survives before it"),
        ("Contact", "a person of an account"),
        ("Account", "a firm"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Known.Where(known => known.Name.StartsWith((wordToComplete ?? "").Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(known => new CompletionResult(known.Name, known.Name, CompletionResultType.ParameterValue, known.Tip));
}
