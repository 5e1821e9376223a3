using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Common;
using MopsPS.Core.Changes;
using MopsPS.Policy;

namespace MopsPS.Changes;

/// <summary>Completes category, ticket, author and approver with what the policy names and what the log holds, the latest first.</summary>
public sealed class ChangeValueCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return Known(parameterName.ToUpperInvariant(), fakeBoundParameters)
            .Where(known => known.Value is not null && known.Value.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .GroupBy(known => known.Value, StringComparer.OrdinalIgnoreCase).Select(group => group.First())
            .Select(known => new CompletionResult(CompletionContext.Quoted(known.Value!), known.Value!, CompletionResultType.ParameterValue, known.Tip));
    }

    private static IEnumerable<(string? Value, string Tip)> Known(string parameter, IDictionary bound)
    {
        var policy = PolicyCompletion.Of(bound["Policy"])?.Changes;
        var named = parameter switch { "CATEGORY" => policy?.Categories, "APPROVER" => policy?.Approvers, _ => null } ?? [];
        return named.Select(value => ((string?)value, "the policy names it")).Concat(Entries(bound["ChangeLog"] ?? bound["Path"]).Reverse().Select(entry => (parameter switch
        {
            "CATEGORY" => entry.Category,
            "APPROVER" => entry.Approver,
            "AUTHOR" => entry.Author,
            "TARGET" => entry.Target,
            _ => entry.Ticket,
        }, "last: " + entry)));
    }

    private static IEnumerable<ChangeEntry> Entries(object? path)
    {
        try
        {
            if (CompletionContext.First(path) is not { } text || CompletionContext.Resolve(text, isLiteral: true) is not { } file || !System.IO.File.Exists(file)) return [];
            return [.. ChangeLogContent.Read(file, Patience).Stated];
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception) || exception is RuntimeException or ArgumentException or ChangeLogException)
        {
            return [];
        }
    }
}
