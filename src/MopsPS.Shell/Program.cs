using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace MopsPS.Shell;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["--build-help", var moduleFolder]) return Help.HelpBuilder.Build(moduleFolder);
        Environment.SetEnvironmentVariable("PSModulePath", Path.Combine(AppContext.BaseDirectory, "Modules"));
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(string.Join(" ", args)).AddCommand("Out-Default");
        shell.Invoke();
        foreach (var error in shell.Streams.Error) Console.Error.WriteLine(error);
        return shell.HadErrors ? 1 : 0;
    }
}
