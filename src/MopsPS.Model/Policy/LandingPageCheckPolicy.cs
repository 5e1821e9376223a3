using System.Collections.Generic;

namespace MopsPS;

/// <summary>What every landing page of the team must have.</summary>
public sealed class LandingPageCheckPolicy
{
    /// <summary>Whether search engines may list pages of which the brief says nothing; thank-you pages left aside.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>The ids of the analytics and tag managers that must be in the page: <c>G-ABC123</c>, <c>GTM-ABC123</c>, <c>matomo:3</c> …</summary>
    public IReadOnlyList<string> AnalyticsIds { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Whether analytics may start only after a consent manager or Google's consent mode.</summary>
    public bool RequireConsent { get; init; } = true;

    /// <summary>Texts in the address or code of the team's own consent manager, beside the known ones.</summary>
    public IReadOnlyList<string> ConsentScripts { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Hidden fields that forms need; empty for <c>utm_</c> and the parameters that <see cref="UtmPolicy.Required"/> names.</summary>
    public IReadOnlyList<string> UtmFields { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Fields that forms must have and require, beside those of the brief.</summary>
    public IReadOnlyList<string> RequiredFields { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The regions of the brief for which a form needs a consent checkbox.</summary>
    public IReadOnlyList<string> ConsentRegions { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(new[] { "EU", "EEA", "UK", "GB", "CH", "CA" });

    /// <summary>The ids of the forms and accounts that may be embedded: Munchkin id, portal id, form id. Empty for any.</summary>
    public IReadOnlyList<string> FormIds { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The longest title in characters.</summary>
    public int MaxTitleLength { get; init; } = 60;

    /// <summary>The longest description in characters.</summary>
    public int MaxDescriptionLength { get; init; } = 160;
}
