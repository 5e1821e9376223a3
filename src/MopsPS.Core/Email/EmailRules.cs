using System.Collections.Generic;

namespace MopsPS.Core.Email;

/// <summary>The rules for sent e-mail.</summary>
public static class EmailRules
{
    private const string Area = "Email";

    /// <summary>Too many messages came back for good.</summary>
    public static readonly RuleInfo HighHardBounces = new(
        "EMH001", Area, nameof(HighHardBounces), Severity.Error,
        "More messages of a send came back for good than the target allows.",
        "Stop sending to the addresses that bounced, and look at where the list came from.",
        "Amazon SES sender reputation: healthy below 2 %, review at 5 %");

    /// <summary>Too many complaints.</summary>
    public static readonly RuleInfo HighComplaints = new(
        "EMH002", Area, nameof(HighComplaints), Severity.Error,
        "More recipients of a send reported spam than the target allows.",
        "Check consent and frequency of the list, and that unsubscribing is one click.",
        "https://support.google.com/a/answer/81126: below 0.1 %, never 0.3 %");

    /// <summary>Unsubscribes far above those of the other sends.</summary>
    public static readonly RuleInfo HighUnsubscribes = new(
        "EMH003", Area, nameof(HighUnsubscribes), Severity.Warning,
        "A send lost several times as many subscribers as the other sends, more than chance explains.",
        "Compare audience, subject and frequency with the other sends.",
        "the team's policy, email.unsubscribeFactor; two proportions (Campbell 2007), corrected by Holm");

    /// <summary>Addresses bounce again and again.</summary>
    public static readonly RuleInfo RepeatBouncers = new(
        "EMH004", Area, nameof(RepeatBouncers), Severity.Warning,
        "Addresses bounced in several sends.",
        "Put them on the suppression list: RepeatBouncers of the result has them.",
        "the team's policy, email.hardBounceLimit and softBounceLimit");

    /// <summary>A domain refuses messages.</summary>
    public static readonly RuleInfo BlockingDomain = new(
        "EMH005", Area, nameof(BlockingDomain), Severity.Error,
        "A recipient domain refuses messages for who sends them or what is in them.",
        "Check SPF, DKIM and DMARC and the block lists, and write to the domain's postmaster.",
        "RFC 3463, subject 7; the team's policy, email.blockedShare");

    /// <summary>Numbers are not in the export.</summary>
    public static readonly RuleInfo UnknownEmailRate = new(
        "EMH006", Area, nameof(UnknownEmailRate), Severity.Warning,
        "The export does not tell a number that a rate needs.",
        "Add the events or columns to the export; what is not known is no zero.",
        "practice");

    /// <summary>Opens by machines.</summary>
    public static readonly RuleInfo MachineOpenRate = new(
        "EMH007", Area, nameof(MachineOpenRate), Severity.Information,
        "Opens hold those of machines; the open rate is an upper bound.",
        "Judge by clicks and answers rather than opens.",
        "Apple Mail Privacy Protection, 2021");

    /// <summary>Rows that could not be used.</summary>
    public static readonly RuleInfo UnreadableEmailRow = new(
        "EMH008", Area, nameof(UnreadableEmailRow), Severity.Warning,
        "Rows have a value that cannot be read; they were left out.",
        "Correct the export, or name culture and time zone of its values.",
        "practice");

    /// <summary>Events that are not known.</summary>
    public static readonly RuleInfo UnknownEmailEvent = new(
        "EMH009", Area, nameof(UnknownEmailEvent), Severity.Warning,
        "Rows have an event that is not known; they were left out.",
        "Leave them out of the export, or write one of the known events.",
        "practice");

    /// <summary>Numbers that contradict one another.</summary>
    public static readonly RuleInfo ImpossibleEmailCount = new(
        "EMH010", Area, nameof(ImpossibleEmailCount), Severity.Warning,
        "The numbers of a send contradict one another.",
        "Look at the export: more delivered than sent, or more answers than deliveries, cannot be.",
        "practice");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        HighHardBounces, HighComplaints, HighUnsubscribes, RepeatBouncers, BlockingDomain, UnknownEmailRate, MachineOpenRate, UnreadableEmailRow, UnknownEmailEvent,
        ImpossibleEmailCount,
    ];
}
