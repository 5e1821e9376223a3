using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>Whether a landing page can be read at all.</summary>
internal sealed class PageFormatChecks : ContentChecks
{
    public static readonly CampaignCheckInfo UnreadablePage = new(
        "LPG001", CampaignArea.LandingPage, nameof(UnreadablePage), Severity.Error,
        "The HTML of a landing page is empty, too large or too deep to be read.", "Save the page as it is published.", "limits of the checks; browsers stop at 512 nested elements");

    public static readonly CampaignCheckInfo PageUnbalancedTags = new(
        "LPG002", CampaignArea.LandingPage, nameof(PageUnbalancedTags), Severity.Warning,
        "A tag of a page is opened and never closed, or closed and never opened.", "Close it.", "html.spec.whatwg.org, parse errors");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [UnreadablePage, PageUnbalancedTags];

    public override bool NeedsPage => false;

    public override void Check(ContentFile file)
    {
        if (file.Starts(UnreadablePage) && file.PageProblem is { } problem) file.Report(UnreadablePage, file.PageProblemOffset, char.ToUpperInvariant(problem[0]) + problem.Substring(1).TrimEnd('.') + ".", "HTML");
        if (file.Page is null)
        {
            file.Context.NotRun(PageUnbalancedTags, file.PageProblem!);
            return;
        }

        if (!file.Starts(PageUnbalancedTags)) return;
        foreach (var (name, offset, isClosing) in file.Page.Unpaired.Where(item => item.Name.IndexOf('-') < 0 && item.Name.IndexOf(':') < 0 && !IsSvg(item.Name)))
            file.Report(PageUnbalancedTags, offset, isClosing ? $"</{name}> closes nothing." : $"<{name}> is never closed.", name);
    }

    private static bool IsSvg(string name) => name is "svg" or "path" or "g" or "circle" or "rect" or "line" or "polyline" or "polygon" or "use" or "defs" or "symbol" or "stop";
}
