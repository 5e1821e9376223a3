using System;
using System.IO;
using System.Linq;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Duplicates;

/// <summary>Tells what kind of object the records of an input are.</summary>
public static class ObjectTypes
{
    private static readonly string[] Known = ["Lead", "Contact", "Account"];

    /// <summary>
    /// The kind, by the three-character prefix of Salesforce ids (the object's "key prefix" in the Salesforce object reference: 00Q, 003, 001), then by the name of the
    /// key's column, then by the name of the file.
    /// </summary>
    /// <param name="fields">The columns.</param>
    /// <param name="samples">Some rows.</param>
    /// <param name="path">The file, or null.</param>
    /// <returns>Lead, Contact or Account; else the file's name without ending; null for the pipeline.</returns>
    public static string? Of(FieldMapping fields, System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<string?>> samples, string? path)
    {
        var column = KeyColumn(fields);
        if (column >= 0)
        {
            var id = samples.Select(row => column < row.Count ? row[column] : null).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();
            if (id is { Length: 15 or 18 })
            {
                if (id.StartsWith("00Q", StringComparison.Ordinal)) return "Lead";
                if (id.StartsWith("003", StringComparison.Ordinal)) return "Contact";
                if (id.StartsWith("001", StringComparison.Ordinal)) return "Account";
            }

            if (Named(fields.Schema.Columns[column]) is { } byColumn) return byColumn;
        }

        if (path is null) return null;
        var name = Path.GetFileName(path);
        return Named(name) ?? name.Substring(0, name.IndexOf('.') is > 0 and var dot ? dot : name.Length);
    }

    /// <summary>The column of the records' own key; -1 where there is none.</summary>
    public static int KeyColumn(FieldMapping fields)
    {
        foreach (var field in new[] { "Id", "LeadId", "ContactId" })
            if (fields.IndexOf(field) is >= 0 and var column) return column;
        return fields.Schema.IndexOf("id");
    }

    private static string? Named(string text) => Known.FirstOrDefault(type => text.IndexOf(type, StringComparison.OrdinalIgnoreCase) >= 0);
}
