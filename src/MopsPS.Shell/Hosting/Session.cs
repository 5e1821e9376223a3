using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Runtime.ExceptionServices;
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
    private const string StatusVariable = "__mopsSucceeded";
    private readonly Runspace _runspace;
    private Pipeline? _running;
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
        if (!Terminal.OutputColors) PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Policy(executionPolicy);
        var host = new MopsHost(interactive);
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        // Each line would else get a thread of its own.
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        runspace.Open();
        // The engine puts its own folders in front while it opens, so ours comes afterwards.
        Environment.SetEnvironmentVariable("PSModulePath", ModulePath.Build(modules, Environment.GetEnvironmentVariable("PSModulePath")));
        // SessionStateProxy hands out another instance, which the engine never asks.
        ((EngineIntrinsics)runspace.SessionStateProxy.GetVariable("ExecutionContext")).InvokeCommand.CommandNotFoundAction = MissingCommand.OnCommandNotFound;
        var session = new Session(host, runspace);
        var import = new Command("Import-Module");
        import.Parameters.Add("Name", Path.Combine(modules, "MopsPS", "MopsPS.psd1"));
        import.Parameters.Add("Global");
        session.Run([import]);
        return session;
    }

    /// <summary>Runs commands and shows what they write.</summary>
    /// <param name="commands">What to run.</param>
    /// <param name="input">What is piped in; null for nothing.</param>
    public Outcome Run(List<Command> commands, IEnumerable<string>? input = null)
    {
        using var pipeline = _runspace.CreatePipeline();
        return Run(pipeline, commands, input);
    }

    /// <summary>Runs a text that somebody typed, and puts it into the session's history.</summary>
    public Outcome RunTyped(string text)
    {
        using var pipeline = _runspace.CreatePipeline(text, addToHistory: true);
        return Run(pipeline, [], input: null);
    }

    private Outcome Run(Pipeline pipeline, List<Command> commands, IEnumerable<string>? input)
    {
        foreach (var command in commands) pipeline.Commands.Add(command);
        pipeline.Commands.Add(new Command("Out-Default")
        {
            MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
        });
        if (input is not null) Feed(input, pipeline.Input);
        else pipeline.Input.Close();
        Volatile.Write(ref _running, pipeline);
        try
        {
            if (input is null) pipeline.Invoke();
            else InvokeWithOpenInput(pipeline);
            // A pipeline that was stopped returns as one that ran to its end does.
            return Volatile.Read(ref _stopping) > 0 ? Outcome.Cancelled : Outcome.Completed;
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

    /// <summary>Runs a text and tells its exit code: that of a script that ended by <c>exit</c>, else 1 where the last statement failed.</summary>
    public (Outcome Outcome, int ExitCode) RunAndJudge(string text, bool isFile, IEnumerable<string>? input)
    {
        var syntax = Parser.ParseInput(text, out _, out var errors);
        // Showing results sets $? again, so it has to be kept before the text ends; one with begin, process and end blocks has no such place.
        if (errors.Length == 0 && syntax is { BeginBlock: null, ProcessBlock: null, EndBlock.Unnamed: true }) text += $"\n;$global:{StatusVariable} = $?";
        var variables = _runspace.SessionStateProxy.PSVariable;
        variables.Set(StatusVariable, true);
        var outcome = Run([new Command(text, isScript: true, useLocalScope: false)], input);
        var succeeded = variables.GetValue(StatusVariable) is not false;
        variables.Remove(StatusVariable);
        if (succeeded) return (outcome, ExitCode.Success);
        // exit in a script file leaves its code here; a script run by -File is the only statement there is.
        var last = variables.GetValue("LASTEXITCODE");
        return (outcome, isFile && last is int code and not 0 ? code : ExitCode.Failure);
    }

    /// <summary>Stops what is running and returns at once.</summary>
    /// <returns>False when nothing runs or it was asked to stop before.</returns>
    public bool Stop()
    {
        if (Volatile.Read(ref _running) is not { } pipeline || Interlocked.Increment(ref _stopping) > 1) return false;
        pipeline.StopAsync();
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

    // Invoke closes the input before it runs anything, and what the feeder has not written by then is lost; InvokeAsync leaves it open.
    private static void InvokeWithOpenInput(Pipeline pipeline)
    {
        using var ended = new ManualResetEventSlim();
        pipeline.StateChanged += (_, change) =>
        {
            if (change.PipelineStateInfo.State is PipelineState.Completed or PipelineState.Failed or PipelineState.Stopped) ended.Set();
        };
        pipeline.InvokeAsync();
        ended.Wait();
        if (pipeline.PipelineStateInfo is { State: PipelineState.Failed, Reason: { } reason }) ExceptionDispatchInfo.Capture(reason).Throw();
    }

    // Standard input is handed over line by line as it comes: a script may end before its input does.
    private static void Feed(IEnumerable<string> input, PipelineWriter target)
    {
        var feeder = new Thread(() =>
        {
            try
            {
                foreach (var item in input) target.Write(item);
                target.Close();
            }
            catch (Exception exception) when (exception is PipelineClosedException or ObjectDisposedException or IOException)
            {
                // The pipeline ended first and closed its input.
            }
        })
        { IsBackground = true };
        feeder.Start();
    }

    // PowerShell 7 as installed runs local scripts and signed remote ones; the bare engine on Windows would run none, the module's own included.
    private static ExecutionPolicy Policy(string? asked) =>
        Enum.TryParse<ExecutionPolicy>(asked ?? Environment.GetEnvironmentVariable("PSExecutionPolicyPreference"), ignoreCase: true, out var policy)
            ? policy
            : ExecutionPolicy.RemoteSigned;
}
