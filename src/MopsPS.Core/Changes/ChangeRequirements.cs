using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Changes;

/// <summary>What the policy asks of an entry.</summary>
public static class ChangeRequirements
{
    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the policy asks anything of entries of this kind.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="entry">The entry.</param>
    public static bool Concern(ChangesPolicy policy, ChangeEntry entry) =>
        Needs((policy ?? throw new ArgumentNullException(nameof(policy))).RequireTicket, entry) || Needs(policy.RequireApprover, entry);

    /// <summary>Checks an entry.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>What is wrong with it, as parts of a sentence; empty for nothing.</returns>
    public static IReadOnlyList<string> Check(ChangesPolicy policy, ChangeEntry entry)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        if (entry is null) throw new ArgumentNullException(nameof(entry));
        var complaints = new List<string>();
        var kind = entry.Category ?? entry.Command ?? "this kind";
        if (entry.Command is null && policy.Categories.Count > 0 && !policy.Categories.Contains(entry.Category, StringComparer.OrdinalIgnoreCase))
            complaints.Add($"the category is to be one of {string.Join(", ", policy.Categories)}");
        if (entry.Ticket is null && Needs(policy.RequireTicket, entry)) complaints.Add($"changes of {kind} need a ticket");
        if (entry.Ticket is not null && policy.TicketPattern is { } pattern && !IsMatch(pattern, entry.Ticket)) complaints.Add($"the ticket does not have the form {pattern}");
        if (entry.Approver is null && Needs(policy.RequireApprover, entry)) complaints.Add($"changes of {kind} need an approver");
        if (entry.Approver is null) return complaints;
        if (policy.Approvers.Count > 0 && !policy.Approvers.Contains(entry.Approver, StringComparer.OrdinalIgnoreCase))
            complaints.Add("the approver is none of those that the policy names");
        if (!policy.AllowSelfApproval && string.Equals(entry.Approver, entry.Author, StringComparison.OrdinalIgnoreCase)) complaints.Add("author and approver are the same");
        return complaints;
    }

    private static bool Needs(IReadOnlyList<string> patterns, ChangeEntry entry) =>
        patterns.Any(pattern => Wildcard.IsMatch(pattern, entry.Category) || (entry.Command is not null && Wildcard.IsMatch(pattern, entry.Command)));

    private static bool IsMatch(string pattern, string ticket)
    {
        try
        {
            return Regex.IsMatch(ticket, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
