using System.Collections.Generic;

namespace MopsPS.Core.Utm;

/// <summary>The rules for links.</summary>
public static class UtmRules
{
    private const string Area = "Utm";

    /// <summary>A link lacks a UTM parameter that the policy requires.</summary>
    public static readonly RuleInfo MissingParameter = new(
        "UTM001", Area, nameof(MissingParameter), Severity.Error,
        "A link lacks a UTM parameter that the policy requires.",
        "Add the parameter; New-MopsUtmLink builds complete links.",
        "support.google.com/analytics/answer/10917952");

    /// <summary>A value is not in the policy's taxonomy.</summary>
    public static readonly RuleInfo UnknownValue = new(
        "UTM002", Area, nameof(UnknownValue), Severity.Error,
        "A value is not in the policy's taxonomy.",
        "Use an allowed value, or add the new one to the policy.",
        "the team's policy, utm.sources, utm.mediums and utm.campaigns");

    /// <summary>A value is written in another case than agreed; analytics counts it as another value.</summary>
    public static readonly RuleInfo WrongCase = new(
        "UTM003", Area, nameof(WrongCase), Severity.Warning,
        "A value is written in another case than agreed; analytics counts it as another value.",
        "Write it as the policy has it.",
        "support.google.com/analytics/answer/10917952: values are case sensitive");

    /// <summary>A value is another spelling of an allowed one.</summary>
    public static readonly RuleInfo AliasValue = new(
        "UTM004", Area, nameof(AliasValue), Severity.Warning,
        "A value is another spelling of an allowed one.",
        "Use the agreed spelling.",
        "the team's policy, aliases");

    /// <summary>A value has spaces.</summary>
    public static readonly RuleInfo SpacesInValue = new(
        "UTM005", Area, nameof(SpacesInValue), Severity.Warning,
        "A value has spaces.",
        "Write a separator between words and none at the ends.",
        "practice: spaces become + or %20 by turns and split reports");

    /// <summary>A value has another separator between words than agreed.</summary>
    public static readonly RuleInfo WrongSeparator = new(
        "UTM006", Area, nameof(WrongSeparator), Severity.Warning,
        "A value has another separator between words than agreed.",
        "Use the policy's separator.",
        "the team's policy, utm.separator");

    /// <summary>A value does not follow its naming convention.</summary>
    public static readonly RuleInfo NamingMismatch = new(
        "UTM007", Area, nameof(NamingMismatch), Severity.Error,
        "A value does not follow its naming convention.",
        "Correct the part that the message names.",
        "the team's policy, naming");

    /// <summary>Source and medium do not go together.</summary>
    public static readonly RuleInfo PairNotAllowed = new(
        "UTM008", Area, nameof(PairNotAllowed), Severity.Error,
        "Source and medium do not go together.",
        "Use a medium that the policy allows for the source.",
        "the team's policy, utm.pairs");

    /// <summary>GA4 puts the tags into no channel: Unassigned.</summary>
    public static readonly RuleInfo UnassignedChannel = new(
        "UTM009", Area, nameof(UnassignedChannel), Severity.Warning,
        "GA4 puts the tags into no channel: Unassigned.",
        "Use a medium that GA4's channel rules know, for example cpc, email or social.",
        "support.google.com/analytics/answer/9756891");

    /// <summary>A parameter has two different values.</summary>
    public static readonly RuleInfo ConflictingParameter = new(
        "UTM010", Area, nameof(ConflictingParameter), Severity.Error,
        "A parameter has two different values.",
        "Keep one.",
        "practice: which one counts differs from tool to tool");

    /// <summary>A parameter is there twice with the same value.</summary>
    public static readonly RuleInfo RepeatedParameter = new(
        "UTM011", Area, nameof(RepeatedParameter), Severity.Information,
        "A parameter is there twice with the same value.",
        "Remove the second one.",
        "practice");

    /// <summary>An ampersand is written as &amp;amp; in the address itself, so the parameter after it has another name.</summary>
    public static readonly RuleInfo EncodedAmpersand = new(
        "UTM012", Area, nameof(EncodedAmpersand), Severity.Error,
        "An ampersand is written as &amp; in the address itself, so the parameter after it has another name.",
        "Write & alone.",
        "url.spec.whatwg.org, application/x-www-form-urlencoded");

    /// <summary>A second question mark stands where an ampersand should.</summary>
    public static readonly RuleInfo SecondQuestionMark = new(
        "UTM013", Area, nameof(SecondQuestionMark), Severity.Error,
        "A second question mark stands where an ampersand should.",
        "Join further parameters with &.",
        "url.spec.whatwg.org, query state");

    /// <summary>UTM parameters stand behind the #, where analytics does not look.</summary>
    public static readonly RuleInfo ParameterInFragment = new(
        "UTM014", Area, nameof(ParameterInFragment), Severity.Error,
        "UTM parameters stand behind the #, where analytics does not look.",
        "Put the query before the #.",
        "url.spec.whatwg.org, fragment state; support.google.com/analytics/answer/10917952");

    /// <summary>A parameter's name is not one that analytics knows, but nearly.</summary>
    public static readonly RuleInfo MisspelledParameter = new(
        "UTM015", Area, nameof(MisspelledParameter), Severity.Error,
        "A parameter's name is not one that analytics knows, but nearly.",
        "Write the name as utm_source, utm_medium and so on, in lower case.",
        "support.google.com/analytics/answer/10917952");

    /// <summary>A merge token stands in a value and was not filled.</summary>
    public static readonly RuleInfo UnresolvedToken = new(
        "UTM016", Area, nameof(UnresolvedToken), Severity.Error,
        "A merge token stands in a value and was not filled.",
        "Fill it, or allow its family in the policy where the platform fills it on the click.",
        "vendors' token syntax");

    /// <summary>A parameter holds personal data.</summary>
    public static readonly RuleInfo PersonalData = new(
        "UTM017", Area, nameof(PersonalData), Severity.Error,
        "A parameter holds personal data.",
        "Take it out of the link: it ends up in analytics, logs and referrers.",
        "support.google.com/analytics/answer/6366371");

    /// <summary>A link between pages of the same site is tagged, which overwrites where the visit came from.</summary>
    public static readonly RuleInfo TaggedInternalLink = new(
        "UTM018", Area, nameof(TaggedInternalLink), Severity.Error,
        "A link between pages of the same site is tagged, which overwrites where the visit came from.",
        "Remove the UTM parameters; measure clicks inside the site with events.",
        "practice; GA4 counts new campaign parameters as a new traffic source");

    /// <summary>A click id stands beside manual tags.</summary>
    public static readonly RuleInfo ClickIdWithTags = new(
        "UTM019", Area, nameof(ClickIdWithTags), Severity.Warning,
        "A click id stands beside manual tags.",
        "Leave the click id to the platform; remove it from the link.",
        "support.google.com/analytics: auto-tagging and manual tagging");

    /// <summary>The link uses http: the redirect to https can lose parameters and the referrer.</summary>
    public static readonly RuleInfo PlainHttp = new(
        "UTM020", Area, nameof(PlainHttp), Severity.Warning,
        "The link uses http: the redirect to https can lose parameters and the referrer.",
        "Use https.",
        "the team's policy, utm.requireHttps");

    /// <summary>The text is no URL that a browser opens.</summary>
    public static readonly RuleInfo MalformedUrl = new(
        "UTM021", Area, nameof(MalformedUrl), Severity.Error,
        "The text is no URL that a browser opens.",
        "Correct the address.",
        "url.spec.whatwg.org");

    /// <summary>The link is no web link, so it cannot carry UTM parameters.</summary>
    public static readonly RuleInfo NonWebUrl = new(
        "UTM022", Area, nameof(NonWebUrl), Severity.Warning,
        "The link is no web link, so it cannot carry UTM parameters.",
        "Leave UTM parameters out, or link to a page.",
        "url.spec.whatwg.org, special schemes");

    /// <summary>The URL is longer than the policy allows; analytics cuts it.</summary>
    public static readonly RuleInfo UrlTooLong = new(
        "UTM023", Area, nameof(UrlTooLong), Severity.Warning,
        "The URL is longer than the policy allows; analytics cuts it.",
        "Shorten it.",
        "GA4 limits: page_location has 1,000 characters");

    /// <summary>A value is longer than the policy allows; analytics cuts it.</summary>
    public static readonly RuleInfo ValueTooLong = new(
        "UTM024", Area, nameof(ValueTooLong), Severity.Warning,
        "A value is longer than the policy allows; analytics cuts it.",
        "Shorten it.",
        "the team's policy, utm.maxValueLength");

    /// <summary>A value is a word that stands for no value.</summary>
    public static readonly RuleInfo ReservedValue = new(
        "UTM025", Area, nameof(ReservedValue), Severity.Error,
        "A value is a word that stands for no value.",
        "Give the real value.",
        "practice; GA4 uses (not set), (none) and (direct) itself");

    /// <summary>Two values across all links look like the same thing.</summary>
    public static readonly RuleInfo NearDuplicate = new(
        "UTM026", Area, nameof(NearDuplicate), Severity.Warning,
        "Two values across all links look like the same thing.",
        "Agree on one spelling and add the other as an alias.",
        "practice: Facebook, facebook and fb are three rows in a report");

    /// <summary>A link that needs UTM parameters has none.</summary>
    public static readonly RuleInfo UntaggedLink = new(
        "UTM027", Area, nameof(UntaggedLink), Severity.Warning,
        "A link that needs UTM parameters has none.",
        "Tag it; New-MopsUtmLink does.",
        "support.google.com/analytics/answer/10917952");

    /// <summary>A value is encoded twice, not as UTF-8, or has a stray percent sign.</summary>
    public static readonly RuleInfo BadEncoding = new(
        "UTM028", Area, nameof(BadEncoding), Severity.Warning,
        "A value is encoded twice, not as UTF-8, or has a stray percent sign.",
        "Encode it once, as UTF-8.",
        "url.spec.whatwg.org, percent-encoded bytes");

    /// <summary>The link has no https:// in front; in a mail or page it leads nowhere.</summary>
    public static readonly RuleInfo MissingScheme = new(
        "UTM029", Area, nameof(MissingScheme), Severity.Error,
        "The link has no https:// in front; in a mail or page it leads nowhere.",
        "Write https:// in front.",
        "url.spec.whatwg.org, scheme start state");

    /// <summary>Spaces or line breaks stand in or around the URL.</summary>
    public static readonly RuleInfo SpacesInUrl = new(
        "UTM030", Area, nameof(SpacesInUrl), Severity.Warning,
        "Spaces or line breaks stand in or around the URL.",
        "Remove them.",
        "url.spec.whatwg.org, validation error invalid-URL-unit");

    /// <summary>The scheme is not followed by exactly two slashes.</summary>
    public static readonly RuleInfo MisplacedSlashes = new(
        "UTM031", Area, nameof(MisplacedSlashes), Severity.Warning,
        "The scheme is not followed by exactly two slashes.",
        "Write https://.",
        "url.spec.whatwg.org, special authority slashes state");

    /// <summary>Parameters start with &amp; where the ? should be.</summary>
    public static readonly RuleInfo MissingQuestionMark = new(
        "UTM032", Area, nameof(MissingQuestionMark), Severity.Error,
        "Parameters start with & where the ? should be.",
        "Start the query with ?.",
        "url.spec.whatwg.org, path state");

    /// <summary>The URL carries a user name or password.</summary>
    public static readonly RuleInfo CredentialsInUrl = new(
        "UTM033", Area, nameof(CredentialsInUrl), Severity.Error,
        "The URL carries a user name or password.",
        "Remove it and change the password.",
        "url.spec.whatwg.org, validation error invalid-credentials");

    /// <summary>All link rules.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        MissingParameter,
        UnknownValue,
        WrongCase,
        AliasValue,
        SpacesInValue,
        WrongSeparator,
        NamingMismatch,
        PairNotAllowed,
        UnassignedChannel,
        ConflictingParameter,
        RepeatedParameter,
        EncodedAmpersand,
        SecondQuestionMark,
        ParameterInFragment,
        MisspelledParameter,
        UnresolvedToken,
        PersonalData,
        TaggedInternalLink,
        ClickIdWithTags,
        PlainHttp,
        MalformedUrl,
        NonWebUrl,
        UrlTooLong,
        ValueTooLong,
        ReservedValue,
        NearDuplicate,
        UntaggedLink,
        BadEncoding,
        MissingScheme,
        SpacesInUrl,
        MisplacedSlashes,
        MissingQuestionMark,
        CredentialsInUrl,
    ];
}
