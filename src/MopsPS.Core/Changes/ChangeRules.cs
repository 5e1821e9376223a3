using System.Collections.Generic;

namespace MopsPS.Core.Changes;

/// <summary>The rules for change logs.</summary>
public static class ChangeRules
{
    private const string Area = "Changes";
    private const string Chain = "hash chain: each entry carries the SHA-256 (FIPS 180-4) of the one before, over RFC 8785 JSON";

    /// <summary>An entry is not as it was written.</summary>
    public static readonly RuleInfo ChangedEntry = new(
        "CHG001", Area, nameof(ChangedEntry), Severity.Error,
        "An entry is not as it was written.",
        "Restore the log from a backup. A correction is an entry of its own.",
        Chain);

    /// <summary>Entries are missing.</summary>
    public static readonly RuleInfo RemovedEntry = new(
        "CHG002", Area, nameof(RemovedEntry), Severity.Error,
        "Entries are missing: between others, or at the end where the head file knows of them.",
        "Restore the log from a backup.",
        Chain);

    /// <summary>An entry stands at another place than it was written.</summary>
    public static readonly RuleInfo ReorderedEntry = new(
        "CHG003", Area, nameof(ReorderedEntry), Severity.Error,
        "An entry stands at another place than it was written.",
        "Restore the log from a backup.",
        Chain);

    /// <summary>A writer was interrupted in the middle of an entry.</summary>
    public static readonly RuleInfo TornEntry = new(
        "CHG004", Area, nameof(TornEntry), Severity.Warning,
        "A writer was interrupted in the middle of an entry; what it left is no entry.",
        "Write the change again where it was made. The log goes on after it.",
        "the next entry states the hash of what was left");

    /// <summary>A line was not written as an entry.</summary>
    public static readonly RuleInfo ForeignLine = new(
        "CHG005", Area, nameof(ForeignLine), Severity.Error,
        "A line is no entry, or an entry that stands twice.",
        "Restore the log from a backup.",
        Chain);

    /// <summary>The head file is missing or damaged.</summary>
    public static readonly RuleInfo MissingHead = new(
        "CHG006", Area, nameof(MissingHead), Severity.Warning,
        "The head file beside the log is missing or damaged, so entries that were cut off at the end cannot be seen.",
        "Give an anchor with -ExpectedHead. The next entry writes the head file anew.",
        "practice: a chain proves what stands in it, not that nothing came after");

    /// <summary>An entry lacks what the policy asks for.</summary>
    public static readonly RuleInfo UntracedChange = new(
        "CHG007", Area, nameof(UntracedChange), Severity.Warning,
        "An entry lacks the ticket or the approver that the policy asks for, or has one that it does not take.",
        "Add an entry that names the ticket and the approver and refers to this one.",
        "the team's policy, changes");

    /// <summary>The anchor is not in the log.</summary>
    public static readonly RuleInfo MissingAnchor = new(
        "CHG008", Area, nameof(MissingAnchor), Severity.Error,
        "No intact entry has the hash that was expected: it was changed or removed, or the whole log was written anew.",
        "Compare with the copy of the log that the anchor was taken from.",
        Chain);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [ChangedEntry, RemovedEntry, ReorderedEntry, TornEntry, ForeignLine, MissingHead, UntracedChange, MissingAnchor];
}
