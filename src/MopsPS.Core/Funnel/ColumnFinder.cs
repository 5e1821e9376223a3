using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Funnel;

/// <summary>Finds a column by the names it may have: as written, as people vary it, or as a canonical field.</summary>
internal static class ColumnFinder
{
    /// <summary>The first name that finds a column.</summary>
    /// <returns>The zero-based column, or -1.</returns>
    public static int Find(FieldMapping fields, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var column = Find(fields, name);
            if (column >= 0) return column;
        }

        return -1;
    }

    private static int Find(FieldMapping fields, string name)
    {
        var exact = fields.Schema.IndexOf(name);
        if (exact >= 0) return exact;
        var wanted = Plain(name);
        var found = Enumerable.Range(0, fields.Schema.Count).Where(i => Plain(fields.Schema.Columns[i]) == wanted).ToArray();
        if (found.Length == 1) return found[0];
        return FieldCatalog.Find(name) is { } field ? fields.IndexOf(field.Name) : -1;
    }

    // Salesforce's mark of a custom field, also as connectors write it, is no part of the name.
    private static string Plain(string name)
    {
        var trimmed = HeaderName.Trim(name);
        foreach (var mark in new[] { "__c", "_c" })
            if (trimmed.Length > mark.Length + 1 && trimmed.EndsWith(mark, StringComparison.OrdinalIgnoreCase)) return HeaderName.Normalize(trimmed.Substring(0, trimmed.Length - mark.Length));
        return HeaderName.Normalize(trimmed);
    }
}
