using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Policy;

/// <summary>Reports every mistake of a policy with its line, column and JSON path.</summary>
/// <remarks><para>Writes one result per policy; its Problems and Findings hold the mistakes, IsCompliant says whether it can be used. Nothing in a policy is executed.</para></remarks>
/// <example>
/// <para>Tests a file.</para>
/// <code>Test-MopsPolicy ./mops.policy.json</code>
/// </example>
/// <example>
/// <para>Lists the mistakes of a hashtable.</para>
/// <code>(Test-MopsPolicy @{ utm = @{ sorces = @('google') } }).Problems</code>
/// </example>
/// <example>
/// <para>Tests the policy that this folder would use.</para>
/// <code>Test-MopsPolicy</code>
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "MopsPolicy")]
[OutputType(typeof(PolicyTestResult))]
public sealed class TestMopsPolicyCommand : MopsCmdlet
{
    /// <summary>A path, a preset's name or a hashtable; without it the nearest mops.policy.json upward.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("Path", "FullName")]
    [PolicyCompleter]
    public object? Policy { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(PolicyParameter.Test(this, Policy));
}
