using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>Gets the policy as it is used, with what it extends; its Path says where it came from.</summary>
/// <remarks><para>Without -Policy the nearest mops.policy.json upward from the current folder is taken, else the default preset.</para></remarks>
/// <example>
/// <para>The policy that cmdlets use in this folder.</para>
/// <code>Get-MopsPolicy</code>
/// </example>
/// <example>
/// <para>A preset.</para>
/// <code>(Get-MopsPolicy ga4).Utm.Mediums</code>
/// </example>
/// <example>
/// <para>All presets.</para>
/// <code>Get-MopsPolicy -List</code>
/// </example>
[Cmdlet(VerbsCommon.Get, "MopsPolicy", DefaultParameterSetName = "Policy")]
[OutputType(typeof(MopsPolicy))]
public sealed class GetMopsPolicyCommand : MopsCmdlet
{
    /// <summary>A path, a preset's name, a hashtable or a policy.</summary>
    [Parameter(Position = 0, ParameterSetName = "Policy")]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <summary>Lists the presets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "List")]
    public SwitchParameter List { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!List) WriteObject(PolicyParameter.Resolve(this, Policy));
        else foreach (var name in PolicyPresets.Names) WriteObject(PolicyLoader.Preset(name));
    }
}
