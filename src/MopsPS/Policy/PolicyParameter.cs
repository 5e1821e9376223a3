using System;
using System.Collections;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>What the <c>-Policy</c> parameter of any cmdlet means: a path, a preset, a hashtable, a policy object, or nothing.</summary>
internal static class PolicyParameter
{
    /// <summary>Finds the policy that a cmdlet works with; to be called once per cmdlet, in BeginProcessing.</summary>
    /// <param name="cmdlet">The cmdlet, for its current folder.</param>
    /// <param name="value">What the user gave; null for the nearest mops.policy.json upward, else the default preset.</param>
    /// <returns>The policy. A policy with mistakes ends the cmdlet with the error MopsPolicyInvalid.</returns>
    public static MopsPolicy Resolve(PSCmdlet cmdlet, object? value)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (value is MopsPolicy policy) return policy;
        var result = Test(cmdlet, value);
        if (result.Policy is null) cmdlet.ThrowTerminatingError(new ErrorRecord(new PolicyException(result.Problems), "MopsPolicyInvalid", ErrorCategory.InvalidData, value));
        foreach (var problem in result.Problems) cmdlet.WriteWarning(problem.ToString());
        return result.Policy!;
    }

    /// <summary>Tests what the parameter means, without an error for mistakes in it.</summary>
    public static PolicyTestResult Test(PSCmdlet cmdlet, object? value)
    {
        value = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (value)
        {
            case null:
                return PolicyLoader.FindNearest(Folder(cmdlet)) is { } nearest ? PolicyLoader.Test(nearest) : Preset("default");
            case IDictionary dictionary:
                return PolicyLoader.TestDictionary(dictionary, Folder(cmdlet));
            case string or FileInfo:
                // A folder part or an ending says path; anything else may be a preset.
                var text = value.ToString()!;
                var path = value is FileInfo file ? file.FullName : PathResolver.Output(cmdlet, text);
                if (PolicyPresets.Find(text) is { } preset && !File.Exists(path)) return Preset(preset);
                if (!File.Exists(path))
                {
                    cmdlet.ThrowTerminatingError(new ErrorRecord(
                        new FileNotFoundException($"There is no policy file '{path}' and no preset of that name; presets: {string.Join(", ", PolicyPresets.Names)}.", path),
                        "MopsPolicyNotFound", ErrorCategory.ObjectNotFound, text));
                }

                return PolicyLoader.Test(path);
            default:
                cmdlet.ThrowTerminatingError(new ErrorRecord(
                    new ArgumentException($"A {value.GetType().Name} is no policy; give a path, a preset's name, a hashtable or what Get-MopsPolicy writes."),
                    "MopsPolicyTypeNotSupported", ErrorCategory.InvalidType, value));
                throw new InvalidOperationException(); // not reached: the line above throws
        }
    }

    private static string Folder(PSCmdlet cmdlet) => cmdlet.SessionState.Path.CurrentFileSystemLocation.ProviderPath;

    private static PolicyTestResult Preset(string name) => new(name, PolicyLoader.Preset(name), []);
}
