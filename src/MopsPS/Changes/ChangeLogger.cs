using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using MopsPS.Common;
using MopsPS.Core.Changes;
using MopsPS.Policy;

namespace MopsPS.Changes;

/// <summary>
/// What <c>-ChangeLog</c>, <c>-Ticket</c> and <c>-Approver</c> of a cmdlet mean. Opened before the work, it ends the cmdlet where the entry could not be written
/// afterwards: the ticket is missing, the log is broken or busy.
/// </summary>
internal sealed class ChangeLogger
{
    private readonly PSCmdlet _cmdlet;
    private readonly string _path;
    private readonly ChangeEntry _draft;
    private readonly CancellationToken _cancellation;

    private ChangeLogger(PSCmdlet cmdlet, string path, ChangeEntry draft, CancellationToken cancellation) =>
        (_cmdlet, _path, _draft, _cancellation) = (cmdlet, path, draft, cancellation);

    /// <summary>Opens the log that the parameters name.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="path">Its -ChangeLog; null for none.</param>
    /// <param name="ticket">Its -Ticket.</param>
    /// <param name="approver">Its -Approver.</param>
    /// <param name="category">The kind of change: the area of the cmdlet.</param>
    /// <param name="policy">Its -Policy, or the policy that it found; null for the nearest.</param>
    /// <param name="cancellation">Ends the waiting for other writers.</param>
    /// <returns>The logger; null where no log was named.</returns>
    public static ChangeLogger? Open(PSCmdlet cmdlet, string? path, string? ticket, string? approver, string category, object? policy, CancellationToken cancellation)
    {
        if (path is null)
        {
            if ((ticket ?? approver) is not null) cmdlet.ThrowTerminatingError(ChangeErrors.LogNotGiven());
            return null;
        }

        var full = PathResolver.Output(cmdlet, path);
        var team = PolicyParameter.Resolve(cmdlet, policy);
        var draft = new ChangeEntry
        {
            Author = Environment.UserName,
            Category = category,
            Ticket = ticket,
            Approver = approver,
            Command = cmdlet.MyInvocation.MyCommand.Name,
            Policy = $"{team.Name} {team.Version}",
        };
        ChangeErrors.Guard(cmdlet, full, () =>
        {
            ChangeErrors.Require(team, draft);
            ChangeLog.Check(full, ChangeLog.DefaultTimeout, cancellation);
        });
        return new ChangeLogger(cmdlet, full, draft, cancellation);
    }

    /// <summary>Writes the entry. What was changed is changed by now, so a failure is an error that says so and nothing more.</summary>
    /// <param name="summary">What was done, in one sentence; no personal data.</param>
    /// <param name="target">What was changed; a full path is put relative to the log's folder.</param>
    /// <param name="files">The full paths of the files written.</param>
    /// <param name="before">How it was before, or null.</param>
    /// <param name="after">How it is now, or null.</param>
    public void Add(string summary, string target, IEnumerable<string> files, string? before = null, string? after = null)
    {
        try
        {
            var states = files.Select(file => ChangeLog.FileOf(_path, file)).ToArray();
            ChangeLog.Append(_path, new ChangeEntry
            {
                Author = _draft.Author,
                Category = _draft.Category,
                Ticket = _draft.Ticket,
                Approver = _draft.Approver,
                Command = _draft.Command,
                Policy = _draft.Policy,
                Summary = summary,
                Target = ChangeLog.NameOf(_path, target),
                Before = before,
                After = after,
                Files = states,
            }, ChangeLog.DefaultTimeout, _cancellation);
        }
        catch (Exception exception) when (exception is ChangeLogException or IOException or UnauthorizedAccessException)
        {
            _cmdlet.WriteError(ChangeErrors.NotLogged(_path, target, exception));
        }
    }
}
