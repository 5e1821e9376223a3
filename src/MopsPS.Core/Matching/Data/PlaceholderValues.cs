using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>Kinds of field that have placeholders of their own.</summary>
public enum PlaceholderKind
{
    /// <summary>Any field.</summary>
    Any,

    /// <summary>Given name, surname, full name.</summary>
    Name,

    /// <summary>Company.</summary>
    Company,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Phone number.</summary>
    Phone,

    /// <summary>Date.</summary>
    Date,

    /// <summary>Postcode.</summary>
    Postcode,

    /// <summary>Street, city, state.</summary>
    Address,

    /// <summary>Website.</summary>
    Website,
}

/// <summary>Values that stand for no value (Data/Matching/placeholder-values.csv), and patterns such as 999999 or 123456.</summary>
public static class PlaceholderValues
{
    private static readonly TextTable<bool>[] Values = Load();
    private static readonly TextTable<bool> NoMailbox = Table(
    [
        "noemail", "no-email", "no.email", "no_email", "nomail", "noaddress", "none", "unknown", "notprovided", "not.provided", "nobody", "noone",
        "donthave", "dontknow", "refused", "declined", "placeholder", "invalid", "dummy", "fake", "null", "xxx", "xxxx", "asdf", "asdfasdf", "qwerty",
    ]);

    private static readonly TextTable<bool> NoDomain = Table(
    [
        // RFC 2606 reserves the first ones for examples.
        "example.com", "example.org", "example.net", "test.com", "test.test", "none.com", "noemail.com", "nomail.com", "email.tst", "localhost",
        "invalid", "domain.com", "yourdomain.com", "noemail.invalid", "example.invalid", "unknown.com", "notprovided.com", "fake.com",
    ]);

    /// <summary>Whole addresses, mailboxes and domains that stand for no address.</summary>
    internal static (IEnumerable<string> Addresses, IEnumerable<string> Mailboxes, IEnumerable<string> Domains) Email => (Values[(int)PlaceholderKind.Email].Keys, NoMailbox.Keys, NoDomain.Keys);

    /// <summary>Tells whether a value stands for no value.</summary>
    /// <param name="kind">The kind of field.</param>
    /// <param name="value">The value, lower case and trimmed; not stripped of punctuation.</param>
    /// <returns>True for an empty value, a listed one, and for a pattern of the kind.</returns>
    public static bool IsPlaceholder(PlaceholderKind kind, string value) => IsPlaceholder(kind, value.AsSpan());

    /// <inheritdoc cref="IsPlaceholder(PlaceholderKind, string)"/>
    [MethodImpl(Hot.Loop)]
    public static bool IsPlaceholder(PlaceholderKind kind, ReadOnlySpan<char> value)
    {
        if (value.Length == 0 || Values[0].Contains(value) || (kind != PlaceholderKind.Any && Values[(int)kind].Contains(value))) return true;
        return kind switch
        {
            PlaceholderKind.Email => IsNoMailbox(value),
            PlaceholderKind.Phone => IsIdleNumber(value),
            PlaceholderKind.Date => false,
            PlaceholderKind.Name or PlaceholderKind.Company or PlaceholderKind.Address => IsOneLetter(value),
            _ => false,
        };
    }

    /// <summary>Tells whether the digits of a number are idle: all the same (999 9999), or each one up or down from the last (123456).</summary>
    /// <param name="value">A number as written; what is no digit does not count.</param>
    /// <returns>True for five or more digits of such a kind; false for fewer.</returns>
    public static bool IsIdleNumber(string value) => IsIdleNumber(value.AsSpan());

    /// <inheritdoc cref="IsIdleNumber(string)"/>
    [MethodImpl(Hot.Loop)]
    public static bool IsIdleNumber(ReadOnlySpan<char> value)
    {
        var (count, same, up, down) = (0, true, true, true);
        var previous = 0;
        foreach (var c in value)
        {
            if (c is < '0' or > '9') continue;
            var digit = c - '0';
            if (count++ > 0)
            {
                same &= digit == previous;
                up &= digit == (previous + 1) % 10;
                down &= previous == (digit + 1) % 10;
            }

            previous = digit;
        }

        return count >= 5 && (same || up || down);
    }

    [MethodImpl(Hot.Loop)]
    private static bool IsOneLetter(ReadOnlySpan<char> value)
    {
        if (value.Length < 3 || !char.IsLetter(value[0]) || value[0] >= 0x80) return false;
        for (var i = 1; i < value.Length; i++)
            if (value[i] != value[0]) return false;

        // Roman numerals are names of people and of firms.
        return !value.SequenceEqual("iii".AsSpan());
    }

    private static bool IsNoMailbox(ReadOnlySpan<char> value)
    {
        var at = value.LastIndexOf('@');
        return at > 0 && (NoDomain.Contains(value.Slice(at + 1)) || NoMailbox.Contains(value.Slice(0, at)));
    }

    private static TextTable<bool>[] Load()
    {
        var values = new HashSet<string>[Enum.GetValues(typeof(PlaceholderKind)).Length];
        for (var i = 0; i < values.Length; i++) values[i] = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Matching/placeholder-values.csv"))
            values[(int)Enum.Parse(typeof(PlaceholderKind), row[0])].UnionWith(EmbeddedTable.Values(row[1]));
        return Array.ConvertAll(values, Table);
    }

    private static TextTable<bool> Table(IEnumerable<string> texts) => new([.. texts.Select(text => new KeyValuePair<string, bool>(text, true))]);
}
