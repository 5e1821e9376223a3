using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The ways out: the link that readers see, and the headers by which mail clients show a button of their own.</summary>
internal sealed class UnsubscribeChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingUnsubscribe = new(
        "EML010", CampaignArea.Email, nameof(MissingUnsubscribe), Severity.Error,
        "An e-mail of marketing has no visible link that ends the mails.",
        "Put the mailing tool's unsubscribe link into the footer.", "CAN-SPAM, 15 U.S.C. 7704(a)(3); CASL, section 11; GDPR, article 7(3); Gmail's and Yahoo's sender rules");

    public static readonly CampaignCheckInfo MissingListUnsubscribe = new(
        "EML011", CampaignArea.Email, nameof(MissingListUnsubscribe), Severity.Error,
        "A message has no List-Unsubscribe header.",
        "Let the mailing tool set it.", "RFC 2369; Gmail (support.google.com/a/answer/81126) and Yahoo ask it of bulk senders");

    public static readonly CampaignCheckInfo NoOneClickUnsubscribe = new(
        "EML012", CampaignArea.Email, nameof(NoOneClickUnsubscribe), Severity.Error,
        "List-Unsubscribe does not allow one click: no https address, or no List-Unsubscribe-Post: List-Unsubscribe=One-Click.",
        "Let the mailing tool set both headers; a mailto: address alone does not count.", "RFC 8058, section 3.1");

    public static readonly CampaignCheckInfo UnsignedOneClick = new(
        "EML013", CampaignArea.Email, nameof(UnsignedOneClick), Severity.Warning,
        "The DKIM signature of a message does not cover the List-Unsubscribe headers.",
        "Sign both; mail clients do not show the button otherwise.", "RFC 8058, section 4; RFC 6376, section 5.4");

    public static readonly CampaignCheckInfo MailtoUnsubscribe = new(
        "EML077", CampaignArea.Email, nameof(MailtoUnsubscribe), Severity.Warning,
        "The only visible link to unsubscribe writes a mail: somebody has to read it, and many readers have no mail program.",
        "Link to a page.", "FTC, CAN-SPAM compliance guide; practice");

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingUnsubscribe, MailtoUnsubscribe, MissingListUnsubscribe, NoOneClickUnsubscribe, UnsignedOneClick];

    public override bool NeedsPage => false;

    public override void Check(ContentFile file)
    {
        if (!file.IsMarketing)
        {
            foreach (var check in Checks) file.Context.NotApplicable(check, "the brief says that the e-mail is transactional");
            return;
        }

        if (file.Page is null)
        {
            file.Context.NotRun(MissingUnsubscribe, file.PageProblem!);
            file.Context.NotRun(MailtoUnsubscribe, file.PageProblem!);
        }
        else
        {
            file.Starts(MailtoUnsubscribe);
            if (file.Starts(MissingUnsubscribe)) Link(file);
        }

        if (file.IsMessage) Headers(file);
        else
            foreach (var check in Checks.Skip(2)) file.Context.NotApplicable(check, "the e-mail is a file of HTML; headers are in messages (.eml)");
    }

    private static void Link(ContentFile file)
    {
        var links = file.Links.Where(link => link.Role is LinkRole.Unsubscribe or LinkRole.Preferences && link.Element is not null).ToList();
        var texts = LinkTexts.Of(file.Page!);
        var ways = links.Where(link => link.Role == LinkRole.Unsubscribe && texts.IsSeen(link) && Leads(link)).ToList();
        if (ways.Count > 0)
        {
            if (ways.TrueForAll(link => IsMail(link.Href))) file.Report(MailtoUnsubscribe, ways[0].Offset, "The unsubscribe link writes a mail.", ways[0].Field, ways[0].Href);
            return;
        }

        // The tools' own sections write the link when the mail is sent.
        if (Writes(file)) return;
        if (links.Find(link => link.Role == LinkRole.Unsubscribe) is { } dead)
        {
            file.Report(MissingUnsubscribe, dead.Offset, !texts.IsSeen(dead) ? "The unsubscribe link is hidden, or has the colour of what is behind it." : "The unsubscribe link leads nowhere.", dead.Field, dead.Href);
            return;
        }

        if (links.Any(link => texts.IsSeen(link) && Leads(link)) && LinkRoles.IsUnsubscribe(file.Visible.Text)) return;
        file.ReportMissing(MissingUnsubscribe, "There is no link to unsubscribe.", "unsubscribe", element: "body");
    }

    private static bool IsMail(string href) => href.Trim().StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    private static bool Leads(PageLink link)
    {
        var href = link.Href.Trim();
        return link.IsToken || link.Url.Kind == UrlKind.Web || IsMail(href) || href.Equals("[unsubscribe]", StringComparison.OrdinalIgnoreCase) || href.StartsWith("<%", StringComparison.Ordinal);
    }

    // {{ unsubscribe_section }}, {% unsubscribe %}, {% unsubscribe_link %}: tags that put out the link itself.
    private static bool Writes(ContentFile file) =>
        new[] { "{{ unsubscribe_section", "{{unsubscribe_section", "{% unsubscribe", "{%unsubscribe" }.Any(tag => file.Visible.Text.IndexOf(tag, StringComparison.OrdinalIgnoreCase) >= 0);

    private static void Headers(ContentFile file)
    {
        var list = file.Mail!.Header("List-Unsubscribe");
        if (file.Starts(MissingListUnsubscribe) && list is null) file.Report(MissingListUnsubscribe, -1, "The message has no List-Unsubscribe header.", "List-Unsubscribe");
        if (list is null)
        {
            file.Context.NotRun(NoOneClickUnsubscribe, "there is no List-Unsubscribe header");
            file.Context.NotRun(UnsignedOneClick, "there is no List-Unsubscribe header");
            return;
        }

        if (file.Starts(NoOneClickUnsubscribe)) OneClick(file, list);
        Signature(file);
    }

    private static void OneClick(ContentFile file, MailHeader list)
    {
        if (Addresses(list.Value).FirstOrDefault(address => address.Any(char.IsWhiteSpace)) is { } broken)
            file.ReportHeader(NoOneClickUnsubscribe, "List-Unsubscribe", "An address of List-Unsubscribe is broken by a blank or a line end; fold the header between addresses.", broken);
        if (!Addresses(list.Value).Any(address => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("{{", StringComparison.Ordinal) || address.StartsWith("%%", StringComparison.Ordinal)))
            file.ReportHeader(NoOneClickUnsubscribe, "List-Unsubscribe", "List-Unsubscribe has no https address.", list.Value);
        var post = file.Mail!.Header("List-Unsubscribe-Post");
        if (post is null) file.ReportHeader(NoOneClickUnsubscribe, "List-Unsubscribe", "The header List-Unsubscribe-Post is missing.", null, "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        else if (!post.Value.Equals("List-Unsubscribe=One-Click", StringComparison.OrdinalIgnoreCase))
            file.ReportHeader(NoOneClickUnsubscribe, "List-Unsubscribe-Post", "List-Unsubscribe-Post has another value than the standard's.", post.Value, "List-Unsubscribe=One-Click");
    }

    private static void Signature(ContentFile file)
    {
        var signatures = file.Mail!.Headers.Where(header => string.Equals(header.Name, "DKIM-Signature", StringComparison.OrdinalIgnoreCase)).ToList();
        if (signatures.Count == 0)
        {
            file.Context.NotApplicable(UnsignedOneClick, "the message is not signed yet");
            return;
        }

        if (!file.Starts(UnsignedOneClick)) return;
        foreach (var signature in signatures)
        {
            var signed = signature.Value.Split(';').Select(tag => tag.Trim()).FirstOrDefault(tag => tag.StartsWith("h=", StringComparison.OrdinalIgnoreCase))?.Substring(2).Split(':').Select(name => name.Trim()).ToList() ?? [];
            if (signed.Contains("List-Unsubscribe", StringComparer.OrdinalIgnoreCase) && signed.Contains("List-Unsubscribe-Post", StringComparer.OrdinalIgnoreCase)) return;
        }

        file.ReportHeader(UnsignedOneClick, "DKIM-Signature", "No DKIM signature covers List-Unsubscribe and List-Unsubscribe-Post.");
    }

    private static IEnumerable<string> Addresses(string value)
    {
        for (var open = value.IndexOf('<'); open >= 0; open = value.IndexOf('<', open + 1))
        {
            var close = value.IndexOf('>', open);
            if (close < 0) yield break;
            yield return value.Substring(open + 1, close - open - 1).Trim();
        }
    }
}
