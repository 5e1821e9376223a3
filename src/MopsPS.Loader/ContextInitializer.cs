using System;
using System.IO;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace MopsPS.Loader;

/// <summary>
/// Runs before the cmdlets' assembly is imported in PowerShell 7. When the cmdlets ask for MopsPS.Core, it answers with the one that lies
/// beside them, loaded into a context of its own; what Core refers to then follows it there. It answers for no other name.
/// </summary>
public sealed class ContextInitializer : IModuleAssemblyInitializer
{
    private static readonly object Gate = new();
    private static readonly Version Oldest = new(7, 4);
    private static ModuleLoadContext? _context;
    private static bool _isListening;

    /// <summary>Starts to answer; a second import changes nothing.</summary>
    /// <exception cref="InvalidOperationException">This PowerShell is too old.</exception>
    public void OnImport()
    {
        var version = typeof(PSObject).Assembly.GetName().Version;
        if (version is not null && version < Oldest)
        {
            throw new InvalidOperationException(
                $"MopsPS needs Windows PowerShell 5.1 or PowerShell {Oldest} and later; this is PowerShell {version.Major}.{version.Minor}. Install a current PowerShell and import the module again.");
        }

        lock (Gate)
        {
            if (_isListening) return;
            AssemblyLoadContext.Default.Resolving += Resolve;
            _isListening = true;
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name != "MopsPS.Core") return null;
        lock (Gate)
        {
            _context ??= Folder(context) is { } folder ? new ModuleLoadContext(folder) : null;
            return _context?.LoadFromAssemblyName(name);
        }
    }

    private static string? Folder(AssemblyLoadContext context)
    {
        foreach (var assembly in context.Assemblies)
        {
            if (assembly.GetName().Name == "MopsPS") return Path.GetDirectoryName(assembly.Location);
        }

        return null;
    }
}
