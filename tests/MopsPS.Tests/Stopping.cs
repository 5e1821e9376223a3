using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using Xunit;

namespace MopsPS.Tests;

/// <summary>Ctrl-C in the middle of a command.</summary>
internal static class Stopping
{
    /// <summary>Runs a script and stops it; asserts that it ended in time and wrote no error.</summary>
    /// <param name="module">The module's runspace.</param>
    /// <param name="script">The script.</param>
    /// <param name="output">Receives what it writes.</param>
    /// <param name="isTime">Tells whether it is where it should be stopped.</param>
    /// <param name="limit">How long stopping may take.</param>
    public static void Stop(ModuleFixture module, string script, PSDataCollection<PSObject> output, Func<PowerShell, bool> isTime, TimeSpan limit)
    {
        using var shell = PowerShell.Create(module.Runspace);
        var running = shell.AddScript(script).BeginInvoke<PSObject, PSObject>(null, output);
        var waited = Stopwatch.StartNew();
        while (!isTime(shell))
        {
            Assert.False(running.IsCompleted, $"It ended before it could be stopped: {shell.Streams.Error.FirstOrDefault()}");
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), "It never came to where it should be stopped.");
            Thread.Sleep(2);
        }

        Assert.Equal(PSInvocationState.Running, shell.InvocationStateInfo.State);
        var clock = Stopwatch.StartNew();
        shell.Stop();
        Assert.True(clock.Elapsed < limit, $"Stopping took {clock.Elapsed}.");
        Assert.True(running.IsCompleted);
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        Assert.Empty(shell.Streams.Error);
    }
}
