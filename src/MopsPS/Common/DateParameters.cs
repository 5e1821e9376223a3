using System;
using System.Globalization;
using System.Management.Automation;
using MopsPS.Core.Records.Values;

namespace MopsPS.Common;

/// <summary>What <c>-Culture</c> and <c>-TimeZone</c>, or the policy's names for them, mean.</summary>
internal static class DateParameters
{
    /// <summary>The culture of a name; null for no name. A name that nobody knows ends the cmdlet.</summary>
    public static CultureInfo? Culture(PSCmdlet cmdlet, string? name)
    {
        if (name is null || name.Length == 0) return null;
        if (Cultures.Find(name) is { } culture) return culture;
        cmdlet.ThrowTerminatingError(MopsErrors.CultureUnknown(name));
        return null;
    }

    /// <summary>The time zone of a name; null for no name. A name that nobody knows ends the cmdlet.</summary>
    public static TimeZoneInfo? TimeZone(PSCmdlet cmdlet, string? name)
    {
        if (name is null || name.Length == 0) return null;
        if (TimeZones.Find(name) is { } zone) return zone;
        cmdlet.ThrowTerminatingError(MopsErrors.TimeZoneUnknown(name));
        return null;
    }
}
