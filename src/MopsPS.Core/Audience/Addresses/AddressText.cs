using System;
using System.Text;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>
/// Brings an address to its normal form in UTF-8, without a text for it: no blanks around, no <c>mailto:</c>, lower case; as EmailParts.Normalize does with texts.
/// Keeps the last address. Not for several threads at once.
/// </summary>
internal sealed class AddressText
{
    // RFC 5321, 4.5.3.1: 64 octets before the @ and 254 in all (erratum 1690 of RFC 3696).
    private const int MostLocal = 64;
    private const int MostAll = 254;
    private const string Scheme = "mailto:";

    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>The address in its normal form; empty for a blank value.</summary>
    public ReadOnlySpan<byte> Value => _bytes.AsSpan(0, _length);

    /// <summary>Where the @ is; -1 for none.</summary>
    public int At { get; private set; }

    /// <summary>The part before the @.</summary>
    public ReadOnlySpan<byte> Local => _bytes.AsSpan(0, At);

    /// <summary>The part behind the @.</summary>
    public ReadOnlySpan<byte> Domain => _bytes.AsSpan(At + 1, _length - At - 1);

    /// <summary>The buffer, to hash from.</summary>
    public byte[] Buffer => _bytes;

    /// <summary>Takes an address.</summary>
    /// <param name="utf8">The value as it stands.</param>
    public void Set(ReadOnlySpan<byte> utf8)
    {
        while (utf8.Length > 0 && utf8[0] <= ' ') utf8 = utf8.Slice(1);
        while (utf8.Length > 0 && utf8[utf8.Length - 1] <= ' ') utf8 = utf8.Slice(0, utf8.Length - 1);
        if (_bytes.Length < utf8.Length) _bytes = new byte[utf8.Length * 2];
        byte any = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            var b = utf8[i];
            any |= b;
            _bytes[i] = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
        }

        _length = utf8.Length;
        if (any >= 0x80) Fold(utf8);
        if (_length > Scheme.Length && _bytes[6] == ':' && Encoding.ASCII.GetString(_bytes, 0, Scheme.Length) == Scheme)
        {
            _length -= Scheme.Length;
            Array.Copy(_bytes, Scheme.Length, _bytes, 0, _length);
        }

        At = Value.LastIndexOf((byte)'@');
    }

    /// <summary>
    /// Whether mail can go to the address: one mailbox and one domain of two labels or more, in the characters of RFC 5322's dot-atom, RFC 1035 and RFC 6531.
    /// Quoted mailboxes and addresses of numbers are right by the standards, and no platform sends to them: they count as wrong.
    /// </summary>
    public bool IsValid => At is > 0 and <= MostLocal && _length <= MostAll && IsLocal(Local) && IsDomain(Domain);

    private static bool IsLocal(ReadOnlySpan<byte> local)
    {
        if (local[0] == '.' || local[local.Length - 1] == '.') return false;
        for (var i = 0; i < local.Length; i++)
        {
            var b = local[i];
            if (b == '.' && local[i - 1] == '.') return false;
            if (!(b >= 0x80 || IsAlphanumeric(b) || b == '.' || "!#$%&'*+-/=?^_`{|}~".IndexOf((char)b) >= 0)) return false;
        }

        return true;
    }

    /// <summary>Whether bytes in lower case are a domain of two labels or more.</summary>
    public static bool IsDomain(ReadOnlySpan<byte> domain)
    {
        int label = 0, labels = 1;
        var letters = false;
        for (var i = 0; i <= domain.Length; i++)
        {
            if (i == domain.Length || domain[i] == '.')
            {
                if (label is 0 or > 63 || domain[i - 1] == '-') return false;
                if (i == domain.Length) return labels > 1 && letters && label > 1;
                label = 0;
                labels++;
                letters = false;
                continue;
            }

            var b = domain[i];
            if (!(b >= 0x80 || IsAlphanumeric(b) || (b == '-' && label > 0))) return false;
            letters |= b >= 'a' || b >= 0x80;
            label++;
        }

        return false;
    }

    private static bool IsAlphanumeric(byte b) => b is >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9';

    private void Fold(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8.ToArray()).Trim().ToLowerInvariant();
        var bytes = Encoding.UTF8.GetBytes(text);
        if (_bytes.Length < bytes.Length) _bytes = new byte[bytes.Length * 2];
        bytes.CopyTo(_bytes, 0);
        _length = bytes.Length;
    }
}
