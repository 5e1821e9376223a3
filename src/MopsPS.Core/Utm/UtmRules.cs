using System.Collections.Generic;

namespace MopsPS.Core.Utm;

/// <summary>The rules for links.</summary>
public static class UtmRules
{
    /// <summary>A link lacks a parameter that the policy requires.</summary>
    public static readonly RuleInfo MissingParameter = new(
        "UTM001", "Utm", nameof(MissingParameter), Severity.Error,
        "A link lacks a UTM parameter that the policy requires.",
        "Add the parameter; New-MopsUtmLink builds complete links.",
        "support.google.com/analytics/answer/10917952");

    /// <summary>All link rules.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = new[] { MissingParameter };
}
