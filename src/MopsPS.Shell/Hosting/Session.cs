using System;
using System.Collections;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using Microsoft.PowerShell;
using MopsPS.Shell.Commands;

namespace MopsPS.Shell.Hosting;

/// <summary>How a pipeline came to its end.</summary>
internal enum Outcome
{
    /// <summary>It ran to its end; it may have written errors.</summary>
    Completed,

    /// <summary>A terminating error that nobody caught ended it.</summary>
    Failed,

    /// <summary>Ctrl-C ended it.</summary>
    Cancelled,
}

/// <summary>A runspace with MopsPS in it, and how mops runs something there.</summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace;
    private PowerShell? _running;
    private int _stopping;

    private Session(MopsHost host, Runspace runspace)
    {
        Host = host;
        _runspace = runspace;
    }

    public MopsHost Host { get; }

    public Runspace Runspace => _runspace;

    /// <summary>Opens a runspace and imports the module that lies beside mops. No profile is run.</summary>
    public static Session Open(bool interactive, string? executionPolicy)
    {
        var modules = Path.Combine(AppContext.BaseDirectory, "Modules");
        Environment.SetEnvironmentVariable("PSModulePath", ModulePath.Build(modules, Environment.GetEnvironmentVariable("PSModulePath")));
        if (!Terminal.OutputColors) PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Policy(executionPolicy);
        var host = new MopsHost(interactive);
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        // Each line would else get a thread of its own.
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        runspace.SessionStateProxy.InvokeCommand.CommandNotFoundAction = MissingCommand.OnCommandNotFound;
        var session = new Session(host, runspace);
        session.Run(new PSCommand().AddCommand("Import-Module").AddParameter("Name", Path.Combine(modules, "MopsPS", "MopsPS.psd1")).AddParameter("Global"));
        return session;
    }

    /// <summary>Runs commands and shows what they write.</summary>
    /// <param name="commands">What to run.</param>
    /// <param name="input">What is piped in; null for nothing.</param>
    /// <param name="remember">Whether Get-History is to list it.</param>
    public Outcome Run(PSCommand commands, IEnumerable? input = null, bool remember = false)
    {
        commands.AddCommand(new Command("Out-Default")
        {
            MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
        });
        using var shell = PowerShell.Create(_runspace);
        shell.Commands = commands;
        Volatile.Write(ref _running, shell);
        try
        {
            var settings = new PSInvocationSettings { AddToHistory = remember };
            using var source = new PSDataCollection<object>();
            var work = shell.BeginInvoke(Feed(input, source), settings, callback: null, state: null);
            shell.EndInvoke(work);
            return Outcome.Completed;
        }
        catch (PipelineStoppedException) when (_stopping > 0)
        {
            return Outcome.Cancelled;
        }
        catch (RuntimeException exception)
        {
            Show(exception.ErrorRecord);
            return Outcome.Failed;
        }
        finally
        {
            Volatile.Write(ref _running, null);
            _stopping = 0;
            ((MopsHostUserInterface)Host.UI).EndProgress();
        }
    }

    /// <summary>Whether the last statement that ran succeeded: <c>$?</c>.</summary>
    public bool LastSucceeded()
    {
        using var shell = PowerShell.Create(_runspace);
        return shell.AddScript("$?").Invoke<bool>() is [true, ..];
    }

    /// <summary>Stops what is running and returns at once.</summary>
    /// <returns>False when nothing runs or it was asked to stop before.</returns>
    public bool Stop()
    {
        if (Volatile.Read(ref _running) is not { } shell || Interlocked.Increment(ref _stopping) > 1) return false;
        shell.BeginStop(callback: null, state: null);
        return true;
    }

    /// <summary>Shows an error as the engine shows errors, on standard error.</summary>
    public void Show(ErrorRecord error)
    {
        var item = new PSObject(error);
        item.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        using var shell = PowerShell.Create(_runspace);
        try
        {
            shell.AddCommand("Out-Default").Invoke(new[] { item });
        }
        catch (RuntimeException)
        {
            Host.UI.WriteErrorLine(error.ToString());
        }
    }

    public void Dispose() => _runspace.Dispose();

    // Standard input is handed over line by line as it comes: a script may end before its input does.
    private static PSDataCollection<object> Feed(IEnumerable? input, PSDataCollection<object> target)
    {
        if (input is null)
        {
            target.Complete();
            return target;
        }

        var feeder = new Thread(() =>
        {
            try
            {
                foreach (var item in input) target.Add(item);
                target.Complete();
            }
            catch (Exception exception) when (exception is ObjectDisposedException or InvalidOperationException or IOException)
            {
                // The pipeline ended first and closed its input.
            }
        })
        { IsBackground = true };
        feeder.Start();
        return target;
    }

    // PowerShell 7 as installed runs local scripts and signed remote ones; the bare engine on Windows would run none, the module's own included.
    private static ExecutionPolicy Policy(string? asked) =>
        Enum.TryParse<ExecutionPolicy>(asked ?? Environment.GetEnvironmentVariable("PSExecutionPolicyPreference"), ignoreCase: true, out var policy)
            ? policy
            : ExecutionPolicy.RemoteSigned;
}
