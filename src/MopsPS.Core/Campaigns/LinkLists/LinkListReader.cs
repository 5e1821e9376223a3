using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;
using MopsPS.Core.Utm.Links;

namespace MopsPS.Core.Campaigns.LinkLists;

/// <summary>A link of a list, and where it stands.</summary>
/// <param name="Url">The link as it stands.</param>
/// <param name="Row">The row of a table; 0 in a text.</param>
/// <param name="Line">The line; 0 where the format has none.</param>
/// <param name="Character">The position in the line; 0 in a table.</param>
/// <param name="Column">The column of a table; null in a text.</param>
internal sealed record ListedLink(string Url, int Row, int Line, int Character, string? Column);

/// <summary>Reads the links of a list: Markdown, plain text, or a table with columns of links.</summary>
internal static class LinkListReader
{
    private const int MaxLinks = 100_000;

    /// <summary>Reads the links.</summary>
    /// <param name="asset">The file with its content.</param>
    /// <returns>The links in order.</returns>
    /// <exception cref="ExportFormatException">The table cannot be read, or no column of it is known to hold links.</exception>
    public static IReadOnlyList<ListedLink> Read(CampaignAsset asset)
    {
        var name = asset.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? asset.Name.Substring(0, asset.Name.Length - 3) : asset.Name;
        var content = asset.Content!;
        switch (Path.GetExtension(name).ToLowerInvariant())
        {
            case ".md": return [.. MarkdownLinks.Find(Encoding.UTF8.GetString(content)).Take(MaxLinks).Select(Text)];
            case ".txt": return [.. TextLinks.Find(Encoding.UTF8.GetString(content)).Take(MaxLinks).Select(Text)];
            default: return Table(content, name);
        }
    }

    private static List<ListedLink> Table(byte[] content, string name)
    {
        var links = new List<ListedLink>();
        using var reader = ExportReader.Open(new MemoryStream(content), name, new ImportOptions { CountsLines = true });
        var columns = UrlColumns.Find(reader.Schema.Columns);
        if (columns.Count == 0)
            throw new ExportFormatException("ColumnNotFound", $"No column is known to hold links; call one URL. The columns are {string.Join(", ", reader.Schema.Columns)}.", new SourcePosition(name));
        while (reader.Read() && links.Count < MaxLinks)
            foreach (var column in columns) links.Add(new ListedLink(reader.GetString(column) ?? string.Empty, reader.Row, reader.Line, 0, reader.Schema.Columns[column]));
        return links;
    }

    private static ListedLink Text(FoundLink link) => new(link.Url, 0, link.Line, link.Character, null);
}
