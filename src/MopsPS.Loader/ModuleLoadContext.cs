using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace MopsPS.Loader;

/// <summary>
/// Loads MopsPS and the libraries it stands on from one folder, apart from whatever versions other modules brought along.
/// MopsPS.Model, .NET and PowerShell themselves come from the default context, so that scripts can name the types they get.
/// </summary>
public sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly object Gate = new();
    private static ModuleLoadContext? _current;
    private readonly string _folder;

    private ModuleLoadContext(string folder) : base("MopsPS", isCollectible: false) => _folder = folder;

    /// <summary>Returns MopsPS.dll of the given folder, loaded once for the process.</summary>
    /// <param name="folder">The folder of the build that suits this PowerShell, for example <c>…/MopsPS/bin/net8.0</c>.</param>
    /// <returns>The assembly with the cmdlets.</returns>
    /// <exception cref="InvalidOperationException">Another build of MopsPS is loaded already; a process holds one only.</exception>
    public static Assembly Load(string folder)
    {
        var full = Path.GetFullPath(folder);
        lock (Gate)
        {
            if (_current is not null && !string.Equals(_current._folder, full, StringComparison.Ordinal))
                throw new InvalidOperationException(
                    $"MopsPS is loaded already from '{_current._folder}'. Start a new PowerShell process to load it from '{full}'.");
            _current ??= new ModuleLoadContext(full);
            return _current.LoadFromAssemblyPath(Path.Combine(full, "MopsPS.dll"));
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
