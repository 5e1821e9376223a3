using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace MopsPS.Benchmarks;

/// <summary>A runspace of the real engine with the built module imported.</summary>
internal static class ModuleRunspace
{
    public static Runspace Open()
    {
        var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        Invoke(runspace, $"Import-Module '{Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../output/MopsPS/MopsPS.psd1"))}'");
        return runspace;
    }

    public static void Invoke(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script, useLocalScope: false).Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error[0].ToString());
    }
}
