using System;
using System.Globalization;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>Reads Retry-After (RFC 9110, 10.2.3): seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    public static TimeSpan? Read(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (double.TryParse(text!.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(Math.Min(seconds, 1e6));
        if (!DateTimeOffset.TryParseExact(text.Trim(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
