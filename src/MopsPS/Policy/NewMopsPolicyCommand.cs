using System;
using System.IO;
using System.Management.Automation;
using System.Text;
using MopsPS.Common;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;

namespace MopsPS.Policy;

/// <summary>Writes a commented policy file to start from.</summary>
/// <remarks><para>An existing file is left alone unless -Force is given. The file is written whole or not at all.</para></remarks>
/// <example>
/// <para>Writes a starter policy.</para>
/// <code>New-MopsPolicy ./team.policy.json</code>
/// </example>
/// <example>
/// <para>Builds on the mediums of GA4.</para>
/// <code>New-MopsPolicy ./ga4.policy.json -Preset ga4</code>
/// </example>
/// <example>
/// <para>Says what would be written.</para>
/// <code>New-MopsPolicy ./team.policy.json -WhatIf</code>
/// </example>
[Cmdlet(VerbsCommon.New, "MopsPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(MopsPolicy))]
public sealed class NewMopsPolicyCommand : MopsWriteCmdlet
{
    /// <summary>The file to write.</summary>
    [Parameter(Position = 0)]
    public string Path { get; set; } = PolicyLoader.FileName;

    /// <summary>The preset that the policy extends.</summary>
    [Parameter]
    [PolicyCompleter]
    public string Preset { get; set; } = "default";

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var path = PathResolver.Output(this, Path);
        if (PolicyPresets.Find(Preset) is not { } preset)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"There is no preset '{Preset}'; known: {string.Join(", ", PolicyPresets.Names)}."), "MopsPolicyPresetNotFound", ErrorCategory.ObjectNotFound, Preset));
            return;
        }

        if (File.Exists(path) && !Force)
        {
            ThrowTerminatingError(new ErrorRecord(
                new IOException($"'{path}' exists already; choose another -Path, or overwrite it with -Force."), "MopsPolicyExists", ErrorCategory.ResourceExists, path));
        }

        if (!ShouldProcess(path, "Write a starter policy")) return;
        OpenChangeLog("Policy");
        try
        {
            using var file = new AtomicFile(path);
            var bytes = new UTF8Encoding(false).GetBytes(PolicyPresets.Starter(preset));
            file.Stream.Write(bytes, 0, bytes.Length);
            file.Commit();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(MopsErrors.FileNotWritten(path, exception));
        }

        LogChange($"Wrote a starter policy on the preset {preset}.", path, [path]);
        WriteObject(PolicyLoader.Load(path));
    }
}
