using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace MopsPS.Core.Tests;

/// <summary>Finds what only the netstandard2.0 builds of the packages need, in the copy of the folder that ships.</summary>
internal static class ShippedAssemblies
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
    {
        var path = Path.Combine(AppContext.BaseDirectory, "shipped", name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    };
}
