using System;
using System.Text.RegularExpressions;

namespace MopsPS.Core.Policy;

/// <summary>Reads the <c>changes</c> section over that of the policy it builds on.</summary>
internal static class ChangesPolicyReader
{
    private const int MaxPattern = 500;

    public static ChangesPolicy Read(PolicyNode? node, ChangesPolicy from, PolicyProblems problems)
    {
        if (node is null) return from;
        var section = new PolicyObject(node, problems);
        var changes = new ChangesPolicy
        {
            Categories = section.Texts("categories") ?? from.Categories,
            RequireTicket = section.Texts("requireTicket") ?? from.RequireTicket,
            RequireApprover = section.Texts("requireApprover") ?? from.RequireApprover,
            TicketPattern = Pattern(section, problems) ?? from.TicketPattern,
            Approvers = section.Texts("approvers") ?? from.Approvers,
            AllowSelfApproval = section.Flag("allowSelfApproval") ?? from.AllowSelfApproval,
        };
        section.Finish();
        return changes;
    }

    private static string? Pattern(PolicyObject section, PolicyProblems problems)
    {
        if (section.Text("ticketPattern") is not { } pattern) return null;
        if (pattern.Length > MaxPattern)
        {
            problems.Error(section.Member("ticketPattern")!, $"expected {MaxPattern} characters at most.");
            return null;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
            return pattern;
        }
        catch (ArgumentException)
        {
            problems.Error(section.Member("ticketPattern")!, $"'{pattern}' is no regular expression.");
            return null;
        }
    }
}
