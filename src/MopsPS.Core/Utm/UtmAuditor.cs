using System;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Utm.Parsing;
using MopsPS.Core.Utm.Rules;

namespace MopsPS.Core.Utm;

/// <summary>Checks links against one policy. Holds no state between links and can be used from several threads.</summary>
public sealed class UtmAuditor
{
    private readonly MopsPolicy _policy;
    private readonly UtmTaxonomy _taxonomy;

    /// <summary>Makes an auditor.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="todayUtc">The day on which suppressions are judged.</param>
    public UtmAuditor(MopsPolicy policy, DateTime todayUtc)
    {
        _policy = policy ?? throw new ArgumentNullException(nameof(policy));
        Rules = new RuleSet(policy, todayUtc);
        _taxonomy = new UtmTaxonomy(policy.Utm);
    }

    /// <summary>The rules as the policy sets them.</summary>
    public RuleSet Rules { get; }

    /// <summary>The policy.</summary>
    public MopsPolicy Policy => _policy;

    internal UtmTaxonomy Taxonomy => _taxonomy;

    /// <summary>Checks one link. Never fails: a text that is no link gets a finding.</summary>
    /// <param name="url">The link.</param>
    /// <param name="position">Where it stands, or null.</param>
    /// <param name="owner">Who owns it, or null.</param>
    /// <param name="page">The address of the page on which the link stands, or null for a link outside the site (an ad, a mail).</param>
    /// <returns>The result.</returns>
    public UtmResult Audit(string url, SourcePosition? position = null, string? owner = null, string? page = null)
    {
        if (url is null) throw new ArgumentNullException(nameof(url));
        var link = Open(url, position, page);
        StructureRules.Check(link);
        ParameterRules.Check(link);
        ValueRules.Check(link);
        var channel = AttributionRules.Check(link);
        var isTagged = link.IsTagged;
        var counts = isTagged || link.Url.Kind == UrlKind.Invalid || AttributionRules.NeedsTags(link);
        return new UtmResult
        {
            Url = link.Display,
            Source = link.Shown("source"),
            Medium = link.Shown("medium"),
            Campaign = link.Shown("campaign"),
            Term = link.Shown("term"),
            Content = link.Shown("content"),
            Id = link.Shown("id"),
            SourcePlatform = link.Shown("source_platform"),
            CreativeFormat = link.Shown("creative_format"),
            MarketingTactic = link.Shown("marketing_tactic"),
            Channel = channel?.Channel,
            ChannelReason = link.Personal.Count > 0 ? null : channel?.Reason,
            IsTagged = isTagged,
            IsCompliant = counts ? !link.Findings.Any(finding => !finding.IsSuppressed && finding.Severity >= Severity.Warning) : null,
            Findings = [.. link.Findings],
            CorrectedUrl = Corrected(link),
            Position = position,
            Owner = owner,
        };
    }

    internal UtmLink Open(string url, SourcePosition? position = null, string? page = null) =>
        new(url, position, page, _policy.Utm, _taxonomy, Rules, _policy.Naming);

    // One repair can lay bare the next; a correction that never comes to rest is none.
    private string? Corrected(UtmLink link)
    {
        var corrected = LinkCorrection.Correct(link);
        for (var round = 0; corrected is not null && round < 8; round++)
        {
            var next = Open(corrected);
            if (next.HoldsPersonal) return null;
            if (LinkCorrection.Correct(next) is not { } further) return corrected;
            corrected = further;
        }

        return null;
    }
}
