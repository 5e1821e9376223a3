using System.IO;
using System.Management.Automation;

namespace MopsPS.Loader;

/// <summary>Runs before the cmdlets' assembly is imported in Windows PowerShell: lets it find the libraries that lie beside it.</summary>
public sealed class FolderInitializer : IModuleAssemblyInitializer
{
    /// <summary>Starts to answer; a second import changes nothing.</summary>
    public void OnImport() => ModuleFolder.Answer(Path.GetDirectoryName(typeof(FolderInitializer).Assembly.Location)!);
}
