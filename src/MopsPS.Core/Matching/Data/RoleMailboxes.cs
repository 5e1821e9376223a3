using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;
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
    private static readonly TextTable<MailboxRole> Names = new(Load());

    /// <summary>Every name of a function's mailbox.</summary>
    internal static IEnumerable<string> All => Names.Keys;

    /// <summary>Tells what function a mailbox belongs to: <c>info</c>, <c>no-reply</c>, <c>sales2</c>, <c>sales.uk</c>.</summary>
    /// <param name="local">The part before the @, lower case.</param>
    /// <returns>None when it looks like a person's.</returns>
    public static MailboxRole RoleOf(string local) => RoleOf(local.AsSpan());

    /// <inheritdoc cref="RoleOf(string)"/>
    [MethodImpl(Hot.Loop)]
    public static MailboxRole RoleOf(ReadOnlySpan<char> local)
    {
        if (Names.TryGet(local, out var role)) return role;
        var first = local.IndexOfAny(Separators);
        var digits = local.Length;
        while (digits > 0 && char.IsDigit(local[digits - 1])) digits--;
        if ((first < 0 && digits == local.Length) || digits > Longest) return MailboxRole.None;
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        foreach (var c in local.Slice(0, digits))
            if (Array.IndexOf(Separators, c) < 0) letters[count++] = c;
        if (Names.TryGet(letters.Slice(0, count), out role) || first < 0) return role;

        // A country or team code after the function: sales-us. Longer tails may be a person's name.
        return digits - first - 1 <= 3 && Names.TryGet(local.Slice(0, first), out role) ? role : MailboxRole.None;
    }

    // RFC 5321, section 4.5.3.1.1: the longest part before the @.
    private const int Longest = 64;

    private static readonly char[] Separators = ['.', '-', '_', '+'];

    private static Dictionary<string, MailboxRole> Load()
    {
        var names = new Dictionary<string, MailboxRole>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Matching/role-mailboxes.csv"))
            foreach (var name in EmbeddedTable.Values(row[2]))
                if (!names.ContainsKey(name)) names.Add(name, (MailboxRole)Enum.Parse(typeof(MailboxRole), row[0]));
        return names;
    }
}
