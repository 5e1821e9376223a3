using System;
using System.Collections.Generic;
using System.Linq;
using CsvHelper;

namespace MopsPS.Core.Records;

/// <summary>Reads the tables of facts that are embedded in the assembly (src/MopsPS.Core/Data).</summary>
internal static class EmbeddedTable
{
    /// <summary>Reads a table: a comment line that names its source, a header, rows.</summary>
    /// <param name="resource">The path under Data, such as <c>Fields/fields.csv</c>.</param>
    /// <returns>The rows without the header.</returns>
    public static List<string[]> Read(string resource)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The table {resource} is not in the assembly.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { CommentPrefix = '#' }, leaveOpen: true);
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return rows;
    }

    /// <summary>Splits a cell that holds several values.</summary>
    /// <param name="cell">The values, parted by <c>|</c>.</param>
    /// <returns>The values; none for an empty cell.</returns>
    public static string[] Values(string cell) => cell.Length == 0 ? [] : cell.Split('|');
}
