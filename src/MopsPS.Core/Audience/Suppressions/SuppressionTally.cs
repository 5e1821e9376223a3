using System.Linq;

namespace MopsPS.Core.Audience.Suppressions;

/// <summary>Counts the entries of one suppression list.</summary>
internal sealed class SuppressionTally(string path, int index)
{
    private readonly int[] _counts = new int[6];

    /// <summary>The place of the list among all.</summary>
    public int Index { get; } = index;

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Rows of the audience that were found here first.</summary>
    public int Matches { get; set; }

    /// <summary>How many entries are of a kind.</summary>
    public int this[SuppressionKind kind] => _counts[(int)kind];

    /// <summary>How many entries could be read.</summary>
    public int Entries => _counts.Sum() - this[SuppressionKind.None];

    /// <summary>Counts an entry; None for one that could not be read.</summary>
    public void Count(SuppressionKind kind) => _counts[(int)kind]++;

    /// <summary>The counts as a result.</summary>
    public SuppressionList ToResult() => new()
    {
        Name = System.IO.Path.GetFileName(Path),
        Path = Path,
        Entries = Entries,
        Addresses = this[SuppressionKind.Address],
        Domains = this[SuppressionKind.Domain],
        Sha256 = this[SuppressionKind.Sha256],
        Sha1 = this[SuppressionKind.Sha1],
        Md5 = this[SuppressionKind.Md5],
        Unreadable = this[SuppressionKind.None],
        Matches = Matches,
    };
}
