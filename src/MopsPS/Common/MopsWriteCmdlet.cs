using System.Collections.Generic;
using System.Management.Automation;
using MopsPS.Changes;

namespace MopsPS.Common;

/// <summary>
/// The base of cmdlets that change something: what they changed may go into a change log. A leaf calls <see cref="OpenChangeLog"/> before its work and
/// <see cref="LogChange"/> after each thing it wrote; both do nothing without -ChangeLog.
/// </summary>
public abstract class MopsWriteCmdlet : MopsCmdlet
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

    /// <summary>Ends the cmdlet where the change log would not take the entry afterwards.</summary>
    /// <param name="category">The kind of change: the area of the cmdlet.</param>
    /// <param name="policy">The policy of the cmdlet; null for the nearest.</param>
    protected void OpenChangeLog(string category, object? policy = null) => _log = ChangeLogger.Open(this, ChangeLog, Ticket, Approver, category, policy, CancellationToken);

    /// <summary>Writes an entry.</summary>
    /// <param name="summary">What was done, in one sentence; no personal data.</param>
    /// <param name="target">What was changed, mostly a full path.</param>
    /// <param name="files">The full paths of the files written; their hashes go into the entry.</param>
    protected void LogChange(string summary, string target, IEnumerable<string> files) => _log?.Add(summary, target, files);
}
