using System.Management.Automation;
using MopsPS.Core.Reconciliation;

namespace MopsPS.Reconciliation;

/// <summary>The errors of comparing exports.</summary>
internal static class CompareErrors
{
    public static ErrorRecord From(CompareException exception, object? target) => new(
        exception, "MopsCompare" + exception.Kind, exception.Kind == "ToleranceInvalid" ? ErrorCategory.InvalidArgument : ErrorCategory.InvalidData, target);

    public static ErrorRecord Conflict(string message) => new(new PSArgumentException(message), "MopsParameterConflict", ErrorCategory.InvalidArgument, null);

    public static ErrorRecord As(string name, object? value) => new(
        new PSArgumentException($"'{value}' for '{name}' is no way to compare. There are {string.Join(", ", System.Enum.GetNames(typeof(ComparedAs)))}."),
        "MopsCompareAsInvalid", ErrorCategory.InvalidArgument, value);
}
