using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Common;
using MopsPS.Core.Policy;

namespace MopsPS.Utm;

/// <summary>Completes source, medium and campaign with the values that the policy allows; mediums with those that go with the source on the command line.</summary>
public sealed class UtmValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (Policy(fakeBoundParameters["Policy"])?.Utm is not { } utm) return [];
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

    internal static MopsPolicy? Policy(object? value)
    {
        try
        {
            value = value is PSObject wrapped ? wrapped.BaseObject : value;
            if (value is MopsPolicy policy) return policy;
            var text = CompletionContext.First(value);
            if (text is null) return PolicyLoader.FindNearest(CompletionContext.Resolve(".", isLiteral: true)!) is { } nearest ? PolicyLoader.Test(nearest).Policy : PolicyLoader.Preset("default");
            var file = CompletionContext.Resolve(text, isLiteral: true);
            return File.Exists(file) ? PolicyLoader.Test(file!).Policy : PolicyPresets.Find(text) is { } preset ? PolicyLoader.Preset(preset) : null;
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception) || exception is RuntimeException or ArgumentException)
        {
            // A completion must not disturb the command line; the command itself will say what is wrong.
            return null;
        }
    }
}
