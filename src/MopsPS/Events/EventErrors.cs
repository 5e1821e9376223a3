using System.Management.Automation;
using MopsPS.Core.Events;

namespace MopsPS.Events;

/// <summary>The errors of turning attendance into members.</summary>
internal static class EventErrors
{
    public static ErrorRecord From(EventException exception, object? target) => new(
        exception, "MopsEvent" + exception.Kind, exception.Kind is "NoCampaign" ? ErrorCategory.InvalidArgument : ErrorCategory.InvalidData, target);

    public static ErrorRecord CampaignInvalid(object value) => new(
        new PSArgumentException("-CampaignId takes one id, or a hashtable of ids by event id or topic."), "MopsEventCampaignInvalid", ErrorCategory.InvalidArgument, value);
}
