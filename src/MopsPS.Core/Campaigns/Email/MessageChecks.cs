using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>What a message (.eml) has beside its texts: its headers, who it is from and to, and what comes along.</summary>
internal sealed class MessageChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingMessageHeader = OfEmail(
        "EML007", nameof(MissingMessageHeader), Severity.Warning, "A message has no Date or no Message-ID.",
        "Let the mailing tool set them; filters count a missing one against the sender.", "RFC 5322, section 3.6; SpamAssassin MISSING_DATE, MISSING_MID; Gmail's sender rules");

    public static readonly CampaignCheckInfo DangerousAttachment = OfEmail(
        "EML008", nameof(DangerousAttachment), Severity.Error, "A message brings a file that mail systems stop: a program, a script, an archive or a document with macros.",
        "Take it out, and link to a page.", "support.google.com/mail/answer/6590; practice");

    public static readonly CampaignCheckInfo UnexpectedAttachment = OfEmail(
        "EML009", nameof(UnexpectedAttachment), Severity.Warning, "A message of marketing brings a file along.",
        "Link to the file; attachments cost delivery and cannot be counted.", "practice of mail platforms, which send none");

    public static readonly CampaignCheckInfo UndecodedHeader = OfEmail(
        "EML056", nameof(UndecodedHeader), Severity.Error, "The subject or the sender's name shows codes in place of letters: =?utf-8?Q?, &amp; or &#8217;.",
        "Write it as plain text, and let the mailing tool encode it once.", "RFC 2047, section 5; entities are HTML and not of headers");

    public static readonly CampaignCheckInfo FreeMailSender = OfEmail(
        "EML057", nameof(FreeMailSender), Severity.Error, "A message comes from a free mailbox; its provider tells all others to refuse what it did not send itself.",
        "Send from a domain of your own.", "DMARC, RFC 7489; Yahoo's, AOL's and Gmail's sender rules");

    public static readonly CampaignCheckInfo TestRecipient = OfEmail(
        "EML058", nameof(TestRecipient), Severity.Information, "A message is addressed to a test mailbox or a seed list: it is a proof.",
        "Look whether what goes out is the same mail.", "practice");

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly Regex Codes = new(@"=\?[\w-]+\?[BbQq]\?|&(?:#\d{2,5}|#x[0-9a-fA-F]{2,4}|[a-zA-Z]{2,8});", RegexOptions.CultureInvariant, Limit);
    private static readonly Regex Tested = new(@"(?:^|[\s<,:;])(?:test(?:er|ing|ers)?|qa|seed(?:s|list)?|proof|preview|dummy)(?:[.+_-][^@\s,<>]*)?\d*@|@(?:[\w-]+\.)*(?:litmusemail\.com|emailonacid\.com|mail-tester\.com|mailtrap\.io|mailinator\.com|example\.(?:com|org|net))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    private static readonly HashSet<string> Stopped = new(StringComparer.OrdinalIgnoreCase)
    {
        "ade", "adp", "apk", "appx", "bat", "cab", "chm", "cmd", "com", "cpl", "dll", "dmg", "docm", "dotm", "exe", "hta", "htm", "html", "ins", "iso", "isp", "jar", "js", "jse", "lnk", "mde", "msc", "msi", "msp", "mst",
        "pif", "pptm", "ps1", "rar", "scr", "sh", "svg", "sys", "tar", "vb", "vbe", "vbs", "vxd", "wsc", "wsf", "wsh", "xlsm", "xltm", "zip", "7z", "gz",
    };

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingMessageHeader, DangerousAttachment, UnexpectedAttachment, UndecodedHeader, FreeMailSender, TestRecipient];

    public override bool NeedsPage => false;

    public override void Check(ContentFile file)
    {
        if (!file.IsMessage)
        {
            foreach (var check in Checks.Where(check => check != UndecodedHeader)) file.Context.NotApplicable(check, "the e-mail is a file of HTML; headers and attachments are in messages (.eml)");
            if (file.Subject is null) file.Context.NotApplicable(UndecodedHeader, "the e-mail is a file of HTML, and the brief says no subject");
            else if (file.Starts(UndecodedHeader) && Codes.IsMatch(file.Subject)) file.Report(UndecodedHeader, -1, "The subject shows codes in place of letters.", "subject of the brief", file.Subject);
            return;
        }

        foreach (var check in Checks.Where(check => check != UnexpectedAttachment)) file.Starts(check);
        if (file.IsMarketing) file.Starts(UnexpectedAttachment);
        else file.Context.NotApplicable(UnexpectedAttachment, "the brief says that the e-mail is transactional");
        foreach (var name in new[] { "Date", "Message-ID" })
            if (file.Mail!.Header(name) is not { Value.Length: > 0 }) file.Report(MissingMessageHeader, -1, $"The message has no {name}.", name);
        Attachments(file);
        if (file.Subject is { } subject && Codes.IsMatch(subject)) file.ReportHeader(UndecodedHeader, "Subject", "The subject shows codes in place of letters.", subject);
        if (file.Mail!.From is { } from)
        {
            if (Codes.IsMatch(from.Name)) file.ReportHeader(UndecodedHeader, "From", "The sender's name shows codes in place of letters.", from.Name);
            if (EmailProviders.TryGet(from.Domain, out _)) file.ReportHeader(FreeMailSender, "From", $"The message comes from a mailbox of {from.Domain}.", from.Address);
        }

        foreach (var header in file.Mail.Headers.Where(header => header.Name.ToLowerInvariant() is "to" or "cc" or "bcc" && Tested.IsMatch(header.Value)))
            file.Context.Report(TestRecipient, "The message is addressed to a test mailbox.", header.Line, 0, header.Name, header.Value);
    }

    private static void Attachments(ContentFile file)
    {
        foreach (var attachment in file.Mail!.Attachments)
        {
            var ending = attachment.Name.Substring(attachment.Name.LastIndexOf('.') + 1).Trim();
            if (Stopped.Contains(ending)) file.Context.Report(DangerousAttachment, $"The message brings a .{ending.ToLowerInvariant()} file.", attachment.Line, 0, "attachment", attachment.Name);
            else if (file.IsMarketing && !ending.Equals("ics", StringComparison.OrdinalIgnoreCase)) file.Context.Report(UnexpectedAttachment, "The message brings a file along.", attachment.Line, 0, "attachment", attachment.Name);
        }
    }
}
