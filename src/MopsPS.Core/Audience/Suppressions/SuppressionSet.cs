using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Audience.Addresses;

namespace MopsPS.Core.Audience.Suppressions;

/// <summary>All who must not be written to: keys of mailboxes, domains and hashes, no text among them. Not for several threads at once.</summary>
internal sealed class SuppressionSet : IDisposable
{
    private readonly AddressText _address = new();
    private readonly MailboxKey _mailbox = new();
    private readonly KeyMap _mailboxes = new();
    private readonly KeyMap _domains = new();
    private readonly List<SuppressionTally> _lists = [];
    private readonly List<(SuppressionKind Kind, AddressDigest Digest, KeyMap Keys)> _digests = [];

    /// <summary>The lists, in the order in which they were added.</summary>
    public IReadOnlyList<SuppressionTally> Lists => _lists;

    /// <summary>Starts a list.</summary>
    /// <param name="path">The file.</param>
    public SuppressionTally Start(string path)
    {
        var list = new SuppressionTally(path, _lists.Count);
        _lists.Add(list);
        return list;
    }

    /// <summary>Adds an entry to a list.</summary>
    /// <returns>False where it is neither address, domain nor hash; blank entries are passed over.</returns>
    public bool Add(ReadOnlySpan<byte> entry, SuppressionTally list)
    {
        _address.Set(entry);
        if (_address.Value.IsEmpty) return true;
        var kind = Read(entry, list.Index);
        list.Count(kind);
        return kind != SuppressionKind.None;
    }

    /// <summary>The list that an address is on, the first that was added; -1 for none.</summary>
    /// <param name="address">A valid address.</param>
    /// <param name="mailbox">The mailbox key maker that made <paramref name="key"/>.</param>
    /// <param name="key">The key of its mailbox.</param>
    public int Find(AddressText address, MailboxKey mailbox, Key128 key)
    {
        var list = _mailboxes.TryGet(key, out var found) ? found : int.MaxValue;
        if (_domains.Count > 0) list = Math.Min(list, FindDomain(address.Domain));
        foreach (var (_, digest, keys) in _digests)
        {
            if (keys.TryGet(digest.Of(address.Buffer, address.Value.Length), out found)) list = Math.Min(list, found);
            else if (mailbox.Length > 0 && keys.TryGet(digest.Of(mailbox.Buffer, mailbox.Length), out found)) list = Math.Min(list, found);
        }

        return list == int.MaxValue ? -1 : list;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, digest, _) in _digests) digest.Dispose();
    }

    private SuppressionKind Read(ReadOnlySpan<byte> entry, int list)
    {
        if (_address.IsValid)
        {
            _mailboxes.Add(_mailbox.Of(_address, DomainTable.Find(_address.Domain)), list);
            return SuppressionKind.Address;
        }

        if (_address.At <= 0 && DomainOf() is { IsEmpty: false } domain)
        {
            _domains.Add(Key128.Of(domain), list);
            return SuppressionKind.Domain;
        }

        if (_address.At >= 0) return SuppressionKind.None;
        // The case of Base64 counts: it is read as it stands.
        var kind = DigestText.Read(Trim(entry), out var key);
        if (kind != SuppressionKind.None) Keys(kind).Add(key, list);
        return kind;
    }

    // An entry such as @acme.com or acme.com means everybody there.
    private ReadOnlySpan<byte> DomainOf()
    {
        var domain = _address.At == 0 ? _address.Domain : _address.Value;
        return domain.IndexOf((byte)'.') > 0 && AddressText.IsDomain(domain) ? domain : default;
    }

    private int FindDomain(ReadOnlySpan<byte> domain)
    {
        var list = int.MaxValue;
        while (true)
        {
            if (_domains.TryGet(Key128.Of(domain), out var found)) list = Math.Min(list, found);
            var dot = domain.IndexOf((byte)'.');
            if (dot < 0) return list;
            domain = domain.Slice(dot + 1);
        }
    }

    private KeyMap Keys(SuppressionKind kind)
    {
        var at = _digests.FindIndex(digest => digest.Kind == kind);
        if (at >= 0) return _digests[at].Keys;
        _digests.Add((kind, new AddressDigest(kind), new KeyMap()));
        return _digests.Last().Keys;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[0] <= ' ') text = text.Slice(1);
        while (text.Length > 0 && text[text.Length - 1] <= ' ') text = text.Slice(0, text.Length - 1);
        return text;
    }
}
