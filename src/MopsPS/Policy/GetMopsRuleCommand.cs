using System;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>Lists the rules of MopsPS: what each one finds, how severe it is and what to do about it.</summary>
/// <remarks><para>Severity and IsEnabled are those of the policy given with -Policy; without it those built in.</para></remarks>
/// <example>
/// <para>All rules.</para>
/// <code>Get-MopsRule</code>
/// </example>
/// <example>
/// <para>The errors among the link rules.</para>
/// <code>Get-MopsRule UTM* -Severity Error</code>
/// </example>
/// <example>
/// <para>The rules as a policy sets them.</para>
/// <code>Get-MopsRule -Policy ./mops.policy.json</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsRule")]
[OutputType(typeof(RuleInfo))]
public sealed class GetMopsRuleCommand : MopsCmdlet
{
    /// <summary>The id or name of the rules, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[] Id { get; set; } = ["*"];

    /// <summary>The area, with wildcards, for example Utm.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AreaCompleter))]
    public string Area { get; set; } = "*";

    /// <summary>Only rules of these severities.</summary>
    [Parameter]
    public Severity[]? Severity { get; set; }

    /// <summary>The policy whose severities and switches are shown.</summary>
    [Parameter]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var rules = Policy is null ? RuleCatalog.All : new RuleSet(PolicyParameter.Resolve(this, Policy), DateTime.UtcNow).Rules;
        var patterns = Id.Select(id => WildcardPattern.Get(id, WildcardOptions.IgnoreCase)).ToArray();
        var area = WildcardPattern.Get(Area, WildcardOptions.IgnoreCase);
        foreach (var rule in rules.Where(rule => area.IsMatch(rule.Area) && (Severity is null || Severity.Contains(rule.Severity)) &&
                                                 patterns.Any(p => p.IsMatch(rule.Id) || p.IsMatch(rule.Name)))) WriteObject(rule);
    }
}
