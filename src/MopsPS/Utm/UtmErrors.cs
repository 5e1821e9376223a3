using System;
using System.Management.Automation;
using MopsPS.Core.Policy;

namespace MopsPS.Utm;

/// <summary>The errors of links: one method for each kind.</summary>
internal static class UtmErrors
{
    public static ErrorRecord NoUrl(string what, object? target) => new(
        new ArgumentException($"{what} has no column or property that holds links by its name (Url, Link, Final URL, Landing Page …). Name it with -Column."),
        "MopsUtmNoUrlColumn", ErrorCategory.ObjectNotFound, target);

    public static ErrorRecord NoColumn(string what, string column, object? target) => new(
        new ArgumentException($"{what} has no column or property '{column}'. Check the spelling."),
        "MopsUtmColumnNotFound", ErrorCategory.ObjectNotFound, target);

    /// <summary>Why a link was not built; the id names the rule. Target and text are masked.</summary>
    public static ErrorRecord Refused(UtmResult result, Finding finding) => new(
        new InvalidOperationException($"The link was not built. {finding.Message}{(finding.Suggestion is null ? string.Empty : $" Use: {finding.Suggestion}.")}{(result.Position is null ? string.Empty : $" ({result.Position})")}"),
        "MopsUtm" + (RuleCatalog.Find(finding.RuleId)?.Name ?? finding.RuleId), ErrorCategory.InvalidData, result.Url);

    public static ErrorRecord NoTags(UtmResult result) => new(
        new ArgumentException("The link was not built: no UTM value is given. Give at least -Source and -Medium."),
        "MopsUtmNoValues", ErrorCategory.InvalidArgument, result.Url);
}
