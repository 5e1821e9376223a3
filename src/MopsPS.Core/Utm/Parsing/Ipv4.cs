using System;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Utm.Parsing;

/// <summary>IPv4 addresses with all the number forms that browsers take (url.spec.whatwg.org, IPv4 parser).</summary>
internal static class Ipv4
{
    /// <summary>Whether the last label is a number, so that the host must be an address.</summary>
    public static bool EndsInNumber(string host)
    {
        var end = host[host.Length - 1] == '.' ? host.Length - 1 : host.Length;
        if (end == 0) return false;
        var start = host.LastIndexOf('.', end - 1) + 1;
        var last = host.Substring(start, end - start);
        return last.Length > 0 && (last.All(c => c is >= '0' and <= '9') || Number(last) is not null);
    }

    /// <summary>The address in dotted form, or null.</summary>
    public static string? Parse(string host)
    {
        var parts = host.Split('.').ToList();
        if (parts.Count > 1 && parts[parts.Count - 1].Length == 0) parts.RemoveAt(parts.Count - 1);
        if (parts.Count > 4) return null;
        double address = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (Number(parts[i]) is not double number) return null;
            if (i < parts.Count - 1)
            {
                if (number > 255) return null;
                address += number * Math.Pow(256, 3 - i);
            }
            else
            {
                if (number >= Math.Pow(256, 5 - parts.Count)) return null;
                address += number;
            }
        }

        var bits = (uint)address;
        return string.Format(CultureInfo.InvariantCulture, "{0}.{1}.{2}.{3}", bits >> 24, (bits >> 16) & 255, (bits >> 8) & 255, bits & 255);
    }

    // A double holds what does not fit 64 bits, too: large is all that matters then.
    private static double? Number(string text)
    {
        if (text.Length == 0) return null;
        var radix = 10;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) radix = 16;
        else if (text.Length > 1 && text[0] == '0') radix = 8;
        double value = 0;
        for (var i = radix == 16 ? 2 : 0; i < text.Length; i++)
        {
            var digit = PercentCoding.Digit(text[i]);
            if (digit < 0 || digit >= radix) return null;
            value = (value * radix) + digit;
        }

        return value;
    }
}
