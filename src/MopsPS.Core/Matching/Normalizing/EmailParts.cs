using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>What counts in an e-mail address: the mailbox as its provider delivers it, and the domain.</summary>
internal readonly struct EmailParts
{
    [MethodImpl(Hot.Loop)]
    private EmailParts(ReadOnlySpan<char> mailbox, ReadOnlySpan<char> domain, bool isRole, bool isFree)
    {
        IsRole = isRole;
        IsFree = isFree;
        Span<char> some = stackalloc char[128];
        var letters = mailbox.Length <= some.Length ? some : new char[mailbox.Length];
        var count = 0;
        foreach (var c in mailbox)
            if (IsLetter(c)) letters[count++] = c;
        LetterCount = count;
        MailboxHash = NormalValues.HashOf(mailbox);
        DomainHash = NormalValues.HashOf(domain);
        LettersHash = NormalValues.HashOf(letters.Slice(0, count));
    }

    /// <summary>Whether the mailbox is that of a function, such as info or sales.</summary>
    public bool IsRole { get; }

    /// <summary>Whether anybody can have a mailbox there.</summary>
    public bool IsFree { get; }

    /// <summary>How many letters the mailbox has.</summary>
    public int LetterCount { get; }

    /// <summary>A hash of the mailbox.</summary>
    public ulong MailboxHash { get; }

    /// <summary>A hash of the domain.</summary>
    public ulong DomainHash { get; }

    /// <summary>A hash of the letters of the mailbox.</summary>
    public ulong LettersHash { get; }

    /// <summary>An address in lower case, or null where the text is none.</summary>
    public static string? Normalize(string text) => Normalizers.Text(Normalize, text);

    /// <summary>Appends an address in lower case, or nothing where the text is none.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Normalize(ReadOnlySpan<char> text, CharBuffer to)
    {
        text = text.Trim();
        if (text.Length > 7 && text.Slice(0, 7).Equals("mailto:".AsSpan(), StringComparison.OrdinalIgnoreCase)) text = text.Slice(7);
        var start = to.Length;
        foreach (var c in text) to.Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 0x80 ? c : char.ToLowerInvariant(c));
        ReadOnlySpan<char> address = to.From(start);
        var at = address.LastIndexOf('@');
        if (at <= 0 || at >= address.Length - 3 || address.IndexOf(' ') >= 0 || PlaceholderValues.IsPlaceholder(PlaceholderKind.Email, address)) to.Length = start;
    }

    /// <summary>The parts of a normalised address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="mailbox">Receives the part before the @ without a tag behind a plus, and without dots where the provider ignores them.</param>
    [MethodImpl(Hot.Loop)]
    public static EmailParts Of(ReadOnlySpan<char> address, CharBuffer mailbox)
    {
        var at = address.LastIndexOf('@');
        var local = address.Slice(0, at);
        var domain = Domain(address);
        var isFree = EmailProviders.TryGet(address.Slice(at + 1), out var provider);
        var start = mailbox.Length;
        var end = provider?.Tag is { } tag && at > 1 && local.Slice(1).IndexOf(tag) is var cut and >= 0 ? cut + 1 : at;
        foreach (var c in local.Slice(0, end))
            if (c != '.' || provider is not { IgnoresDots: true }) mailbox.Append(c);
        // Nothing but dots: the provider knows no such mailbox, and the address stands for itself.
        if (mailbox.Length == start) mailbox.Append(local);
        // A plus parts a tag at nearly every provider (RFC 5233).
        if (mailbox.From(start).IndexOf('+') is var plus and > 0) mailbox.Length = start + plus;
        return new EmailParts(mailbox.From(start), domain, !isFree && RoleMailboxes.RoleOf(local) != MailboxRole.None, isFree);
    }

    /// <summary>The domain of a normalised address; aliases of a provider are one.</summary>
    public static ReadOnlySpan<char> Domain(ReadOnlySpan<char> address)
    {
        var domain = address.Slice(address.LastIndexOf('@') + 1);
        return EmailProviders.TryGet(domain, out var provider) && provider!.AliasOf is { } alias ? alias.AsSpan() : domain;
    }

    /// <summary>Whether a character of a mailbox is a letter.</summary>
    public static bool IsLetter(char c) => c < 0x80 ? c is >= 'a' and <= 'z' : char.IsLetter(c);
}
