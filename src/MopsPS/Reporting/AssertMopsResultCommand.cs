using System;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Reporting;

namespace MopsPS.Reporting;

/// <summary>Passes or fails a scheduled task or a build by the results that come in.</summary>
/// <remarks>
/// <para>Takes results, findings and KPIs. Without -SetExitCode a gate that does not pass writes its result and then throws MopsGateFailed or MopsGateCouldNotRun.
/// With -SetExitCode nothing is thrown: the host ends with 0 (passed), 1 (failed) or 2 (could not be judged). No input is no pass, nor is an error that ends
/// the pipeline before the gate could judge. Suppressed findings do not count.</para>
/// </remarks>
/// <example>
/// <para>Fails when the policy of the folder has mistakes.</para>
/// <code>Test-MopsPolicy ./mops.policy.json | Assert-MopsResult</code>
/// </example>
/// <example>
/// <para>Fails on warnings too, and wants everything compliant.</para>
/// <code>Test-MopsPolicy ./mops.policy.json | Assert-MopsResult -FailOn Warning -MinimumCompliance 100</code>
/// </example>
/// <example>
/// <para>Annotates a build of GitHub Actions.</para>
/// <code>Test-MopsPolicy ./mops.policy.json | Assert-MopsResult -Format GitHub</code>
/// </example>
[Cmdlet(VerbsLifecycle.Assert, "MopsResult")]
[OutputType(typeof(GateResult))]
public sealed class AssertMopsResultCommand : MopsCmdlet
{
    private Gate _gate = null!;
    private bool _hasDecided;

    /// <summary>Results, findings or KPIs.</summary>
    [Parameter(ValueFromPipeline = true, Position = 0)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The least share of compliant results in percent.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    public double? MinimumCompliance { get; set; }

    /// <summary>The least severity of a finding that fails the gate. By default Error, or nothing below it.</summary>
    [Parameter]
    public Severity FailOn { get; set; } = Severity.Error;

    /// <summary>Fails when a KPI misses its target.</summary>
    [Parameter]
    public SwitchParameter FailOnMissedKpi { get; set; }

    /// <summary>Sets the exit code of the host (0, 1, 2) in place of an error. An interactive host ends by it.</summary>
    [Parameter]
    [Alias("Exit")]
    public SwitchParameter SetExitCode { get; set; }

    /// <summary>Passes the input on before the gate's own result.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Writes an annotation for each finding that counts, for GitHub Actions or Azure Pipelines.</summary>
    [Parameter]
    public GateFormat Format { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _gate = new Gate(FailOn, MinimumCompliance, FailOnMissedKpi);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        switch (InputObject.BaseObject)
        {
            case IMopsResult result:
                _gate.Add(result);
                foreach (var finding in result.Findings) Annotate(finding);
                break;
            case Finding finding:
                _gate.Add(finding);
                Annotate(finding);
                break;
            case Kpi kpi:
                _gate.Add(kpi);
                break;
            default:
                _gate.AddUnusable();
                var message = HandedOver.ResultName(InputObject) is { } copy ? HandedOver.Message(copy) : $"A {InputObject.BaseObject.GetType().Name} is no result, finding or KPI of MopsPS; pipe in what a Test-Mops… or Measure-Mops… cmdlet writes.";
                WriteError(new ErrorRecord(new ArgumentException(message), "MopsGateInputNotUnderstood", ErrorCategory.InvalidType, InputObject));
                break;
        }

        if (PassThru) WriteObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var result = _gate.Decide();
        _hasDecided = true;
        if (SetExitCode)
        {
            SessionState.PSVariable.Set("global:LASTEXITCODE", result.ExitCode);
            Host.SetShouldExit(result.ExitCode);
        }

        WriteObject(result);
        if (SetExitCode) return;
        if (!result.Passed)
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException(result.ToString()), result.ExitCode == 1 ? "MopsGateFailed" : "MopsGateCouldNotRun",
                result.ExitCode == 1 ? ErrorCategory.InvalidResult : ErrorCategory.InvalidData, result));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Another command's error has ended the pipeline: the gate saw a part at most, and the host must not end with 0. Ctrl-C has a code of its own.
        if (disposing && SetExitCode && !_hasDecided && !CancellationToken.IsCancellationRequested) Host.SetShouldExit(2);
        base.Dispose(disposing);
    }

    private void Annotate(Finding finding)
    {
        if (finding.IsSuppressed || BuildAnnotation.Write(Format, finding) is not { } line) return;
        // The tag makes every host show it, as Write-Host does, and keeps it out of the pipeline.
        WriteInformation(line, ["PSHOST"]);
    }
}
