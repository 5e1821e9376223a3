using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Campaigns.Content;
using MopsPS.Core.Campaigns.Html;

namespace MopsPS.Core.Campaigns.Email;

/// <summary>The subject: there, as agreed, not too long, not shouting and not pretending.</summary>
internal sealed class SubjectChecks : ContentChecks
{
    public static readonly CampaignCheckInfo MissingSubject = new(
        "EML020", CampaignArea.Email, nameof(MissingSubject), Severity.Error,
        "A message has no subject, or one that says nothing.", "Write the subject.", "practice");

    public static readonly CampaignCheckInfo WrongSubject = new(
        "EML021", CampaignArea.Email, nameof(WrongSubject), Severity.Error,
        "A message has another subject than the brief.", "Put the agreed one in, or change the brief.", "the brief, subject");

    public static readonly CampaignCheckInfo LongSubject = new(
        "EML022", CampaignArea.Email, nameof(LongSubject), Severity.Warning,
        "The subject is longer than agreed; phones cut it.", "Shorten it; the limit is campaignQA.email.maxSubjectLength.", "practice: about 60 characters on a desktop, 35 to 40 on a phone");

    public static readonly CampaignCheckInfo ShoutingSubject = new(
        "EML023", CampaignArea.Email, nameof(ShoutingSubject), Severity.Warning,
        "The subject or preheader shouts: capitals, or several exclamation marks.", "Write it in sentence case.", "practice: filters and readers take it for spam");

    public static readonly CampaignCheckInfo DeceptiveSubject = new(
        "EML024", CampaignArea.Email, nameof(DeceptiveSubject), Severity.Error,
        "The subject pretends to answer or to forward a mail.", "Take RE: or FW: out.", "CAN-SPAM, 15 U.S.C. 7704(a)(2)");

    public static readonly CampaignCheckInfo TestSubject = new(
        "EML025", CampaignArea.Email, nameof(TestSubject), Severity.Error,
        "The subject bears the mark of a draft or test.", "Take [TEST], copy of, draft or v2 out.", "practice");

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly Regex Reply = new(@"^\s*(re|fw|fwd|aw|wg|tr|sv|vs)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);
    private static readonly Regex Draft = new(@"\[?\b(test|draft|proof|entwurf)\b\]?\s*[:\]]|^\s*(test|draft|proof|subject|subject line( here)?|untitled|new email|email \d+)\s*$|^\s*copy of\b|\(copy\)|\bv\d+\b.{0,12}(final|draft)|\bsubject (line|here)\b|\bdo not send\b|\btbd\b|\blorem\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    public override IReadOnlyList<CampaignCheckInfo> Checks { get; } = [MissingSubject, WrongSubject, LongSubject, ShoutingSubject, DeceptiveSubject, TestSubject];

    public override bool NeedsPage => false;

    public override void Check(ContentFile file)
    {
        var subject = file.Subject is { } raw ? TextFold.Spaces(raw) : null;
        if (subject is null && !file.IsMessage)
        {
            foreach (var check in Checks) file.Context.NotRun(check, "the e-mail is a file of HTML, and the brief says no subject");
            return;
        }

        foreach (var check in Checks.Where(check => check != WrongSubject)) file.Starts(check);
        if (!file.IsMessage) file.Context.NotApplicable(WrongSubject, "the subject is the brief's own");
        else if (file.AgreedSubject is null) file.Context.NotApplicable(WrongSubject, "the brief says no subject");
        else file.Starts(WrongSubject);
        if (string.IsNullOrEmpty(subject))
        {
            Report(file, MissingSubject, "The message has no subject.", null);
            return;
        }

        if (file.IsMessage && file.AgreedSubject is { } agreed && !string.Equals(subject, TextFold.Spaces(agreed), StringComparison.Ordinal))
            Report(file, WrongSubject, "The subject is not the one of the brief.", subject, agreed);
        var most = file.Policy.Email.MaxSubjectLength;
        var length = new StringInfo(Tokens(subject!)).LengthInTextElements;
        if (length > most) Report(file, LongSubject, string.Format(CultureInfo.InvariantCulture, "The subject has {0} characters; agreed are {1}.", length, most), subject);
        if (IsShouting(subject!)) Report(file, ShoutingSubject, "The subject shouts.", subject);
        if (file.Preheader is { IsOwn: true } preheader && IsShouting(preheader.Text)) file.Report(ShoutingSubject, preheader.Offset, "The preheader shouts.", "preheader", preheader.Text);
        if (Reply.IsMatch(subject!)) Report(file, DeceptiveSubject, "The subject begins like an answer or a forwarded mail.", subject);
        if (Draft.IsMatch(subject!)) Report(file, TestSubject, "The subject bears the mark of a draft or test.", subject);
    }

    /// <summary>Whether a line shouts: half of its words of four letters or more in capitals (two at least), or marks in a row.</summary>
    internal static bool IsShouting(string text)
    {
        if (text.IndexOf("!!", StringComparison.Ordinal) >= 0 || text.IndexOf("??", StringComparison.Ordinal) >= 0 || text.IndexOf("$$", StringComparison.Ordinal) >= 0 || text.Count(c => c == '!') > 2) return true;
        var words = Tokens(text).Split(' ').Where(word => word.Count(char.IsLetter) >= 4).ToList();
        var loud = words.Count(word => word.Where(char.IsLetter).All(char.IsUpper));
        return loud >= 2 && loud * 2 >= words.Count;
    }

    // A token's name is not what the reader sees.
    private static string Tokens(string text)
    {
        foreach (var token in Campaigns.Tokens.TokenScanner.Find(text, isHtml: false).Where(token => token.Problem is null)) text = text.Replace(token.Text, "Name");
        return text;
    }

    private static void Report(ContentFile file, CampaignCheckInfo check, string message, string? value, string? suggestion = null)
    {
        if (file.IsMessage) file.ReportHeader(check, "Subject", message, value, suggestion);
        else file.Report(check, -1, message, "subject of the brief", value, suggestion);
    }
}
