using System;
using System.Collections.Generic;
using System.IO;

namespace MopsPS.Shell.Hosting;

/// <summary>The PSModulePath of a session.</summary>
internal static class ModulePath
{
    /// <summary>Puts our own folder first and keeps the user's, except the folders that hold another PowerShell's built-in modules: those need that PowerShell's assemblies and fail here.</summary>
    public static string Build(string own, string? inherited)
    {
        var folders = new List<string> { own };
        foreach (var folder in (inherited ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (folder != own && !File.Exists(Path.Combine(folder, "Microsoft.PowerShell.Utility", "Microsoft.PowerShell.Utility.psd1"))) folders.Add(folder);
        }

        return string.Join(Path.PathSeparator, folders);
    }
}
