using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Core.Records.Values;

namespace MopsPS.Common;

/// <summary>Completes the names of time zones.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return TimeZones.Names.Where(name => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0).OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, Tip(name)));
    }

    private static string Tip(string name) => TimeZones.Find(name)?.DisplayName ?? name;
}
