using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>Lists the rules of MopsPS: what each one finds, how severe it is and what to do about it.</summary>
[Cmdlet(VerbsCommon.Get, "MopsRule")]
[OutputType(typeof(RuleInfo))]
public sealed class GetMopsRuleCommand : MopsCmdlet
{
    /// <summary>The id or name of the rules, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    public string[] Id { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var patterns = Id.Select(id => WildcardPattern.Get(id, WildcardOptions.IgnoreCase)).ToArray();
        foreach (var rule in RuleCatalog.All.Where(rule => patterns.Any(p => p.IsMatch(rule.Id) || p.IsMatch(rule.Name)))) WriteObject(rule);
    }
}
