using System;
using System.Collections.Generic;
using TimeZoneConverter;

namespace MopsPS.Core.Records.Values;

/// <summary>Time zones by the names of IANA (<c>Europe/Berlin</c>) or Windows (<c>W. Europe Standard Time</c>), on any system.</summary>
public static class TimeZones
{
    /// <summary>Finds a time zone.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The zone, or null where there is none of that name.</returns>
    public static TimeZoneInfo? Find(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var trimmed = name.Trim();
        if (string.Equals(trimmed, "UTC", StringComparison.OrdinalIgnoreCase) || trimmed is "Z") return TimeZoneInfo.Utc;
        return TZConvert.TryGetTimeZoneInfo(trimmed, out var zone) ? zone : null;
    }

    /// <summary>The IANA names that are known, for completion.</summary>
    public static IEnumerable<string> Names => TZConvert.KnownIanaTimeZoneNames;
}
