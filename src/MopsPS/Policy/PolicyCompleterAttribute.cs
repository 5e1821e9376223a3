using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>Completes preset names and files for a policy parameter.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PolicyCompleterAttribute : ArgumentCompleterAttribute
{
    /// <summary>Makes the attribute.</summary>
    public PolicyCompleterAttribute() : base(typeof(PolicyCompleter))
    {
    }
}

/// <summary>The completer behind <see cref="PolicyCompleterAttribute"/>.</summary>
public sealed class PolicyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        PolicyPresets.Names.Where(name => name.StartsWith(wordToComplete ?? string.Empty, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, $"the preset {name}"))
            .Concat(CompletionCompleters.CompleteFilename(wordToComplete).Where(file => file.CompletionText.Trim('\'', '"').EndsWith(".json", StringComparison.OrdinalIgnoreCase)));
}
