using System;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Policy;

namespace MopsPS.Policy;

/// <summary>The policy of a command line that is being completed.</summary>
internal static class PolicyCompletion
{
    /// <summary>The policy that a -Policy parameter means, or the nearest one.</summary>
    /// <param name="value">What the command line has so far; null for nothing.</param>
    /// <returns>The policy; null where there is none, or it has mistakes.</returns>
    public static MopsPolicy? Of(object? value)
    {
        try
        {
            value = value is PSObject wrapped ? wrapped.BaseObject : value;
            if (value is MopsPolicy policy) return policy;
            var text = CompletionContext.First(value);
            if (text is null) return PolicyLoader.FindNearest(CompletionContext.Resolve(".", isLiteral: true)!) is { } nearest ? PolicyLoader.Test(nearest).Policy : PolicyLoader.Preset("default");
            var file = CompletionContext.Resolve(text, isLiteral: true);
            return File.Exists(file) ? PolicyLoader.Test(file!).Policy : PolicyPresets.Find(text) is { } preset ? PolicyLoader.Preset(preset) : null;
        }
        catch (Exception exception) when (MopsErrors.IsExpected(exception) || exception is RuntimeException or ArgumentException)
        {
            // A completion must not disturb the command line; the command itself will say what is wrong.
            return null;
        }
    }
}
