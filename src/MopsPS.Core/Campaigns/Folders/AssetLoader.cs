using System;
using System.IO;
using System.Security.Cryptography;
using MopsPS.Core.Campaigns.Checks;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Campaigns;

/// <summary>Reads a file once: its hash, and its bytes where checks need them and it is not too large.</summary>
internal static class AssetLoader
{
    /// <summary>More bytes, unpacked, are not kept; no e-mail or page is as large.</summary>
    public const int MaxContent = 10 << 20;

    /// <summary>Reads a file that has not been read.</summary>
    /// <param name="asset">The file; gets hash, content or the reason why there is none.</param>
    public static void Load(CampaignAsset asset)
    {
        if (asset.Sha256 is not null || asset.Problem is not null) return;
        try
        {
            using var stream = new FileStream(asset.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
            var wanted = !CampaignAreas.IsTable(asset.Kind) && asset.Kind != CampaignAssetKind.Other;
            var bytes = Hash(stream, asset, wanted);
            if (!wanted) return;
            if (bytes is { Length: >= 2 } && bytes[0] == 0x1F && bytes[1] == 0x8B) bytes = Unpack(bytes, asset.Name);
            asset.Content = bytes;
            if (bytes is not null) return;
            asset.IsTooLarge = true;
            asset.Problem = $"it has more than {MaxContent >> 20} MB, too much for an e-mail or a page";
        }
        catch (ExportFormatException exception)
        {
            asset.Problem = exception.Message.TrimEnd('.');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            asset.Problem = "it cannot be read: " + exception.Message.TrimEnd('.');
        }
    }

    private static byte[]? Hash(Stream stream, CampaignAsset asset, bool keep)
    {
        using var sha = SHA256.Create();
        using var kept = keep ? new MemoryStream((int)Math.Min(asset.Length, MaxContent)) : null;
        var buffer = new byte[1 << 16];
        long length = 0;
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            sha.TransformBlock(buffer, 0, read, null, 0);
            length += read;
            if (length <= MaxContent) kept?.Write(buffer, 0, read);
        }

        sha.TransformFinalBlock(buffer, 0, 0);
        asset.Length = length;
        asset.Sha256 = HashText.Of(sha.Hash!);
        return kept is null || length > MaxContent ? null : kept.ToArray();
    }

    private static byte[]? Unpack(byte[] packed, string name)
    {
        using var gzip = new GuardedGzipStream(new MemoryStream(packed), name);
        using var plain = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = gzip.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (plain.Length + read > MaxContent) return null;
            plain.Write(buffer, 0, read);
        }

        return plain.ToArray();
    }
}
