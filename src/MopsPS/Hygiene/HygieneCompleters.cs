using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MopsPS.Common;
using MopsPS.Core.Places;
using MopsPS.Core.Records.Fields;
using MopsPS.Policy;
using MopsPS.Records;

namespace MopsPS.Hygiene;

/// <summary>Completes the canonical fields that can be repaired, and the columns of the file that the command line names.</summary>
public sealed class HygieneFieldCompleter : IArgumentCompleter
{
    private static readonly string[] Fields = ["Country", "State", "PostalCode", "Phone", "MobilePhone", "Email", "FirstName", "LastName", "FullName", "Company", "City", "Street", "Title", "Website"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return FieldCatalog.Fields.Where(field => Array.IndexOf(Fields, field.Name) >= 0 || field.Kind is FieldKind.Date or FieldKind.Bool)
            .Where(field => field.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(field => new CompletionResult(field.Name, field.Name, CompletionResultType.ParameterValue, field.Description))
            .Concat(new ColumnCompleter().CompleteArgument(commandName, parameterName, wordToComplete ?? "", commandAst, fakeBoundParameters));
    }
}

/// <summary>Completes countries by code or name.</summary>
public sealed class CountryCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return Countries.All.Where(country => country.Alpha2.StartsWith(word, StringComparison.OrdinalIgnoreCase) || country.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(country => new CompletionResult(country.Alpha2, $"{country.Alpha2} {country.Name}", CompletionResultType.ParameterValue, $"{country.Name} ({country.Alpha3}, +{string.Join(", +", country.CallingCodes)})"));
    }
}

/// <summary>Completes the purposes of consent of the policy that the command line names, or of the nearest one.</summary>
public sealed class PurposeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (PolicyCompletion.Of(fakeBoundParameters["Policy"])?.Consent is not { } consent) return [];
        var word = (wordToComplete ?? "").Trim('\'', '"');
        return consent.Purposes.Where(purpose => purpose.Key.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Select(purpose => new CompletionResult(
            CompletionContext.Quoted(purpose.Key), purpose.Key, CompletionResultType.ParameterValue, "read from " + string.Join(", ", purpose.Value.Columns)));
    }
}
