using System;
using System.Text;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>What counts in an e-mail address: the mailbox as its provider delivers it, and the domain.</summary>
internal readonly struct EmailParts
{
    private EmailParts(string mailbox, string domain, bool isRole, bool isFree)
    {
        Mailbox = mailbox;
        Domain = domain;
        IsRole = isRole;
        IsFree = isFree;
        var letters = OnlyLetters(mailbox);
        LetterCount = letters.Length;
        MailboxHash = NormalValues.HashOf(mailbox.AsSpan());
        DomainHash = NormalValues.HashOf(domain.AsSpan());
        LettersHash = NormalValues.HashOf(letters.AsSpan());
    }

    /// <summary>The part before the @ without a tag behind a plus, and without dots where the provider ignores them.</summary>
    public string Mailbox { get; }

    /// <summary>The domain; aliases of a provider are one.</summary>
    public string Domain { get; }

    /// <summary>Whether the mailbox is that of a function, such as info or sales.</summary>
    public bool IsRole { get; }

    /// <summary>Whether anybody can have a mailbox there.</summary>
    public bool IsFree { get; }

    /// <summary>The letters of the mailbox.</summary>
    public string Letters => OnlyLetters(Mailbox);

    /// <summary>How many letters the mailbox has.</summary>
    public int LetterCount { get; }

    /// <summary>A hash of the mailbox.</summary>
    public ulong MailboxHash { get; }

    /// <summary>A hash of the domain.</summary>
    public ulong DomainHash { get; }

    /// <summary>A hash of the letters of the mailbox.</summary>
    public ulong LettersHash { get; }

    /// <summary>An address in lower case, or null where the text is none.</summary>
    public static string? Normalize(string text)
    {
        var address = text.Trim().ToLowerInvariant();
        if (address.StartsWith("mailto:", StringComparison.Ordinal)) address = address.Substring(7);
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 3 && address.IndexOf(' ') < 0 && !PlaceholderValues.IsPlaceholder(PlaceholderKind.Email, address) ? address : null;
    }

    /// <summary>The parts of a normalised address.</summary>
    public static EmailParts Of(string address)
    {
        var local = address.Substring(0, address.LastIndexOf('@'));
        var canonical = EmailProviders.Mailbox(address);
        var at = canonical.LastIndexOf('@');
        var mailbox = canonical.Substring(0, at);
        var domain = canonical.Substring(at + 1);
        var isFree = EmailProviders.TryGet(domain, out _);
        // A plus parts a tag at nearly every provider (RFC 5233).
        var plus = mailbox.IndexOf('+');
        if (plus > 0) mailbox = mailbox.Substring(0, plus);
        return new EmailParts(mailbox, domain, !isFree && RoleMailboxes.RoleOf(local) != MailboxRole.None, isFree);
    }

    private static string OnlyLetters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.IsLetter(c)) letters.Append(c);
        return letters.ToString();
    }
}
