namespace MopsPS.Core.Campaigns;

/// <summary>One file of a campaign's folder.</summary>
public sealed class CampaignAsset
{
    /// <summary>The path below the campaign's folder, with <c>/</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The full path.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>What it is.</summary>
    public CampaignAssetKind Kind { get; init; }

    /// <summary>The length on the disk in bytes.</summary>
    public long Length { get; internal set; }

    /// <summary>The SHA-256 of the file on the disk, in lower-case hexadecimal digits; null before it was read.</summary>
    public string? Sha256 { get; internal set; }

    /// <summary>
    /// The bytes, unpacked where the file is .gz. Null for tables (they are streamed from <see cref="Path"/>), before the file is read, after it was
    /// checked, and where <see cref="Problem"/> says why it could not be read.
    /// </summary>
    public byte[]? Content { get; internal set; }

    /// <summary>The length of the unpacked bytes where it is known to be more than what is read; then <see cref="Content"/> is null.</summary>
    public bool IsTooLarge { get; internal set; }

    /// <summary>Why the file could not be read; null where it could.</summary>
    public string? Problem { get; internal set; }

    /// <summary>What a checker keeps of the file for the look at the campaign as a whole: links, subject, language. Small; the content is let go.</summary>
    internal object? Facts { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
