using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace MopsPS.Records;

/// <summary>The columns and texts of any pipeline object.</summary>
internal static class RecordValues
{
    /// <summary>Reads a MopsRecord's arrays, or the properties of any other object.</summary>
    /// <param name="item">The object.</param>
    /// <returns>Names and texts in the same order; dates in ISO 8601, numbers in the invariant culture.</returns>
    public static (IReadOnlyList<string> Columns, IReadOnlyList<string?> Values) Read(PSObject item)
    {
        if (item.BaseObject is MopsRecord record) return (record.Schema.Columns, record.Values);
        if (item.BaseObject is System.Collections.IDictionary table)
        {
            var keys = table.Keys.Cast<object>().ToArray();
            return ([.. keys.Select(key => Text(key)!)], [.. keys.Select(key => Text(table[key]))]);
        }

        var properties = item.Properties.Where(property => property.IsGettable).ToArray();
        return ([.. properties.Select(property => property.Name)], [.. properties.Select(property => Text(property.Value))]);
    }

    private static string? Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => null,
        string text => text,
        System.DateTime date => date.ToString("o", CultureInfo.InvariantCulture),
        System.DateTimeOffset date => date.ToString("o", CultureInfo.InvariantCulture),
        System.IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        System.Collections.IEnumerable many => string.Join(";", many.Cast<object?>().Select(Text)),
        var other => other.ToString(),
    };
}
