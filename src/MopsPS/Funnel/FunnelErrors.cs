using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace MopsPS.Funnel;

/// <summary>The errors of funnels: one method for each kind.</summary>
internal static class FunnelErrors
{
    /// <summary>A value that could not be used; the id names the rule, the target is the finding.</summary>
    public static ErrorRecord Value(Finding finding, string rule) => new(
        new FormatException($"{finding.Message}{(string.IsNullOrEmpty(finding.Value) ? string.Empty : $" Found: {finding.Value}.")} {finding.Suggestion}"),
        "MopsFunnel" + rule, ErrorCategory.InvalidData, finding);

    public static ErrorRecord NoRecords() => new(
        new InvalidOperationException("There is no record to count. Check the filter or the file."), "MopsFunnelNoRecords", ErrorCategory.ObjectNotFound, null);

    public static ErrorRecord NothingCounted(FunnelSummary summary) => new(
        new InvalidOperationException(
            $"None of the {summary.Records} records counts: {summary.OutsideTime} entered outside -Since and -Until, {summary.Undated} have no date of entry, {summary.NotEntered} reached no stage. Widen the time, or name the stages' columns with -Stage."),
        "MopsFunnelNothingCounted", ErrorCategory.ObjectNotFound, summary);

    public static ErrorRecord StagesNotOrdered(object target) => new(
        new ArgumentException("The stages have no order: a plain hashtable forgets it. Write -Stage ([ordered]@{ MQL = 'MQL Date'; Won = 'Won Date' })."),
        "MopsFunnelStagesNotOrdered", ErrorCategory.InvalidArgument, target);

    public static ErrorRecord StageInvalid(string name, string what, object? target) => new(
        new ArgumentException($"The stage '{name}' {what} Give a column, 'file.column', or @{{ Date = …; Status = …; Values = …; File = … }}."),
        "MopsFunnelStageInvalid", ErrorCategory.InvalidArgument, target);

    public static ErrorRecord JoinInvalid(string name, object? target) => new(
        new ArgumentException($"The join '{name}' names no file. Give a path, or @{{ Path = …; Key = …; On = … }}."), "MopsFunnelJoinInvalid", ErrorCategory.InvalidArgument, target);

    public static ErrorRecord DefinitionInvalid(Exception exception, object? target) => new(exception, "MopsFunnelDefinitionInvalid", ErrorCategory.InvalidArgument, target);

    public static ErrorRecord NotStages(object? target) => new(
        new ArgumentException("Only what Get-MopsFunnel writes can be compared."), "MopsFunnelNotStages", ErrorCategory.InvalidType, target);

    public static ErrorRecord SideNotFound(string side, IEnumerable<string> known, object? target) => new(
        new ItemNotFoundException($"No stages given are of '{side}'. There are: {string.Join("; ", known)}."), "MopsFunnelSideNotFound", ErrorCategory.ObjectNotFound, target);

    public static ErrorRecord NoSides(object? target) => new(
        new ArgumentException("There are no two periods that are over to compare. Count with -Period, or name the sides with -Reference and -Difference."),
        "MopsFunnelNoSides", ErrorCategory.InvalidArgument, target);

    public static ErrorRecord NotComparable(Exception exception) => new(exception, "MopsFunnelNotComparable", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord TemplateInvalid(Exception exception, string? path) => new(exception, "MopsFunnelTemplateInvalid", ErrorCategory.InvalidData, path);
}
