using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Changes;

namespace MopsPS.Common;

/// <summary>The base of cmdlets that read records and write files. See <see cref="MopsWriteCmdlet"/>, whose parameters it has: a class has one base.</summary>
public abstract class MopsRecordWriteCmdlet : MopsRecordCmdlet
{
    private ChangeLogger? _log;

    /// <summary>The change log that gets an entry of what was written; see Add-MopsChange.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ChangeLog { get; set; }

    /// <summary>The ticket that asked for the change, for the entry in the change log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string? Ticket { get; set; }

    /// <summary>Who approved the change, for the entry in the change log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ChangeValueCompleter))]
    public string? Approver { get; set; }

    /// <inheritdoc cref="MopsWriteCmdlet.OpenChangeLog"/>
    private protected void OpenChangeLog(string category) => _log = ChangeLogger.Open(this, ChangeLog, Ticket, Approver, category, TeamPolicy, CancellationToken);

    /// <inheritdoc cref="MopsWriteCmdlet.LogChange"/>
    private protected void LogChange(string summary, string target, IEnumerable<string> files) => _log?.Add(summary, target, files);
}
