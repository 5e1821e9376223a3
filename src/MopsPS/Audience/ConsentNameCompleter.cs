using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Common;
using MopsPS.Policy;

namespace MopsPS.Audience;

/// <summary>Completes the purposes and the regions of the policy's section consent.</summary>
public sealed class ConsentNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (PolicyCompletion.Of(fakeBoundParameters["Policy"])?.Consent is not { } consent) return [];
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        var names = string.Equals(parameterName, "Region", StringComparison.OrdinalIgnoreCase)
            ? consent.Regions.Select(pair => (pair.Key, Tip: $"{pair.Value.Law}: {pair.Value.Rule}, {pair.Value.Countries.Count} countries"))
            : consent.Purposes.Select(pair => (pair.Key, Tip: $"consent in {string.Join(", ", pair.Value.Columns.Take(3))}"));
        return names.Where(name => name.Key.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(CompletionContext.Quoted(name.Key), name.Key, CompletionResultType.ParameterValue, name.Tip));
    }
}
