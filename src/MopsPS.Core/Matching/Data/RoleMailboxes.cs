using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>What a mailbox without a person is for.</summary>
public enum MailboxRole
{
    /// <summary>A person's, as far as the table knows.</summary>
    None,

    /// <summary>info, office, contact.</summary>
    General,

    /// <summary>Sales and orders.</summary>
    Sales,

    /// <summary>Help for customers.</summary>
    Support,

    /// <summary>Marketing and press.</summary>
    Marketing,

    /// <summary>Bills, accounts, purchasing.</summary>
    Finance,

    /// <summary>Jobs and training.</summary>
    People,

    /// <summary>Those who run the systems.</summary>
    Technical,

    /// <summary>Nobody reads it.</summary>
    NoReply,

    /// <summary>Management, law, operations.</summary>
    Management,
}

/// <summary>Mailboxes that belong to a function (Data/Matching/role-mailboxes.csv; RFC 2142 and usage).</summary>
public static class RoleMailboxes
{
    private static readonly Dictionary<string, MailboxRole> Names = Load();

    /// <summary>Every name of a function's mailbox.</summary>
    internal static IEnumerable<string> All => Names.Keys;

    /// <summary>Tells what function a mailbox belongs to: <c>info</c>, <c>no-reply</c>, <c>sales2</c>, <c>sales.uk</c>.</summary>
    /// <param name="local">The part before the @, lower case.</param>
    /// <returns>None when it looks like a person's.</returns>
    public static MailboxRole RoleOf(string local)
    {
        if (Names.TryGetValue(local, out var role)) return role;
        var first = local.IndexOfAny(Separators);
        var digits = local.Length;
        while (digits > 0 && char.IsDigit(local[digits - 1])) digits--;
        if (first < 0 && digits == local.Length) return MailboxRole.None;
        if (Names.TryGetValue(Letters(local, digits), out role) || first < 0) return role;

        // A country or team code after the function: sales-us. Longer tails may be a person's name.
        return digits - first - 1 <= 3 && Names.TryGetValue(local.Substring(0, first), out role) ? role : MailboxRole.None;
    }

    private static readonly char[] Separators = ['.', '-', '_', '+'];

    private static string Letters(string local, int end)
    {
        var letters = new char[end];
        var count = 0;
        for (var i = 0; i < end; i++)
            if (Array.IndexOf(Separators, local[i]) < 0) letters[count++] = local[i];
        return new string(letters, 0, count);
    }

    private static Dictionary<string, MailboxRole> Load()
    {
        var names = new Dictionary<string, MailboxRole>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Matching/role-mailboxes.csv"))
            foreach (var name in EmbeddedTable.Values(row[2]))
                if (!names.ContainsKey(name)) names.Add(name, (MailboxRole)Enum.Parse(typeof(MailboxRole), row[0]));
        return names;
    }
}
