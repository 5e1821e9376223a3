using MopsPS.Core.Campaigns.Checks;

namespace MopsPS.Core.Campaigns.Links;

/// <summary>The checks of links in e-mails and landing pages.</summary>
internal static class LinkRules
{
    public static readonly CampaignCheckInfo MalformedLink = Check(
        "LNK001", nameof(MalformedLink), Severity.Error, "A link is no address that a browser can open, or is damaged.",
        "Write it whole, with https:// and one ? before the parameters.", "url.spec.whatwg.org");

    public static readonly CampaignCheckInfo PlaceholderLink = Check(
        "LNK002", nameof(PlaceholderLink), Severity.Error, "A link is a placeholder: empty, #, javascript:, example.com, localhost or a word like URL.",
        "Put the address in, or take the link out.", "RFC 2606 and RFC 6761 (reserved names); practice");

    public static readonly CampaignCheckInfo StagingLink = Check(
        "LNK003", nameof(StagingLink), Severity.Error, "A link leads to a draft or test system.",
        "Link to the public site; patterns stand in the policy, campaignQA.content.stagingHosts.", "the team's policy; RFC 1918 (private addresses)");

    public static readonly CampaignCheckInfo InsecureLink = Check(
        "LNK004", nameof(InsecureLink), Severity.Warning, "A link is http and not https.",
        "Write https.", "practice: browsers warn, and a redirect may lose the parameters");

    public static readonly CampaignCheckInfo RelativeLink = Check(
        "LNK005", nameof(RelativeLink), Severity.Error, "A link of an e-mail is relative; a mail has no page that it could be relative to.",
        "Write the whole address.", "RFC 2557, section 5; practice");

    public static readonly CampaignCheckInfo BrokenAnchor = Check(
        "LNK006", nameof(BrokenAnchor), Severity.Error, "A link leads to a place of the same page that is not there.",
        "Give the target the id, or correct the link.", "html.spec.whatwg.org, scrolling to a fragment");

    public static readonly CampaignCheckInfo BrokenMailLink = Check(
        "LNK007", nameof(BrokenMailLink), Severity.Error, "A mailto: or tel: link has no valid address or number.",
        "Correct the address.", "RFC 6068, RFC 3966");

    public static readonly CampaignCheckInfo TrackingRedirect = Check(
        "LNK008", nameof(TrackingRedirect), Severity.Warning, "A link goes through a shortener or a click counter.",
        "Link to the target itself, or allow the host in the policy, campaignQA.content.redirectHosts.", "practice: shorteners cost reputation, and counters of copied mails count for the old one");

    public static readonly CampaignCheckInfo ForeignHost = Check(
        "LNK009", nameof(ForeignHost), Severity.Error, "A link leads to a host that the brief does not allow.",
        "Correct the link, or add the host to the brief, allowedHosts.", "the brief");

    public static readonly CampaignCheckInfo MisleadingLinkText = Check(
        "LNK010", nameof(MisleadingLinkText), Severity.Error, "A link shows one domain and leads to another.",
        "Show the domain that it leads to, or words.", "practice: mail filters take it for phishing");

    public static readonly CampaignCheckInfo EmptyLinkText = Check(
        "LNK011", nameof(EmptyLinkText), Severity.Error, "A link has neither text nor an image with an alternative text.",
        "Give it words, or the image an alt text.", "WCAG 2.2, 2.4.4 and 4.1.2");

    public static readonly CampaignCheckInfo VagueLinkText = Check(
        "LNK012", nameof(VagueLinkText), Severity.Information, "A link's text does not say where it leads.",
        "Say what the reader gets, not \"click here\".", "WCAG 2.2, 2.4.4");

    public static readonly CampaignCheckInfo UtmError = Check(
        "LNK013", "LinkTagging", Severity.Error, "A link breaks the UTM policy: a parameter is missing, unknown, misspelled or personal.",
        "Correct the tags; New-MopsUtmLink builds them.", "the team's policy, utm; rules UTM001 to UTM033");

    public static readonly CampaignCheckInfo UtmWarning = Check(
        "LNK014", "UntidyTagging", Severity.Warning, "A link is not tagged, or its tags are not written as agreed.",
        "Correct the tags; Repair-MopsUtmLink does where it is certain.", "the team's policy, utm; rules UTM001 to UTM033");

    public static readonly CampaignCheckInfo WrongUtmCampaign = Check(
        "LNK015", nameof(WrongUtmCampaign), Severity.Error, "A link is tagged for another campaign than the brief's.",
        "Write the brief's utm_campaign.", "the brief, utmCampaign");

    public static readonly CampaignCheckInfo DeceptiveCharacters = Check(
        "LNK017", nameof(DeceptiveCharacters), Severity.Error, "A link, the subject or the sender has a character that turns the direction of its text, so that it reads as what it is not.",
        "Take the character out.", "Unicode Technical Report 36, section 2.2");

    public static readonly CampaignCheckInfo LookalikeHost = Check(
        "LNK018", nameof(LookalikeHost), Severity.Error, "A link leads to a host that looks like one of the sender's own, or mixes alphabets.",
        "Write the host anew; where it is right, name it under allowedHosts of the brief.", "Unicode Technical Standard 39, sections 4 and 5; practice");

    public static readonly CampaignCheckInfo DoubleEncodedTag = Check(
        "LNK019", nameof(DoubleEncodedTag), Severity.Warning, "A UTM value is encoded twice, and stands in reports with its percent signs.",
        "Encode it once.", "url.spec.whatwg.org, percent-encoding");

    private static CampaignCheckInfo Check(string id, string name, Severity severity, string summary, string remedy, string source) =>
        new(id, CampaignArea.Link, name, severity, summary, remedy, source);
}
