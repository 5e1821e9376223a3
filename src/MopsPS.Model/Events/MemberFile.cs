using System.Globalization;

namespace MopsPS;

/// <summary>A file that was written for an import.</summary>
public sealed class MemberFile
{
    /// <summary>Makes the description.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="purpose">What to do with it.</param>
    /// <param name="rows">How many rows it has.</param>
    public MemberFile(string path, string purpose, int rows)
    {
        Path = path;
        Purpose = purpose;
        Rows = rows;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>What to do with it.</summary>
    public string Purpose { get; }

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <summary>Reads like <c>salesforce-campaignmember-insert.csv: 120 rows</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} rows", System.IO.Path.GetFileName(Path), Rows);
}
