using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MopsPS.Common;
using MopsPS.Core.Changes;

namespace MopsPS.Changes;

/// <summary>The errors of change logs.</summary>
internal static class ChangeErrors
{
    public static ErrorRecord LogNotGiven() => new(
        new ArgumentException("-Ticket and -Approver go into a change log, and none is named. Give -ChangeLog as well."), "MopsChangeLogNotGiven", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord NotLogged(string log, string target, Exception exception) => new(
        new IOException($"'{target}' is changed, but '{log}' has no entry of it: {exception.Message} Write it with Add-MopsChange.", exception), "MopsChangeNotLogged", ErrorCategory.WriteError, target);

    public static ErrorRecord Broken(Finding finding) => new(new InvalidDataException(finding.ToString()), "MopsChangeLogBroken", ErrorCategory.InvalidData, finding);

    /// <summary>Does what needs the log; ends the cmdlet where the log takes no entry.</summary>
    public static void Guard(PSCmdlet cmdlet, string log, Action action)
    {
        try
        {
            action();
        }
        catch (ChangeLogException exception)
        {
            cmdlet.ThrowTerminatingError(exception.Problem switch
            {
                ChangeLogProblem.Busy => new ErrorRecord(exception, "MopsChangeLogBusy", ErrorCategory.ResourceBusy, log),
                ChangeLogProblem.Broken => new ErrorRecord(exception, "MopsChangeLogBroken", ErrorCategory.InvalidData, log),
                _ => new ErrorRecord(exception, "MopsChangeNotAllowed", ErrorCategory.InvalidArgument, log),
            });
        }
        catch (DirectoryNotFoundException)
        {
            cmdlet.ThrowTerminatingError(MopsErrors.FolderNotFound(log));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            cmdlet.ThrowTerminatingError(MopsErrors.FileNotWritten(log, exception));
        }
    }

    /// <summary>Asks the policy whether the entry has what it needs.</summary>
    /// <exception cref="ChangeLogException">It has not.</exception>
    public static void Require(MopsPolicy policy, ChangeEntry entry)
    {
        var complaints = ChangeRequirements.Check(policy.Changes, entry);
        if (complaints.Count > 0)
            throw new ChangeLogException(ChangeLogProblem.NotAllowed, $"The policy {policy.Name} takes no such entry: {string.Join("; ", complaints)}. Give {string.Join(" and ", Asked(complaints))}.");
    }

    private static string[] Asked(System.Collections.Generic.IReadOnlyList<string> complaints) =>
        [.. new[] { ("category", "-Category"), ("ticket", "-Ticket"), ("approver", "-Approver") }.Where(pair => complaints.Any(text => text.Contains(pair.Item1))).Select(pair => pair.Item2)];
}
