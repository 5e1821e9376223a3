using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>What a mail provider's domain says.</summary>
public enum EmailProviderKind
{
    /// <summary>Free mailboxes for everyone.</summary>
    Free,

    /// <summary>Mailboxes of an access provider's customers.</summary>
    Isp,

    /// <summary>Addresses that hide the real one and forward to it.</summary>
    Relay,

    /// <summary>Mailboxes that live for minutes.</summary>
    Disposable,
}

/// <summary>A mail provider's domain with its rules.</summary>
/// <param name="Name">The provider.</param>
/// <param name="Kind">What its domains say.</param>
/// <param name="IgnoresDots">Whether dots before the @ do not count.</param>
/// <param name="Tag">The character that starts a part which does not count, or null.</param>
/// <param name="AliasOf">The domain that has the same mailboxes, or null.</param>
public sealed record EmailProvider(string Name, EmailProviderKind Kind, bool IgnoresDots, char? Tag, string? AliasOf);

/// <summary>Mail providers whose domains say nothing about a person's company (Data/Matching/email-providers.csv).</summary>
public static class EmailProviders
{
    private static readonly TextTable<EmailProvider> Domains = new(Load());

    /// <summary>Every domain with its provider.</summary>
    internal static IEnumerable<KeyValuePair<string, EmailProvider>> All => Domains.Entries;

    /// <summary>Looks a domain up.</summary>
    /// <param name="domain">The part after the @, lower case.</param>
    /// <param name="provider">The provider, or null.</param>
    /// <returns>True when the domain is a provider's.</returns>
    public static bool TryGet(string domain, out EmailProvider? provider) => TryGet(domain.AsSpan(), out provider);

    /// <inheritdoc cref="TryGet(string, out EmailProvider)"/>
    public static bool TryGet(ReadOnlySpan<char> domain, out EmailProvider? provider)
    {
        var isKnown = Domains.TryGet(domain, out var found);
        provider = found;
        return isKnown;
    }

    /// <summary>
    /// The address of the mailbox that gets the mail, by the provider's rules: <c>j.doe+news@googlemail.com</c> is <c>jdoe@gmail.com</c>.
    /// Evidence that two addresses are one; never a rewrite of what a person gave.
    /// </summary>
    /// <param name="address">An address in lower case.</param>
    /// <returns>The same string when no rule changes it.</returns>
    public static string Mailbox(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1 || !Domains.TryGet(address.AsSpan(at + 1), out var provider)) return address;
        var end = provider.Tag is { } tag && address.IndexOf(tag, 1, at - 1) is var cut and > 0 ? cut : at;
        var isDotted = provider.IgnoresDots && address.IndexOf('.', 0, end) >= 0;
        if (end == at && !isDotted && provider.AliasOf is null) return address;
        var local = address.Substring(0, end);
        if (isDotted) local = local.Replace(".", "");
        return local.Length == 0 ? address : local + "@" + (provider.AliasOf ?? address.Substring(at + 1));
    }

    private static Dictionary<string, EmailProvider> Load()
    {
        var domains = new Dictionary<string, EmailProvider>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Matching/email-providers.csv"))
        {
            var provider = new EmailProvider(
                row[0], (EmailProviderKind)Enum.Parse(typeof(EmailProviderKind), row[1]), row[2] == "yes",
                row[3].Length == 0 ? null : row[3][0], row[4].Length == 0 ? null : row[4]);
            foreach (var domain in EmbeddedTable.Values(row[5]))
                if (!domains.ContainsKey(domain)) domains.Add(domain, provider);
        }

        return domains;
    }
}
