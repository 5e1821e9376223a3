using System;

namespace MopsPS;

/// <summary>A file that New-MopsMergePlan wrote.</summary>
public sealed class MergeFile
{
    /// <summary>Describes a file.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="purpose">What it is for, in a sentence.</param>
    /// <param name="rows">How many rows it has.</param>
    public MergeFile(string path, string purpose, int rows)
    {
        Path = path ?? throw new ArgumentNullException(nameof(path));
        Purpose = purpose ?? throw new ArgumentNullException(nameof(purpose));
        Rows = rows;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The name of the file.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>How many rows it has.</summary>
    public int Rows { get; }

    /// <summary>What it is for, in a sentence.</summary>
    public string Purpose { get; }

    /// <summary>Reads like <c>salesforce-lead-merge.csv: 12 rows</c>.</summary>
    public override string ToString() => $"{Name}: {Rows} {(Rows == 1 ? "row" : "rows")}";
}
