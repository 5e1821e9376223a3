using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Audience;

/// <summary>The rules for audiences. The first fifteen exclude rows; a rule that is off excludes none.</summary>
public static class AudienceRules
{
    private const string Area = "Audience";
    private const string Consent = "the policy's section consent; GDPR Art. 6 and 7, CASL s. 10, CAN-SPAM 15 U.S.C. 7704";

    /// <summary>Someone on a suppression list.</summary>
    public static readonly RuleInfo SuppressedAddress = new("AUD001", Area, nameof(SuppressedAddress), Severity.Error, "Rows are on a suppression list, by address, domain or hash.", "Take them out; -OutputPath writes the list without them.", "the suppression lists given");

    /// <summary>Someone who unsubscribed.</summary>
    public static readonly RuleInfo UnsubscribedAddress = new("AUD002", Area, nameof(UnsubscribedAddress), Severity.Error, "Rows belong to people who unsubscribed.", "Take them out, and ask why the segment let them in.", "CAN-SPAM 15 U.S.C. 7704(a)(4); CASL s. 11; GDPR Art. 21(3)");

    /// <summary>An address that bounced for good.</summary>
    public static readonly RuleInfo HardBouncedAddress = new("AUD003", Area, nameof(HardBouncedAddress), Severity.Error, "Rows have addresses from which mail bounced for good.", "Take them out: a bounce rate of 5 % puts a sender under review.", "Amazon SES, sending review process");

    /// <summary>Someone who said no.</summary>
    public static readonly RuleInfo ConsentDeniedRow = new("AUD004", Area, nameof(ConsentDeniedRow), Severity.Error, "Rows say no to the purpose.", "Take them out.", Consent);

    /// <summary>A value of consent that nobody knows.</summary>
    public static readonly RuleInfo ConsentUnreadableRow = new("AUD005", Area, nameof(ConsentUnreadableRow), Severity.Error, "Rows have a value of consent or opt-out that the policy does not know.", "Name the value under consent.values, or correct the rows.", Consent);

    /// <summary>No consent where the region asks for it.</summary>
    public static readonly RuleInfo ConsentMissingRow = new("AUD006", Area, nameof(ConsentMissingRow), Severity.Error, "Rows have no consent that counts in their region.", "Take them out, or ask for consent by another way.", Consent);

    /// <summary>Consent that is too old.</summary>
    public static readonly RuleInfo ConsentExpiredRow = new("AUD007", Area, nameof(ConsentExpiredRow), Severity.Error, "Rows have consent that ended, is older than the region allows, or has no date where its age counts.", "Take them out, or have the consent renewed.", Consent);

    /// <summary>One of the company's own addresses.</summary>
    public static readonly RuleInfo EmployeeAddress = new("AUD008", Area, nameof(EmployeeAddress), Severity.Warning, "Rows have addresses of the company itself.", "Take them out: they distort every rate.", "the policy, audience.employeeDomains and utm.internalDomains");

    /// <summary>A competitor's address.</summary>
    public static readonly RuleInfo CompetitorAddress = new("AUD009", Area, nameof(CompetitorAddress), Severity.Error, "Rows have addresses of competitors.", "Take them out.", "the policy, audience.competitorDomains");

    /// <summary>A mailbox of a function.</summary>
    public static readonly RuleInfo RoleMailbox = new("AUD010", Area, nameof(RoleMailbox), Severity.Warning, "Rows have mailboxes of a function, such as info or sales: nobody there gave consent for all who read it.", "Take them out, or name those that are wanted under audience.allowedRoles.", "RFC 2142; practice of mail platforms");

    /// <summary>A mailbox that lives for minutes.</summary>
    public static readonly RuleInfo DisposableMailbox = new("AUD011", Area, nameof(DisposableMailbox), Severity.Warning, "Rows have mailboxes that live for minutes.", "Take them out.", "Data/Matching/email-providers.csv");

    /// <summary>A free mailbox.</summary>
    public static readonly RuleInfo FreeMailbox = new("AUD012", Area, nameof(FreeMailbox), Severity.Warning, "Rows have mailboxes that anybody can have.", "Take them out where only companies are meant.", "Data/Matching/email-providers.csv", false);

    /// <summary>A row that the segment does not mean.</summary>
    public static readonly RuleInfo OutsideSegment = new("AUD013", Area, nameof(OutsideSegment), Severity.Error, "Rows do not fit the rules of the segment.", "Correct the segment in the platform and export again.", "the campaign's brief, audience.segment");

    /// <summary>A mailbox met before.</summary>
    public static readonly RuleInfo DuplicateMailbox = new("AUD014", Area, nameof(DuplicateMailbox), Severity.Warning, "Rows have the mailbox of another row.", "Take them out: nobody wants the same mail twice.", "practice");

    /// <summary>An address that mail cannot go to.</summary>
    public static readonly RuleInfo InvalidAddress = new("AUD015", Area, nameof(InvalidAddress), Severity.Warning, "Rows have no address, or none that mail can go to.", "Correct them in the CRM.", "RFC 5321, RFC 5322, RFC 6531");

    /// <summary>Fewer rows stay than expected.</summary>
    public static readonly RuleInfo AudienceTooSmall = new("AUD016", Area, nameof(AudienceTooSmall), Severity.Error, "Fewer rows stay than are expected.", "Look at the counts by reason, then at the segment.", "the campaign's brief, or -MinimumSize");

    /// <summary>More rows stay than expected.</summary>
    public static readonly RuleInfo AudienceTooLarge = new("AUD017", Area, nameof(AudienceTooLarge), Severity.Error, "More rows stay than are expected.", "Look whether a filter of the segment is missing.", "the campaign's brief, or -MaximumSize");

    /// <summary>A check that could not be made.</summary>
    public static readonly RuleInfo AudienceNotChecked = new("AUD018", Area, nameof(AudienceNotChecked), Severity.Warning, "A check could not be made: what it needs is not there.", "Export the column, give the list, or turn the rule off in the policy.", "practice: what is not checked has not passed");

    /// <summary>An entry of a suppression list that cannot be read.</summary>
    public static readonly RuleInfo UnreadableSuppression = new("AUD019", Area, nameof(UnreadableSuppression), Severity.Error, "Entries of a suppression list cannot be read: whom they mean was not taken out.", "Correct the list.", "practice");

    /// <summary>A list on which nobody was found.</summary>
    public static readonly RuleInfo SuppressionWithoutMatch = new("AUD020", Area, nameof(SuppressionWithoutMatch), Severity.Information, "Nobody of the audience is on a suppression list.", "Where somebody should be: hashes have to be of addresses in lower case without blanks and without salt.", "practice");

    /// <summary>A list with hashes that are easily undone.</summary>
    public static readonly RuleInfo WeakSuppressionHash = new("AUD021", Area, nameof(WeakSuppressionHash), Severity.Information, "A suppression list has MD5 or SHA-1 hashes.", "Ask for SHA-256. No unsalted hash of an address hides it well; keep the list as you keep addresses.", "RFC 6151, RFC 6194");

    /// <summary>A row that cannot be read.</summary>
    public static readonly RuleInfo UnreadableAudienceRow = new("AUD022", Area, nameof(UnreadableAudienceRow), Severity.Warning, "Rows of the audience could not be read.", "Correct the export.", "practice");

    /// <summary>A date of consent that cannot be read.</summary>
    public static readonly RuleInfo UnreadableConsentDate = new("AUD023", Area, nameof(UnreadableConsentDate), Severity.Warning, "Rows have a date of consent that cannot be read; it counted as none.", "Name the culture of the dates, or correct them.", "practice");

    private static readonly RuleInfo[] ByReason =
    [
        InvalidAddress, SuppressedAddress, UnsubscribedAddress, HardBouncedAddress, ConsentDeniedRow, ConsentUnreadableRow, ConsentMissingRow, ConsentExpiredRow,
        EmployeeAddress, CompetitorAddress, RoleMailbox, DisposableMailbox, FreeMailbox, OutsideSegment, DuplicateMailbox,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        .. ByReason.OrderBy(rule => rule.Id, StringComparer.Ordinal), AudienceTooSmall, AudienceTooLarge, AudienceNotChecked, UnreadableSuppression, SuppressionWithoutMatch,
        WeakSuppressionHash, UnreadableAudienceRow, UnreadableConsentDate,
    ];

    /// <summary>The rule of a reason.</summary>
    public static RuleInfo Of(AudienceReason reason) => ByReason[(int)reason];
}
