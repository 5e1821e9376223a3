using System;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Records.Values;

/// <summary>Cultures by name, without the ones that a system makes up for any name.</summary>
public static class Cultures
{
    /// <summary>Finds a culture.</summary>
    /// <param name="name">For example <c>en-US</c>.</param>
    /// <returns>The culture as the system ships it, without the user's own changes; null where there is none of that name.</returns>
    public static CultureInfo? Find(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        return CultureInfo.GetCultures(CultureTypes.AllCultures).Any(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
            ? CultureInfo.GetCultureInfo(name)
            : null;
    }
}
