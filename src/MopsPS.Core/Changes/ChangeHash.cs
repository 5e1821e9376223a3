using System.IO;
using System.Security.Cryptography;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Changes;

/// <summary>SHA-256 (FIPS 180-4) in lower-case hexadecimal digits.</summary>
internal static class ChangeHash
{
    /// <summary>How many digits a hash has.</summary>
    public const int Length = 64;

    /// <summary>What stands for the hash before the first entry.</summary>
    public static readonly string None = new('0', Length);

    /// <summary>The hash of a text in UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of bytes.</summary>
    public static string Of(byte[] bytes)
    {
        using var sha = SHA256.Create();
        return HashText.Of(sha.ComputeHash(bytes));
    }

    /// <summary>The hash of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static string OfFile(string path)
    {
        using var sha = SHA256.Create();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        return HashText.Of(sha.ComputeHash(stream));
    }
}
