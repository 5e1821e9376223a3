using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>Completes rules by id or name; the tooltip says what a rule finds.</summary>
public sealed class RuleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        var byId = RuleCatalog.All.Where(rule => Starts(rule.Id, word)).Select(rule => Result(rule.Id, rule));
        return word.Length == 0 ? byId : byId.Concat(RuleCatalog.All.Where(rule => Starts(rule.Name, word)).Select(rule => Result(rule.Name, rule)));
    }

    private static bool Starts(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static CompletionResult Result(string text, RuleInfo rule) =>
        new(text, $"{rule.Id} {rule.Name}", CompletionResultType.ParameterValue, $"{rule.Severity}: {rule.Summary}");
}

/// <summary>Completes the areas that rules belong to.</summary>
public sealed class AreaCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        RuleCatalog.All.GroupBy(rule => rule.Area, StringComparer.Ordinal).Where(area => area.Key.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(area => new CompletionResult(area.Key, area.Key, CompletionResultType.ParameterValue, $"{area.Count()} rules"));
}
