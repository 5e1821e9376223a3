using System.Collections.Generic;

namespace MopsPS.Core.Events;

/// <summary>What turning attendance into members can find.</summary>
public static class EventRules
{
    private const string Area = "Events";

    /// <summary>Members may be several people.</summary>
    public static readonly RuleInfo AmbiguousMember = new(
        "EVT001", Area, nameof(AmbiguousMember), Severity.Warning,
        "Members may be one of several known people, or are too unlike to be sure.", "Decide in the file for review; merge the duplicates.", "practice");

    /// <summary>Members have no address.</summary>
    public static readonly RuleInfo MemberWithoutEmail = new(
        "EVT002", Area, nameof(MemberWithoutEmail), Severity.Information,
        "Members have no e-mail address: they joined by telephone or without registration.", "Ask for registration, or find them by hand.", "practice");

    /// <summary>Rows name nobody.</summary>
    public static readonly RuleInfo UnusableRow = new(
        "EVT003", Area, nameof(UnusableRow), Severity.Warning,
        "Rows of a report have neither a name nor an address; they are in no member.", "Look at the rows; the report may be damaged.", "practice");

    /// <summary>A share is asked for and the length is not known.</summary>
    public static readonly RuleInfo UnknownLength = new(
        "EVT004", Area, nameof(UnknownLength), Severity.Warning,
        "The policy asks for a share of the session and the report does not say how long it was.", "Give -SessionMinutes.", "the team's policy, events.attendedShare");

    /// <summary>Statuses stay.</summary>
    public static readonly RuleInfo StatusKept = new(
        "EVT005", Area, nameof(StatusKept), Severity.Information,
        "Members keep the status they have, because the new one would be a step back.", "Nothing is to be done.", "the team's policy, events.order; Marketo: program status never moves back");

    /// <summary>Statuses are not in the order.</summary>
    public static readonly RuleInfo UnknownMemberStatus = new(
        "EVT006", Area, nameof(UnknownMemberStatus), Severity.Warning,
        "Members have a status that the policy's order does not know; it stays, for nobody can say which is further on.", "Add it under events.order.", "the team's policy, events.order");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [AmbiguousMember, MemberWithoutEmail, UnusableRow, UnknownLength, StatusKept, UnknownMemberStatus];
}
