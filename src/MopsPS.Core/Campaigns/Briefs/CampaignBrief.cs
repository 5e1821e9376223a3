using System;
using System.Collections.Generic;

namespace MopsPS.Core.Campaigns;

/// <summary>What the team has agreed for one campaign, read from <c>campaign.json</c>. Null and empty where the brief says nothing: then nothing is compared.</summary>
public sealed class CampaignBrief
{
    /// <summary>The campaign's name.</summary>
    public string? Name { get; init; }

    /// <summary>Who owns it; a name or a team.</summary>
    public string? Owner { get; init; }

    /// <summary>The day of the launch.</summary>
    public DateTime? LaunchDate { get; init; }

    /// <summary>Whether it is advertising, or only what the reader asked for.</summary>
    public CampaignPurpose Purpose { get; init; } = CampaignPurpose.Marketing;

    /// <summary>The regions it goes to, for example <c>US</c>, <c>EU</c>, <c>CA</c>; keys of the consent wordings of the policy.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The language of the texts, for example <c>en</c> or <c>de-CH</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The value of utm_campaign that all its links bear.</summary>
    public string? UtmCampaign { get; init; }

    /// <summary>The product of the e-mails' tokens: Marketo, HubSpot, Salesforce, Mailchimp or Liquid; null for any.</summary>
    public string? Platform { get; init; }

    /// <summary>Who sends it and what the e-mails say of it.</summary>
    public CampaignSender From { get; init; } = new();

    /// <summary>The subject that was agreed; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>The preheader that was agreed; null for any.</summary>
    public string? Preheader { get; init; }

    /// <summary>E-mails whose subject, preheader or text part differ from the rest, by file (wildcards).</summary>
    public IReadOnlyList<EmailBrief> Emails { get; init; } = [];

    /// <summary>Links that must be in the campaign: addresses without their query.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Hosts that links may go to; empty for any.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Landing pages with what is agreed for them, by file (wildcards).</summary>
    public IReadOnlyList<LandingBrief> LandingPages { get; init; } = [];

    /// <summary>Who is to receive it.</summary>
    public AudienceBrief Audience { get; init; } = new();

    /// <summary>Leads that it may bring, and who is to get them.</summary>
    public IReadOnlyList<TestLeadBrief> TestLeads { get; init; } = [];

    /// <summary>Areas that the campaign does not have, with the reason: <c>LandingPage</c> to <c>links go to the shop</c>.</summary>
    public IReadOnlyDictionary<CampaignArea, string> NotApplicable { get; init; } = new Dictionary<CampaignArea, string>();

    /// <summary>Failed checks that are let pass.</summary>
    public IReadOnlyList<CampaignWaiver> Waivers { get; init; } = [];

    /// <summary>What was signed.</summary>
    public IReadOnlyList<CampaignSignOff> SignOffs { get; init; } = [];

    /// <summary>Line and position of each key and item by its JSON path, for example <c>$.emails[1].file</c>.</summary>
    internal IReadOnlyDictionary<string, (int Line, int Column)> Places { get; init; } = new Dictionary<string, (int, int)>();

    /// <summary>Where a key or item stands.</summary>
    /// <param name="path">The JSON path.</param>
    /// <returns>Line and position, one-based; 0 where it is not there.</returns>
    internal (int Line, int Column) PlaceOf(string path) => Places.TryGetValue(path, out var place) ? place : default;
}

/// <summary>Why a campaign is sent.</summary>
public enum CampaignPurpose
{
    /// <summary>Advertising: consent, unsubscribe and postal address are needed.</summary>
    Marketing,

    /// <summary>What the reader asked for or must know: orders, security, contracts.</summary>
    Transactional,
}

/// <summary>Who sends the e-mails.</summary>
public sealed class CampaignSender
{
    /// <summary>The display name.</summary>
    public string? Name { get; init; }

    /// <summary>The domain of the From address.</summary>
    public string? Domain { get; init; }

    /// <summary>The Reply-To address.</summary>
    public string? ReplyTo { get; init; }
}

/// <summary>What is agreed for one e-mail, or for those that a pattern names.</summary>
public sealed class EmailBrief
{
    /// <summary>The file below the campaign's folder; wildcards.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The subject; null for any.</summary>
    public string? Subject { get; init; }

    /// <summary>The preheader; null for any.</summary>
    public string? Preheader { get; init; }
}

/// <summary>What is agreed for one landing page, or for those that a pattern names.</summary>
public sealed class LandingBrief
{
    /// <summary>The file below the campaign's folder; wildcards.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The address at which it will be; null where it is not fixed.</summary>
    public string? Url { get; init; }

    /// <summary>Whether search engines may list it; null for no rule.</summary>
    public bool? Indexed { get; init; }

    /// <summary>Fields that its form must have.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Where the form leads after it was sent: an address or a file of the folder.</summary>
    public string? ThankYou { get; init; }
}

/// <summary>Who is to receive the campaign.</summary>
public sealed class AudienceBrief
{
    /// <summary>The least number of receivers; null for no bound.</summary>
    public int? MinSize { get; init; }

    /// <summary>The most receivers; null for no bound.</summary>
    public int? MaxSize { get; init; }

    /// <summary>Purposes or lists of consent, for example <c>newsletter</c>.</summary>
    public string? ConsentPurpose { get; init; }

    /// <summary>What must be true of each row: the segment, checked again.</summary>
    public IReadOnlyList<SegmentRule> Segment { get; init; } = [];
}

/// <summary>One condition of the segment.</summary>
public sealed class SegmentRule
{
    /// <summary>A canonical field or a column.</summary>
    public string Field { get; init; } = string.Empty;

    /// <summary>How it is compared.</summary>
    public SegmentOperator Operator { get; init; }

    /// <summary>With what; empty for the operators that need nothing.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The line of the brief.</summary>
    public int Line { get; init; }

    /// <summary>Reads like <c>Country In US, CA</c>.</summary>
    public override string ToString() => $"{Field} {Operator} {string.Join(", ", Values)}".TrimEnd();
}

/// <summary>How a segment rule compares; texts without regard to case.</summary>
public enum SegmentOperator
{
    /// <summary>One of the values.</summary>
    In,

    /// <summary>None of the values.</summary>
    NotIn,

    /// <summary>Matches one of the wildcard patterns.</summary>
    Like,

    /// <summary>Matches none of the wildcard patterns.</summary>
    NotLike,

    /// <summary>Has a value.</summary>
    Present,

    /// <summary>Has no value.</summary>
    Absent,

    /// <summary>A number or date at or above the value.</summary>
    AtLeast,

    /// <summary>A number or date at or below the value.</summary>
    AtMost,
}
