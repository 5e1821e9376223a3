using System.Linq;
using System.Runtime.Loader;
using Xunit;

namespace MopsPS.Tests;

public sealed class ModuleImportTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    [Fact]
    public void CmdletsAreThereAfterAForcedImport()
    {
        var names = module.Run($"Import-Module '{ModuleFixture.ModuleManifest}' -Force; (Get-Module MopsPS).ExportedCmdlets.Keys; (Get-Command Get-MopsRule).Name");
        Assert.True(names.Count(name => name.ToString() == "Get-MopsRule") == 2);
    }

    [Fact]
    public void HelpIsThereAfterAForcedImport()
    {
        using var runspace = ModuleFixture.CreateRunspace();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{ModuleFixture.ModuleManifest}' -Force; (Get-Help Get-MopsRule).Synopsis");
        Assert.StartsWith("Lists the rules", Assert.Single(shell.Invoke()).ToString());
    }

    [Fact]
    public void CoreAndItsLibrariesLiveInAContextOfTheirOwn()
    {
        var rule = module.Run("Get-MopsRule")[0].BaseObject;
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(rule.GetType().Assembly));
        var cmdlets = ((System.Management.Automation.CmdletInfo)module.Run("Get-Command Get-MopsRule")[0].BaseObject).ImplementingType.Assembly;
        Assert.EndsWith(ModuleFixture.Framework, System.IO.Path.GetDirectoryName(cmdlets.Location), System.StringComparison.Ordinal);
        module.Run("'Email', 'ada@example.com' | Import-MopsExport -Content");
        var own = Assert.Single(AssemblyLoadContext.All, context => context.Name == "MopsPS");
        Assert.Contains(own.Assemblies, assembly => assembly.GetName().Name == "CsvHelper");
        Assert.All(own.Assemblies, assembly => Assert.Equal(System.IO.Path.GetDirectoryName(cmdlets.Location), System.IO.Path.GetDirectoryName(assembly.Location)));
        Assert.DoesNotContain(AssemblyLoadContext.Default.Assemblies, assembly => assembly.GetName().Name is "CsvHelper" or "MopsPS.Core");
    }

    // The cmdlets live in the default context: a library that they named themselves would be anybody's version.
    [Fact]
    public void TheCmdletsReferToNoLibraryButCoreAndTheModel()
    {
        var cmdlets = ((System.Management.Automation.CmdletInfo)module.Run("Get-Command Get-MopsRule")[0].BaseObject).ImplementingType.Assembly;
        var shipped = System.IO.Directory.GetFiles(System.IO.Path.GetDirectoryName(cmdlets.Location)!, "*.dll").Select(System.IO.Path.GetFileNameWithoutExtension);
        var platform = System.IO.Directory.GetFiles(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Select(System.IO.Path.GetFileNameWithoutExtension);
        Assert.Equal(["MopsPS.Core"], cmdlets.GetReferencedAssemblies().Select(reference => reference.Name).Intersect(shipped).Except(platform));
    }

    [Fact]
    public void TheEnginesAssemblyIsNotShipped() =>
        Assert.Empty(System.IO.Directory.EnumerateFiles(
            System.IO.Path.GetDirectoryName(ModuleFixture.ModuleManifest)!, "System.Management.Automation.dll", System.IO.SearchOption.AllDirectories));
}
