using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;

namespace MopsPS.Loader;

/// <summary>
/// Finds the libraries of MopsPS in one folder where there are no load contexts: Windows PowerShell. It answers for the assemblies of that
/// folder only, by name, so that it is in nobody's way. Written in C# because a script block cannot answer on a thread without a runspace.
/// </summary>
internal static class ModuleFolder
{
    private static readonly object Gate = new();
    private static Dictionary<string, string>? _known;

    /// <summary>Starts to answer for the assemblies of a folder, once for the process.</summary>
    /// <param name="folder">The folder of the build, for example <c>…/MopsPS/bin/netstandard2.0</c>.</param>
    public static void Answer(string folder)
    {
        lock (Gate)
        {
            if (_known is not null) return;
            _known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var file in Directory.GetFiles(folder, "*.dll")) _known[Path.GetFileNameWithoutExtension(file)] = file;
            AppDomain.CurrentDomain.AssemblyResolve += Resolve;
        }
    }

    private static Assembly? Resolve(object? sender, ResolveEventArgs request) =>
        _known!.TryGetValue(new AssemblyName(request.Name).Name ?? string.Empty, out var file) ? Assembly.LoadFrom(file) : null;
}
