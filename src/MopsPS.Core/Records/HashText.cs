using System;

namespace MopsPS.Core.Records;

/// <summary>Hashes as text.</summary>
internal static class HashText
{
    /// <summary>Small hexadecimal digits, two for each byte.</summary>
    /// <param name="hash">The hash.</param>
    public static string Of(byte[] hash) => BitConverter.ToString(hash).Replace("-", string.Empty).ToLowerInvariant();
}
