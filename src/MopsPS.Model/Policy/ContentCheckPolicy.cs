using System.Collections.Generic;

namespace MopsPS;

/// <summary>What the checks of e-mails and of landing pages share.</summary>
public sealed class ContentCheckPolicy
{
    /// <summary>Hosts of drafts and tests, by wildcard: no link and no image may lead there.</summary>
    public IReadOnlyList<string> StagingHosts { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(new[]
    {
        "staging.*", "*.staging.*", "*-staging.*", "stage.*", "*.stage.*", "dev.*", "*.dev.*", "test.*", "*.test.*", "qa.*", "*.qa.*", "uat.*", "*.uat.*", "preview.*", "*.preview.*", "sandbox.*",
        "*.sandbox.*", "*.local", "*.internal", "*.test", "*.invalid", "*.ngrok.io", "*.ngrok-free.app", "*.webflow.io", "*.hs-sites-sandbox.com",
    });

    /// <summary>Hosts that may count clicks and pass the reader on, by wildcard: the team's own click domain, say.</summary>
    public IReadOnlyList<string> RedirectHosts { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Names of other campaigns, products or brands that must not be left over from the file that was copied.</summary>
    public IReadOnlyList<string> OtherCampaigns { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>More texts of drafts that must not go out, beside lorem ipsum, TODO and their like.</summary>
    public IReadOnlyList<string> Leftovers { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;
}
