using System;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace MopsPS.Shell.Hosting;

/// <summary>The engine's view of mops.</summary>
internal sealed class MopsHost(bool interactive) : PSHost
{
    private readonly MopsHostUserInterface _ui = new(interactive);

    /// <summary>The code that <c>exit</c> or <c>$Host.SetShouldExit</c> asked for; null as long as nobody did.</summary>
    public int? RequestedExitCode { get; private set; }

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "mops";

    public override PSHostUserInterface UI => _ui;

    public override Version Version { get; } = typeof(MopsHost).Assembly.GetName().Version!;

    public override void SetShouldExit(int exitCode) => RequestedExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new PSNotSupportedException("mops has no nested prompt. Use PowerShell 7 to debug a script.");

    public override void ExitNestedPrompt() => throw new PSNotSupportedException("mops has no nested prompt.");

    // The terminal belongs to a native program while it runs; mops itself holds no mode of it between two lines.
    public override void NotifyBeginApplication() => _ui.EndProgress();

    public override void NotifyEndApplication()
    {
    }
}
