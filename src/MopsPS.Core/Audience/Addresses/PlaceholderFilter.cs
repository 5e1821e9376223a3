using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>Tells addresses that stand for none (noemail@…, …@example.com) as <see cref="PlaceholderValues"/> does for texts.</summary>
internal static class PlaceholderFilter
{
    private static readonly Lazy<(KeyMap Addresses, KeyMap Mailboxes, KeyMap Domains)> Known = new(() =>
        (Keys(PlaceholderValues.Email.Addresses), Keys(PlaceholderValues.Email.Mailboxes), Keys(PlaceholderValues.Email.Domains)));

    /// <summary>Whether a valid address stands for none.</summary>
    public static bool Holds(AddressText address)
    {
        var (addresses, mailboxes, domains) = Known.Value;
        return domains.Contains(Key128.Of(address.Domain)) || mailboxes.Contains(Key128.Of(address.Local)) || addresses.Contains(Key128.Of(address.Value));
    }

    private static KeyMap Keys(IEnumerable<string> texts)
    {
        var keys = new KeyMap();
        foreach (var text in texts) keys.Add(Key128.Of(Encoding.UTF8.GetBytes(text)));
        return keys;
    }
}
