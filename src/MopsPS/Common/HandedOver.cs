using System;
using System.Management.Automation;

namespace MopsPS.Common;

/// <summary>Objects that a job, a remote session or Import-Clixml hands over: copies that have the properties of a type and not the type.</summary>
internal static class HandedOver
{
    private const string Prefix = "Deserialized.";

    /// <summary>Whether an object is such a copy.</summary>
    /// <param name="item">The object.</param>
    /// <returns>True for a copy of any type.</returns>
    public static bool IsCopy(PSObject item) => item.TypeNames.Count > 0 && item.TypeNames[0].StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The result, finding or KPI that an object is a copy of. Findings in a copy are plain text: it cannot be counted any more.</summary>
    /// <param name="item">The object.</param>
    /// <returns>The name of the type; null for everything else.</returns>
    public static string? ResultName(PSObject item)
    {
        if (!IsCopy(item)) return null;
        var type = typeof(Finding).Assembly.GetType(item.TypeNames[0].Substring(Prefix.Length));
        return type is not null && (typeof(IMopsResult).IsAssignableFrom(type) || type == typeof(Finding) || type == typeof(Kpi)) ? type.Name : null;
    }

    /// <summary>What to say of such a copy.</summary>
    /// <param name="name">The name of the type.</param>
    /// <returns>Two sentences.</returns>
    public static string Message(string name) =>
        $"This {name} is a copy that a job, a remote session or a file handed over, and its findings are plain text now. Use it where it was made, or hand over the records and check them here.";
}
