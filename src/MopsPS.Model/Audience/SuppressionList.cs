using System.Globalization;

namespace MopsPS;

/// <summary>What a suppression file holds and how many rows of the audience it took out.</summary>
public sealed class SuppressionList
{
    /// <summary>The name of the file.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The full path.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>How many entries could be read.</summary>
    public int Entries { get; init; }

    /// <summary>Entries that are addresses.</summary>
    public int Addresses { get; init; }

    /// <summary>Entries that are domains.</summary>
    public int Domains { get; init; }

    /// <summary>Entries that are SHA-256 hashes.</summary>
    public int Sha256 { get; init; }

    /// <summary>Entries that are SHA-1 hashes.</summary>
    public int Sha1 { get; init; }

    /// <summary>Entries that are MD5 hashes.</summary>
    public int Md5 { get; init; }

    /// <summary>Entries that are none of these, and rows that could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Rows of the audience found here first.</summary>
    public int Matches { get; init; }

    /// <summary>Reads like <c>optouts.csv: 1,000 entries (1,000 SHA-256), 12 matches</c>.</summary>
    public override string ToString()
    {
        string Part(int count, string what) => count == 0 ? string.Empty : string.Format(CultureInfo.InvariantCulture, " {0:#,0} {1},", count, what);
        var parts = Part(Addresses, "addresses") + Part(Domains, "domains") + Part(Sha256, "SHA-256") + Part(Sha1, "SHA-1") + Part(Md5, "MD5") + Part(Unreadable, "unreadable");
        return string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} entries ({2}), {3:#,0} matches", Name, Entries, parts.Trim().TrimEnd(','), Matches);
    }
}
