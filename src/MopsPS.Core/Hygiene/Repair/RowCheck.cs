using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Says by a few digits whether a row is still the one that a repair wrote: the first half of the SHA-256 (FIPS 180-4) over its values, each with its length in front, so that no
/// two rows read the same. Where records have no id, it is all that tells one from another.
/// </summary>
internal static class RowCheck
{
    private const int Bytes = 16;

    /// <summary>The check of a row.</summary>
    /// <param name="row">The row, with all columns.</param>
    /// <param name="values">The values that take the place of others, by place.</param>
    public static string Of(RecordReader row, IReadOnlyList<NewValue> values)
    {
        using var content = new MemoryStream();
        var next = 0;
        for (var column = 0; column < row.Schema.Count; column++)
        {
            var bytes = next < values.Count && values[next].Place == column ? Encoding.UTF8.GetBytes(values[next++].Text) : row.GetUtf8(column).ToArray();
            var length = BitConverter.GetBytes(bytes.Length);
            if (!BitConverter.IsLittleEndian) Array.Reverse(length);
            content.Write(length, 0, length.Length);
            content.Write(bytes, 0, bytes.Length);
        }

        using var sha = SHA256.Create();
        return HashText.Of([.. sha.ComputeHash(content.ToArray()).Take(Bytes)]);
    }
}
