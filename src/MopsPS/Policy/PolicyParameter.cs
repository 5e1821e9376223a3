using System.Management.Automation;

namespace MopsPS.Policy;

/// <summary>What the <c>-Policy</c> parameter of any cmdlet means: a path, a hashtable, a policy object, or nothing.</summary>
internal static class PolicyParameter
{
    /// <summary>Finds the policy that a cmdlet works with.</summary>
    /// <param name="cmdlet">The cmdlet, for its current folder.</param>
    /// <param name="value">What the user gave; null for the nearest mops.policy.json upward, else the default preset.</param>
    /// <returns>The policy.</returns>
    public static MopsPolicy Resolve(PSCmdlet cmdlet, object? value) =>
        (value is PSObject wrapped ? wrapped.BaseObject : value) as MopsPolicy ?? new MopsPolicy();
}
