using System;
using PhoneNumbers;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>Other ways to write the phone number and the address of a record.</summary>
internal static class MessPhone
{
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    public static string National(MessRecord record) => Util.Format(Of(record), PhoneNumberFormat.NATIONAL);

    public static string International(MessRecord record) => Util.Format(Of(record), PhoneNumberFormat.INTERNATIONAL);

    /// <summary>As in <c>+49 (0)30 123456</c>, where the country has a trunk 0.</summary>
    public static string? WithTrunk(MessRecord record) =>
        National(record).StartsWith("0", StringComparison.Ordinal) ? $"+{Of(record).CountryCode} (0){National(record).Substring(1)}" : null;

    /// <summary>The address with another name of the provider.</summary>
    public static string? Domain(MessRecord record, Func<string, string?> change)
    {
        var address = record["Email"];
        foreach (var provider in new[] { "gmail", "hotmail", "outlook", "yahoo", "icloud" })
        {
            var end = "@" + provider + ".com";
            if (address.EndsWith(end, StringComparison.Ordinal) && change(provider) is { } name && name != provider) return address.Substring(0, address.Length - end.Length + 1) + name + ".com";
        }

        return null;
    }

    private static PhoneNumber Of(MessRecord record) => Util.Parse(record["Phone"], null);
}
