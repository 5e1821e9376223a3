using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>
/// Says which addresses are on the internet. All else (loopback, private and shared networks, link-local with the metadata services of clouds, multicast, documentation,
/// reserved; IANA special-purpose registries of RFC 6890) is never connected to unless the policy allows it. IPv6 forms that carry an IPv4 address are judged by that.
/// </summary>
internal sealed class AddressGuard
{
    private static readonly (string Range, string What)[] Special =
    [
        ("0.0.0.0/8", "this network"), ("10.0.0.0/8", "a private network"), ("100.64.0.0/10", "a shared network (RFC 6598)"), ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local, where clouds keep their metadata"), ("172.16.0.0/12", "a private network"), ("192.0.0.0/24", "reserved for protocols"), ("192.0.2.0/24", "for documentation"),
        ("192.88.99.0/24", "a retired relay"), ("192.168.0.0/16", "a private network"), ("198.18.0.0/15", "for benchmarks"), ("198.51.100.0/24", "for documentation"),
        ("203.0.113.0/24", "for documentation"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "reserved"), ("168.63.129.16/32", "the metadata service of Azure"),
        ("::/128", "unspecified"), ("::1/128", "loopback"), ("64:ff9b:1::/48", "a private translation"), ("100::/64", "discarded"), ("2001::/23", "reserved for protocols"),
        ("2001:db8::/32", "for documentation"), ("3fff::/20", "for documentation"), ("5f00::/16", "segment routing"), ("fc00::/7", "a private network"), ("fe80::/10", "link-local"),
        ("fec0::/10", "site-local"), ("ff00::/8", "multicast"),
    ];

    private static readonly (AddressRange Range, string What)[] Ranges = [.. Special.Select(entry => (AddressRange.Read(entry.Range)!, entry.What))];
    private static readonly AddressRange Translated = AddressRange.Read("64:ff9b::/96")!;
    private static readonly AddressRange SixToFour = AddressRange.Read("2002::/16")!;
    private static readonly AddressRange Compatible = AddressRange.Read("::/96")!;
    private static readonly AddressRange Global = AddressRange.Read("2000::/3")!;

    private readonly HashSet<string> _hosts;
    private readonly AddressRange[] _allowed;

    /// <summary>Makes a guard.</summary>
    /// <param name="allowed">Hosts, addresses and networks that are allowed nevertheless.</param>
    public AddressGuard(IEnumerable<string> allowed)
    {
        var entries = allowed.Select(entry => entry.Trim()).ToArray();
        _allowed = [.. entries.Select(AddressRange.Read).OfType<AddressRange>()];
        _hosts = new HashSet<string>(entries.Where(entry => AddressRange.Read(entry) is null), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Why an address must not be connected to; null where it may.</summary>
    /// <param name="host">The host that the link names.</param>
    /// <param name="address">An address of it.</param>
    public string? Forbids(string host, IPAddress address)
    {
        if (_hosts.Contains(host.TrimEnd('.'))) return null;
        var bytes = Plain(address);
        if (_allowed.Any(range => range.Holds(bytes))) return null;
        foreach (var (range, what) in Ranges)
            if (range.Holds(bytes)) return what;
        return bytes.Length == 16 && !Global.Holds(bytes) ? "not of the global internet" : null;
    }

    // The IPv4 address that an IPv6 form leads to.
    private static byte[] Plain(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return bytes;
        if (address.IsIPv4MappedToIPv6 || Translated.Holds(bytes)) return [.. bytes.Skip(12)];
        if (SixToFour.Holds(bytes)) return [.. bytes.Skip(2).Take(4)];
        return Compatible.Holds(bytes) && bytes[12] != 0 ? [.. bytes.Skip(12)] : bytes;
    }
}
