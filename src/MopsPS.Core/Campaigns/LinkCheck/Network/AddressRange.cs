using System;
using System.Net;
using System.Net.Sockets;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>A range of addresses in CIDR notation (RFC 4632, RFC 4291).</summary>
internal sealed class AddressRange
{
    private readonly byte[] _network;
    private readonly int _bits;

    private AddressRange(byte[] network, int bits)
    {
        _network = network;
        _bits = bits;
    }

    /// <summary>Reads a range, or a single address.</summary>
    /// <returns>Null where the text is neither.</returns>
    public static AddressRange? Read(string text)
    {
        var slash = text.IndexOf('/');
        var host = (slash < 0 ? text : text.Substring(0, slash)).Trim('[', ']');
        if (!IPAddress.TryParse(host, out var address) || (address.AddressFamily == AddressFamily.InterNetwork && host.Split('.').Length != 4)) return null;
        var bytes = address.GetAddressBytes();
        var bits = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(text.Substring(slash + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out bits) || bits > bytes.Length * 8)) return null;
        return new AddressRange(bytes, bits);
    }

    /// <summary>Whether an address is in the range; those of the other family are not.</summary>
    public bool Holds(byte[] address)
    {
        if (address.Length != _network.Length) return false;
        for (var i = 0; i < _bits; i += 8)
        {
            var mask = Math.Min(8, _bits - i) is var left && left == 8 ? 0xFF : 0xFF << (8 - left) & 0xFF;
            if ((address[i / 8] & mask) != (_network[i / 8] & mask)) return false;
        }

        return true;
    }
}
