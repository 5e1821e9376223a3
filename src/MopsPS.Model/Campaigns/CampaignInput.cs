namespace MopsPS;

/// <summary>A file that a run looked at, with what proves later that it was this one.</summary>
public sealed class CampaignInput
{
    /// <summary>The path below the campaign's folder, with <c>/</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it is.</summary>
    public CampaignAssetKind Kind { get; init; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The SHA-256 of the bytes in lower-case hexadecimal digits; null where the file could not be read.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Why the file could not be checked; null where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>Reads like <c>emails/launch.html (Email, 18240 bytes)</c>.</summary>
    public override string ToString() =>
        $"{Name} ({Kind}, {Length.ToString(System.Globalization.CultureInfo.InvariantCulture)} bytes){(Problem is null ? string.Empty : $": {Problem}")}";
}
