using System;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Hygiene;

/// <summary>The errors of repairing records and of taking repairs back.</summary>
internal static class HygieneErrors
{
    public static ErrorRecord TwoOutputs() => new(
        new ArgumentException("-PassThru writes records and -Summary writes counts. Give one of them."), "MopsRepairParameterConflict", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord NamedTwice(string target) => new(
        new ArgumentException($"'{target}' is named twice. Give each file its own name."), "MopsRepairParameterConflict", ErrorCategory.InvalidArgument, target);

    public static ErrorRecord NoData() => new(
        new InvalidDataException("There are no records to repair. Check the filter before the cmdlet, or the file."), "MopsRepairNoData", ErrorCategory.InvalidData, null);

    public static ErrorRecord Incomplete(object target) => new(
        new InvalidDataException("A file of the input could not be read to its end, as the error before says; nothing was written, so that no record is lost."), "MopsRepairIncomplete", ErrorCategory.InvalidData, target);

    /// <summary>Opens or writes files; ends the cmdlet where they cannot be.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="targets">The files, for the error.</param>
    /// <param name="write">The work.</param>
    public static void Guard(PSCmdlet cmdlet, string targets, Action write)
    {
        try
        {
            write();
        }
        catch (ArgumentException)
        {
            cmdlet.ThrowTerminatingError(MopsErrors.FormatUnknown(targets, ".csv, .tsv, .xlsx, .json or .jsonl"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            cmdlet.ThrowTerminatingError(MopsErrors.FileNotWritten(targets, exception));
        }
    }
}
