using System;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;

namespace MopsPS.Tests;

/// <summary>A runspace of the real engine with the built module imported, shared by the tests of a class.</summary>
public sealed class ModuleFixture : IDisposable
{
#if NETSTANDARD_BUILD
    public const string Framework = "netstandard2.0";
#else
    public const string Framework = "net8.0";
#endif

    public ModuleFixture()
    {
        Environment.SetEnvironmentVariable("PSModulePath", Path.Combine(RepositoryRoot, "output"));
        Environment.SetEnvironmentVariable("MOPSPS_FRAMEWORK", Framework);
        Runspace = CreateRunspace();
    }

    public static string RepositoryRoot { get; } = FindRoot();

    public static string ModuleManifest { get; } = Path.Combine(RepositoryRoot, "output", "MopsPS", "MopsPS.psd1");

    public Runspace Runspace { get; }

    public static Runspace CreateRunspace(System.Management.Automation.Host.PSHost? host = null)
    {
        var state = InitialSessionState.CreateDefault2();
        var runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", ModuleManifest).Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error[0].ToString(), shell.Streams.Error[0].Exception);
        return runspace;
    }

    /// <summary>Runs a script and asserts that it wrote no error.</summary>
    public Collection<PSObject> Run(string script, params object?[] input)
    {
        var output = Run(script, out var errors, input);
        Assert.True(errors.Length == 0, errors.Length == 0 ? null : $"{errors[0].FullyQualifiedErrorId}: {errors[0]}");
        return output;
    }

    /// <summary>Runs a script and hands out what it wrote to the error stream, a terminating error included.</summary>
    public Collection<PSObject> Run(string script, out ErrorRecord[] errors, params object?[] input)
    {
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            shell.Invoke(input, output);
        }
        catch (RuntimeException exception)
        {
            terminating = exception.ErrorRecord;
        }

        var all = shell.Streams.Error.ReadAll();
        if (terminating is not null) all.Add(terminating);
        errors = [.. all];
        return new Collection<PSObject>([.. output]);
    }

    public void Dispose() => Runspace.Dispose();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MopsPS.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("MopsPS.sln was not found above the test assembly.");
    }

}
