using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace MopsPS.Loader;

/// <summary>
/// Loads MopsPS from one folder where there are no load contexts: Windows PowerShell. It answers for the assemblies of that folder only, by name,
/// so that it is in nobody's way. Written in C# because a script block cannot answer on a thread without a runspace.
/// </summary>
public static class ModuleFolder
{
    private static readonly object Gate = new();
    private static Dictionary<string, string>? _known;

    /// <summary>Returns MopsPS.dll of the given folder; a second call gives the assembly that the first one loaded.</summary>
    /// <param name="folder">The folder of the build, for example <c>…/MopsPS/bin/netstandard2.0</c>.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    public static Assembly Load(string folder)
    {
        var full = Path.GetFullPath(folder);
        lock (Gate)
        {
            if (_known is null)
            {
                _known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var file in Directory.GetFiles(full, "*.dll")) _known[Path.GetFileNameWithoutExtension(file)] = file;
                AppDomain.CurrentDomain.AssemblyResolve += Resolve;
            }
        }

        return Assembly.LoadFrom(Path.Combine(full, "MopsPS.dll"));
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        _known!.TryGetValue(new AssemblyName(request.Name).Name ?? string.Empty, out var file) ? Assembly.LoadFrom(file) : null;
}
