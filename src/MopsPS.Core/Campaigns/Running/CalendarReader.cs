using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Campaigns;

/// <summary>Reads rows of a launch calendar: which campaign, where its folder is, and what the row says of owner and date.</summary>
public sealed class CalendarReader
{
    private static readonly string[] NameColumns = ["campaign", "campaign name", "campaignname", "name", "program", "program name"];
    private static readonly string[] OwnerColumns = ["owner", "campaign owner", "owned by", "requester", "responsible"];
    private static readonly string[] DateColumns = ["launch date", "launchdate", "launch", "go live", "go-live", "send date", "date"];
    private static readonly string[] FolderColumns = ["folder", "asset folder", "assets", "path", "asset path"];

    private readonly string _root;
    private readonly IReadOnlyDictionary<string, string> _columns;
    private readonly DateParser _dates;

    /// <summary>Makes a reader.</summary>
    /// <param name="root">The full path of the folder that holds the campaigns' folders.</param>
    /// <param name="columns">Columns by part (Campaign, Owner, LaunchDate, Folder) that go by other names; may be empty.</param>
    /// <param name="dates">Reads the dates.</param>
    /// <exception cref="ArgumentException">A part is not one of the four.</exception>
    public CalendarReader(string root, IReadOnlyDictionary<string, string> columns, DateParser dates)
    {
        _root = Path.GetFullPath(root).TrimEnd('/', '\\');
        _columns = columns ?? throw new ArgumentNullException(nameof(columns));
        _dates = dates ?? throw new ArgumentNullException(nameof(dates));
        if (columns.Keys.FirstOrDefault(key => !Parts.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } wrong)
            throw new ArgumentException($"A launch calendar has no part '{wrong}'; it has {string.Join(", ", Parts)}.", nameof(columns));
    }

    /// <summary>The parts that columns may play.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["Campaign", "Owner", "LaunchDate", "Folder"];

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>The entry, and the folder below the root: of the folder's column, else the campaign's name in lower case with hyphens.</returns>
    /// <exception cref="FormatException">The row names no campaign, its date does not read, or its folder lies outside the root.</exception>
    public (CalendarEntry Entry, string Folder) Read(MopsRecord row)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        var name = Value(row, "Campaign", NameColumns);
        var folder = Value(row, "Folder", FolderColumns);
        if (name is null && folder is null)
            throw new FormatException($"The row names neither a campaign nor a folder. Its columns are {string.Join(", ", row.Schema.Columns)}; say which is which, for example -FieldMap @{{ Campaign = 'Program' }}.");
        var relative = folder ?? CampaignNames.Slug(name!);
        if (relative.Length == 0) throw new FormatException($"The campaign '{name}' has no letter or digit that could be a folder's name. Name its folder in a column Folder.");
        string full;
        try
        {
            full = Path.GetFullPath(Path.Combine(_root, relative));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new FormatException($"The folder '{relative}' is no path: {exception.Message}", exception);
        }

        // A calendar is data from others: it must not reach files that lie elsewhere.
        if (!full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new FormatException($"The folder '{relative}' lies outside of -AssetRoot '{_root}'.");
        return (new CalendarEntry { Name = name, Owner = Value(row, "Owner", OwnerColumns), LaunchDate = Date(row), Source = row.GetPosition() }, full);
    }

    private DateTime? Date(MopsRecord row)
    {
        if (Value(row, "LaunchDate", DateColumns) is not { } text) return null;
        var problem = _dates.Parse(text, out var value);
        return problem switch
        {
            DateProblem.None => new DateTime(RowValues.ToTicks(value.UtcSeconds)).Date,
            DateProblem.Empty => null,
            _ => throw new FormatException($"The launch date '{text}' does not read ({problem}); write it as 2027-03-31, or name the -Culture."),
        };
    }

    private string? Value(MopsRecord row, string part, string[] known)
    {
        int column;
        if (_columns.TryGetValue(part, out var named))
        {
            column = row.Schema.IndexOf(named);
            if (column < 0) throw new FormatException($"There is no column '{named}' for {part}. The columns are {string.Join(", ", row.Schema.Columns)}.");
        }
        else
        {
            column = known.Select(name => Find(row.Schema, name)).Where(found => found >= 0).DefaultIfEmpty(-1).First();
        }

        var text = column < 0 ? null : row.Values[column]?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static int Find(RecordSchema schema, string name)
    {
        for (var i = 0; i < schema.Columns.Count; i++)
            if (string.Equals(schema.Columns[i].Trim().Replace('_', ' '), name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
