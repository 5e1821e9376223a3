using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Common;
using MopsPS.Policy;

namespace MopsPS.Utm;

/// <summary>Completes source, medium and campaign with the values that the policy allows; mediums with those that go with the source on the command line.</summary>
public sealed class UtmValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (PolicyCompletion.Of(fakeBoundParameters["Policy"])?.Utm is not { } utm) return [];
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        var terms = parameterName.ToUpperInvariant() switch
        {
            "SOURCE" => utm.Sources,
            "MEDIUM" => Mediums(utm, CompletionContext.First(fakeBoundParameters["Source"])),
            _ => utm.Campaigns,
        };
        return terms.Where(term => term.Value.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(term => new CompletionResult(
            CompletionContext.Quoted(term.Value), term.Value, CompletionResultType.ParameterValue,
            term.Aliases.Count == 0 ? $"an allowed {parameterName.ToLowerInvariant()}" : "also written " + string.Join(", ", term.Aliases)));
    }

    private static IEnumerable<UtmTerm> Mediums(UtmPolicy utm, string? source) =>
        source is not null && utm.Pairs.TryGetValue(source, out var pair) ? utm.Mediums.Where(medium => pair.Contains(medium.Value, StringComparer.OrdinalIgnoreCase)) : utm.Mediums;
}
