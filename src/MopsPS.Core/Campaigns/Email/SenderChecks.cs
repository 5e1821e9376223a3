using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>Who sends: name and postal address in the mail, domain and reply address in its headers.</summary>
internal sealed class SenderChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingPostalAddress = new(
        "EML014", CampaignArea.Email, nameof(MissingPostalAddress), Severity.Error,
        "An e-mail of marketing does not show the sender's postal address.",
        "Put it into the footer; the policy names it, campaignQA.email.postalAddresses.", "CAN-SPAM, 15 U.S.C. 7704(a)(5)(A)(iii); CASL, Electronic Commerce Protection Regulations, section 2");

    public static readonly CampaignCheckInfo MissingSender = new(
        "EML015", CampaignArea.Email, nameof(MissingSender), Severity.Error,
        "An e-mail does not say who sends it.",
        "Name the organisation in the mail and in the From header.", "CASL, section 6(2)(a); CAN-SPAM, 15 U.S.C. 7704(a)(1)");

    public static readonly CampaignCheckInfo WrongFromDomain = new(
        "EML016", CampaignArea.Email, nameof(WrongFromDomain), Severity.Error,
        "A message comes from another domain than agreed.",
        "Send from a domain of the brief or the policy, campaignQA.email.fromDomains.", "RFC 7489 (DMARC alignment); Gmail's and Yahoo's sender rules");

    public static readonly CampaignCheckInfo WrongReplyTo = new(
        "EML017", CampaignArea.Email, nameof(WrongReplyTo), Severity.Warning,
        "Replies go to an address that was not agreed, of another domain, or that nobody reads.",
        "Set Reply-To to a mailbox of the sender that is read.", "CAN-SPAM, 15 U.S.C. 7704(a)(1); practice");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingPostalAddress, MissingSender, WrongFromDomain, WrongReplyTo];

    public override void Check(ContentFile file)
    {
        if (!file.IsMarketing) file.Context.NotApplicable(MissingPostalAddress, "the brief says that the e-mail is transactional");
        else if (file.Starts(MissingPostalAddress)) Address(file);
        Name(file);
        if (file.IsMessage)
        {
            From(file);
            ReplyTo(file);
            return;
        }

        file.Context.NotApplicable(WrongFromDomain, "the e-mail is a file of HTML; headers are in messages (.eml)");
        file.Context.NotApplicable(WrongReplyTo, "the e-mail is a file of HTML; headers are in messages (.eml)");
    }

    private static void Address(ContentFile file)
    {
        var agreed = file.Policy.Email.PostalAddresses;
        if (agreed.Count > 0)
        {
            var text = Letters(file.Visible.Folded);
            if (agreed.Any(address => text.IndexOf(Letters(TextFold.Wording(address)), StringComparison.Ordinal) >= 0)) return;
        }
        else if (PostalAddress.IsIn(file.Visible.Text.Replace('\n', ' ')))
        {
            return;
        }

        // Tokens by which the tools write the account's address.
        string[] tokens = ["LIST:ADDRESS", "LIST_ADDRESS", "company_street_address", "member_addr", "account_address", "organization.full_address", "Organization.Addr", "Organization.Street", "office_location_street", "shop.address", "{{my.address", "{{my.postal"];
        if (tokens.Any(token => file.Visible.Text.IndexOf(token, StringComparison.OrdinalIgnoreCase) >= 0)) return;
        file.ReportMissing(MissingPostalAddress, agreed.Count > 0 ? "None of the policy's postal addresses is in the mail." : "Nothing in the mail looks like a postal address.", "postal address", agreed.FirstOrDefault(), "body");
    }

    // Commas, line ends and dots differ from footer to footer.
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) letters.Append(c);
        return letters.ToString();
    }

    private static void Name(ContentFile file)
    {
        var names = file.Policy.Email.Senders.Concat(file.Context.Brief.From.Name is { } agreed ? [agreed] : []).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count == 0)
        {
            file.Context.NotRun(MissingSender, "neither the brief (from.name) nor the policy (campaignQA.email.senders) names the sender");
            return;
        }

        if (!file.Starts(MissingSender)) return;
        if (!names.Any(name => file.Visible.Folded.IndexOf(TextFold.Wording(name), StringComparison.Ordinal) >= 0))
            file.ReportMissing(MissingSender, $"The mail names none of its senders ({string.Join(", ", names)}).", "sender", names[0], "body");
        if (!file.IsMessage) return;
        if (file.Mail!.From is not { } from) file.ReportHeader(MissingSender, "From", "The message has no From address.");
        else if (!names.Any(name => from.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0))
            file.ReportHeader(MissingSender, "From", from.Name.Length == 0 ? "The From header has no name." : "The name in the From header is not the sender's.", from.Name, names[0]);
    }

    private static void From(ContentFile file)
    {
        var domains = file.Policy.Email.FromDomains.Concat(file.Context.Brief.From.Domain is { } agreed ? [agreed] : []).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (file.Context.Brief.From.Domain is { } one) domains = [one];
        if (domains.Count == 0)
        {
            file.Context.NotRun(WrongFromDomain, "neither the brief (from.domain) nor the policy (campaignQA.email.fromDomains) names the domain");
            return;
        }

        if (!file.Starts(WrongFromDomain)) return;
        if (file.Mail!.From is not { } from) file.ReportHeader(WrongFromDomain, "From", "The message has no From address.");
        else if (!IsOf(from.Domain, domains)) file.ReportHeader(WrongFromDomain, "From", $"The message comes from {from.Domain}; agreed is {string.Join(", ", domains)}.", from.Address, domains[0]);
    }

    private static void ReplyTo(ContentFile file)
    {
        var agreed = file.Context.Brief.From.ReplyTo;
        if (file.Mail!.ReplyTo is not { } reply)
        {
            if (agreed is null) file.Context.NotApplicable(WrongReplyTo, "replies go to the From address");
            else if (file.Starts(WrongReplyTo) && !string.Equals(file.Mail.From?.Address, agreed, StringComparison.OrdinalIgnoreCase)) file.Report(WrongReplyTo, -1, "The message has no Reply-To; the brief names one.", "Reply-To", null, agreed);
            return;
        }

        if (!file.Starts(WrongReplyTo)) return;
        var local = reply.Address.Substring(0, Math.Max(0, reply.Address.LastIndexOf('@')));
        if (agreed is not null)
        {
            if (!string.Equals(reply.Address, agreed, StringComparison.OrdinalIgnoreCase)) file.ReportHeader(WrongReplyTo, "Reply-To", "Reply-To is another address than the brief's.", reply.Address, agreed);
        }
        else if (new string([.. local.Where(char.IsLetter)]).ToLowerInvariant() is "noreply" or "donotreply" or "nichtantworten" or "nepasrepondre")
        {
            file.ReportHeader(WrongReplyTo, "Reply-To", "Replies go to an address that nobody reads.", reply.Address);
        }
        else if (file.Mail.From is { } from && !Same(reply.Domain, from.Domain) && !IsOf(reply.Domain, file.Policy.Email.FromDomains))
        {
            file.ReportHeader(WrongReplyTo, "Reply-To", $"Replies go to {reply.Domain}, the message comes from {from.Domain}.", reply.Address);
        }
    }

    private static bool Same(string one, string other) => string.Equals(Links.LinkHosts.Domain(one), Links.LinkHosts.Domain(other), StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(string domain, IEnumerable<string> domains) =>
        domains.Any(allowed => string.Equals(domain, allowed, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + allowed, StringComparison.OrdinalIgnoreCase));
}
