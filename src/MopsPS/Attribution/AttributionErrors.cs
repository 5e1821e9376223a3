using System.Collections;
using System.Management.Automation;
using MopsPS.Core.Attribution;

namespace MopsPS.Attribution;

/// <summary>The errors of attribution.</summary>
internal static class AttributionErrors
{
    public static ErrorRecord From(AttributionException exception) => new(
        exception, "MopsAttribution" + exception.Kind, exception.Kind == "ModelNotPossible" ? ErrorCategory.InvalidArgument : ErrorCategory.InvalidData, null);

    public static ErrorRecord BadCost(object? channel, object? cost, IDictionary costs) => new(
        new PSArgumentException($"-Cost gives '{channel}' the value '{cost}', which is no number of 0 or more. Write for example @{{ 'Paid Search' = 12500 }}."),
        "MopsAttributionCostInvalid", ErrorCategory.InvalidArgument, costs);
}
