using System;
using System.Collections.Generic;
using CsvHelper;

namespace MopsPS.Core.Utm.Channels;

/// <summary>Google's list of sources by kind of site, from the embedded table Utm/ga4-source-categories.csv.</summary>
public static class SourceCategories
{
    private const string Resource = "Utm/ga4-source-categories.csv";

    private static readonly Dictionary<string, SourceCategory> Table = Read();

    /// <summary>Every source on the list with its kind; names in lower case, looked up without regard to case.</summary>
    public static IReadOnlyDictionary<string, SourceCategory> All => Table;

    /// <summary>Says what kind of site a source is.</summary>
    /// <param name="source">The value of utm_source, decoded; the whole value must be on the list. Null or empty is on no list.</param>
    /// <returns>The kind, or <see cref="SourceCategory.None"/>.</returns>
    public static SourceCategory Find(string? source) =>
        source is { Length: > 0 } && Table.TryGetValue(source, out var category) ? category : SourceCategory.None;

    private static Dictionary<string, SourceCategory> Read()
    {
        using var stream = typeof(SourceCategories).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The table {Resource} is not in the assembly.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { CommentPrefix = '#' }, leaveOpen: true);
        var table = new Dictionary<string, SourceCategory>(StringComparer.OrdinalIgnoreCase);
        while (csv.Read()) table.Add(csv.GetString(0), (SourceCategory)Enum.Parse(typeof(SourceCategory), csv.GetString(1)));
        return table;
    }
}
