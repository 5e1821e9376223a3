using System;
using System.Management.Automation;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm;

namespace MopsPS.Utm;

/// <summary>The errors of building links.</summary>
internal static class LinkErrors
{
    /// <summary>A link that was not built, for one reason. The id is <c>Utm</c> and the rule's name, for example <c>UtmMissingParameter</c>; <c>UtmValueNotAllowed</c> for a value outside the taxonomy.</summary>
    /// <param name="refusal">The reason.</param>
    /// <param name="display">The link, masked.</param>
    public static ErrorRecord Refused(Finding refusal, string display)
    {
        var name = refusal.RuleId == UtmRules.UnknownValue.Id ? "ValueNotAllowed" : RuleCatalog.Find(refusal.RuleId)?.Name ?? refusal.RuleId;
        var nearest = refusal.Suggestion is null ? string.Empty : $" Suggestion: {refusal.Suggestion}.";
        var message = $"No link was built for '{display}': {refusal.Message}{nearest} (rule {refusal.RuleId})";
        return new ErrorRecord(new ArgumentException(message), "Utm" + name, ErrorCategory.InvalidArgument, refusal);
    }
}
