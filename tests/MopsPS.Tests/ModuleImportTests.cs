using System.Linq;
using System.Runtime.Loader;
using Xunit;

namespace MopsPS.Tests;

public sealed class ModuleImportTests(ModuleFixture module) : IClassFixture<ModuleFixture>
{
    [Fact]
    public void CmdletsAreThereAfterAForcedImport()
    {
        var names = module.Run($"Import-Module '{ModuleFixture.ModuleManifest}' -ArgumentList {ModuleFixture.Framework} -Force; (Get-Module MopsPS).ExportedCmdlets.Keys; (Get-Command Get-MopsRule).Name");
        Assert.True(names.Count(name => name.ToString() == "Get-MopsRule") == 2);
    }

    [Fact]
    public void OnlyTheModelLivesInTheDefaultContext()
    {
        var rule = module.Run("Get-MopsRule")[0].BaseObject;
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(rule.GetType().Assembly));
        var cmdlet = (System.Management.Automation.CmdletInfo)module.Run("Get-Command Get-MopsRule")[0].BaseObject;
        Assert.Equal("MopsPS", AssemblyLoadContext.GetLoadContext(cmdlet.ImplementingType.Assembly)!.Name);
        Assert.Contains(ModuleFixture.Framework, cmdlet.ImplementingType.Assembly.Location);
    }

    [Fact]
    public void TheEnginesAssemblyIsNotShipped() =>
        Assert.Empty(System.IO.Directory.EnumerateFiles(
            System.IO.Path.GetDirectoryName(ModuleFixture.ModuleManifest)!, "System.Management.Automation.dll", System.IO.SearchOption.AllDirectories));
}
