using System;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace MopsPS.Core.Reporting;

/// <summary>A result as a table row: what all results have, and its own simple properties where they are few.</summary>
internal static class ResultRow
{
    private const int Few = 6;

    public static (string[] Columns, string?[] Values) Read(IMopsResult result)
    {
        var own = OwnProperties(result.GetType());
        var counted = result.Findings.Where(finding => !finding.IsSuppressed).ToArray();
        string?[] common =
        [
            result.Title,
            result.IsCompliant switch { true => "Yes", false => "No", _ => null },
            counted.Length == 0 ? null : counted.Max(finding => finding.Severity).ToString(),
            ReportText.Count(counted.Length),
        ];
        return (["Title", "Compliant", "Worst", "Findings", .. own.Select(property => property.Name)],
            [.. common, .. own.Select(property => Show(property.GetValue(result)))]);
    }

    public static string? Show(object? value) => value switch
    {
        null => null,
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static PropertyInfo[] OwnProperties(Type type)
    {
        var simple = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not ("Title" or "IsCompliant") && IsSimple(property.PropertyType))
            .ToArray();
        return simple.Length <= Few ? simple : [];
    }

    private static bool IsSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateTimeOffset);
    }
}
