using System;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>
/// The key of the mailbox that gets the mail, by the provider's rules (dots, tags, aliases of domains): what <see cref="Matching.Data.EmailProviders.Mailbox"/> gives for a
/// text, in UTF-8. Two addresses of one mailbox have one key. Not for several threads at once.
/// </summary>
internal sealed class MailboxKey
{
    private readonly byte[] _buffer = new byte[512];

    /// <summary>The bytes of the mailbox of the last call; those of the address where no rule changes it.</summary>
    public ReadOnlySpan<byte> Mailbox => _buffer.AsSpan(0, Length);

    /// <summary>How many bytes they are; 0 where no rule changed the address.</summary>
    public int Length { get; private set; }

    /// <summary>The buffer, to hash from.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>The key of an address.</summary>
    /// <param name="address">A valid address.</param>
    /// <param name="facts">What is known of its domain, or null.</param>
    public Key128 Of(AddressText address, DomainFacts? facts)
    {
        Length = 0;
        if (facts?.Provider is not { } provider) return Key128.Of(address.Value);
        var local = address.Local;
        var end = local.Length;
        if (provider.Tag is { } tag && local.Slice(1).IndexOf((byte)tag) is var cut and >= 0) end = cut + 1;
        var isDotted = provider.IgnoresDots && local.Slice(0, end).IndexOf((byte)'.') >= 0;
        if (end == local.Length && !isDotted && facts.AliasOf is null) return Key128.Of(address.Value);
        var length = 0;
        for (var i = 0; i < end; i++)
            if (!isDotted || local[i] != '.') _buffer[length++] = local[i];
        if (length == 0) return Key128.Of(address.Value);
        _buffer[length++] = (byte)'@';
        var domain = facts.AliasOf is null ? address.Domain : facts.AliasOf;
        domain.CopyTo(_buffer.AsSpan(length));
        Length = length + domain.Length;
        return Key128.Of(Mailbox);
    }
}
