using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Core.Records.Values;

namespace MopsPS.Funnel;

/// <summary>Completes the time zones of IANA by any part of their names.</summary>
public sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        TimeZones.Names.Where(name => name.IndexOf((wordToComplete ?? "").Trim('\'', '"'), StringComparison.OrdinalIgnoreCase) >= 0).OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => new CompletionResult(name, name, CompletionResultType.ParameterValue, Offset(name)));

    private static string Offset(string name) => TimeZones.Find(name) is { } zone ? $"{zone.BaseUtcOffset.TotalHours:+0.##;-0.##;0} hours from UTC in winter" : name;
}
