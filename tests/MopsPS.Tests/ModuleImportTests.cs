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
    public void HelpIsThereAfterAForcedImport()
    {
        using var runspace = ModuleFixture.CreateRunspace();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{ModuleFixture.ModuleManifest}' -ArgumentList {ModuleFixture.Framework} -Force; (Get-Help Get-MopsRule).Synopsis");
        Assert.StartsWith("Lists the rules", Assert.Single(shell.Invoke()).ToString());
    }

    [Fact]
    public void TheScriptModuleAloneSaysWhatToImport()
    {
        using var runspace = System.Management.Automation.Runspaces.RunspaceFactory.CreateRunspace(System.Management.Automation.Runspaces.InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript($"try {{ Import-Module '{System.IO.Path.ChangeExtension(ModuleFixture.ModuleManifest, ".psm1")}' -ErrorAction Stop }} catch {{ \"$_\" }}");
        Assert.Contains("MopsPS.psd1", Assert.Single(shell.Invoke()).ToString());
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
