using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace MopsPS.Loader;

/// <summary>
/// Holds MopsPS.Core and the libraries it stands on, apart from whatever versions other modules brought along. MopsPS.Model, the cmdlets,
/// .NET and PowerShell themselves come from the default context, so that scripts can name the types they get.
/// </summary>
internal sealed class ModuleLoadContext(string folder) : AssemblyLoadContext("MopsPS", isCollectible: false)
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
