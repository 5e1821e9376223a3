using System;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Records;
using MopsPS.Core.Reporting;

namespace MopsPS.Reporting;

/// <summary>Passes or fails a scheduled task or a build by the results that come in.</summary>
/// <remarks>
/// <para>Takes results, findings and KPIs. Without -SetExitCode a gate that does not pass writes its result and then throws MopsGateFailed or MopsGateCouldNotRun.
/// With -SetExitCode nothing is thrown: the host ends with 0 (passed), 1 (failed) or 2 (could not be judged). No input is no pass, nor is an error that ends
/// the pipeline before the gate could judge. Suppressed findings do not count.</para>
/// <para>With -OutFile the findings are also written as a SARIF 2.1.0 or JUnit XML file, whole or not at all, whatever the gate decides.</para>
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
/// <example>
/// <para>Leaves a file for the code scanning of GitHub or Azure DevOps.</para>
/// <code>Test-MopsPolicy ./mops.policy.json | Assert-MopsResult -OutFile ./gate.sarif</code>
/// </example>
[Cmdlet(VerbsLifecycle.Assert, "MopsResult", SupportsShouldProcess = true)]
[OutputType(typeof(GateResult))]
public sealed class AssertMopsResultCommand : MopsWriteCmdlet
{
    private Gate _gate = null!;
    private bool _hasDecided;
    private AtomicFile? _file;
    private IGateLog? _log;

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

    /// <summary>
    /// GitHub and AzureDevOps write an annotation for each finding that counts; Sarif and JUnit write the file that -OutFile names.
    /// </summary>
    [Parameter]
    public GateFormat Format { get; set; }

    /// <summary>A file for a build system, replaced where it exists: SARIF 2.1.0 for .sarif, JUnit XML for .xml, else what -Format says.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _gate = new Gate(FailOn, MinimumCompliance, FailOnMissedKpi);
        OpenChangeLog("Reporting");
        if (OutFile is null)
        {
            if (Format is GateFormat.Sarif or GateFormat.JUnit) ThrowTerminatingError(ReportErrors.GateFileMissing(Format));
            return;
        }

        var path = PathResolver.Output(this, OutFile);
        var format = Format is GateFormat.Sarif or GateFormat.JUnit ? Format : Path.GetExtension(path).ToLowerInvariant() switch { ".sarif" => GateFormat.Sarif, ".xml" => GateFormat.JUnit, _ => GateFormat.None };
        if (format == GateFormat.None) ThrowTerminatingError(MopsErrors.FormatUnknown(OutFile, ".sarif or .xml"));
        if (!ShouldProcess(path, format == GateFormat.Sarif ? "Write SARIF log" : "Write JUnit XML")) return;
        Write(path, () =>
        {
            _file = new AtomicFile(path);
            _log = format == GateFormat.Sarif ? new SarifLog(_file.Stream, SessionState.Path.CurrentFileSystemLocation.ProviderPath) : new JUnitLog(_file.Stream, FailOn);
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        switch (InputObject.BaseObject)
        {
            case IMopsResult result:
                _gate.Add(result);
                foreach (var finding in result.Findings) Note(finding);
                break;
            case Finding finding:
                _gate.Add(finding);
                Note(finding);
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
        if (_log is not null)
        {
            Write(OutFile!, () =>
            {
                _log.Finish(result);
                _file!.Commit();
            });
            var path = PathResolver.Output(this, OutFile!);
            LogChange("Wrote the log of a gate.", path, [path]);
        }

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
        if (disposing)
        {
            _log?.Dispose();
            _file?.Dispose();
        }

        // Another command's error has ended the pipeline: the gate saw a part at most, and the host must not end with 0. Ctrl-C has a code of its own.
        if (disposing && SetExitCode && !_hasDecided && !CancellationToken.IsCancellationRequested) Host.SetShouldExit(2);
        base.Dispose(disposing);
    }

    private void Note(Finding finding)
    {
        if (_log is not null) Write(OutFile!, () => _log.Add(finding));
        if (finding.IsSuppressed || BuildAnnotation.Write(Format, finding) is not { } line) return;
        // The tag makes every host show it, as Write-Host does, and keeps it out of the pipeline.
        WriteInformation(line, ["PSHOST"]);
    }

    private void Write(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(path, exception));
        }
    }
}
