using System;
using System.Security.Cryptography;
using MopsPS.Core.Audience.Addresses;

namespace MopsPS.Core.Audience.Suppressions;

/// <summary>Hashes addresses as suppression lists do: the bytes of the address in lower case without blanks, no salt. Not for several threads at once.</summary>
internal sealed class AddressDigest : IDisposable
{
    private readonly HashAlgorithm _hash;
#if NET8_0_OR_GREATER
    private readonly byte[] _digest = new byte[32];
#endif

    // MD5 and SHA-1 protect nothing here: they are what lists that others made are compared by.
#pragma warning disable CA5350, CA5351
    public AddressDigest(SuppressionKind kind) => _hash = kind switch
    {
        SuppressionKind.Md5 => MD5.Create(),
        SuppressionKind.Sha1 => SHA1.Create(),
        _ => SHA256.Create(),
    };
#pragma warning restore CA5350, CA5351

    /// <summary>The first half of the hash of bytes.</summary>
    public Key128 Of(byte[] buffer, int length)
    {
#if NET8_0_OR_GREATER
        return _hash.TryComputeHash(buffer.AsSpan(0, length), _digest, out _) ? Key128.OfDigest(_digest) : throw new CryptographicException("The hash could not be computed.");
#else
        return Key128.OfDigest(_hash.ComputeHash(buffer, 0, length));
#endif
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
