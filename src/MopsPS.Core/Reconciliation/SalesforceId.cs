using System;

namespace MopsPS.Core.Reconciliation;

/// <summary>
/// Record ids of Salesforce: 15 characters in which case counts, or the same 15 with three more that say which of them are capitals, for programs that
/// ignore case (Salesforce help, "Record IDs": five bits for each group of five characters, A to Z and 0 to 5).
/// </summary>
internal static class SalesforceId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>The 15 characters of an id of 15 or 18; false where it is no id. The first three name the object and hold a digit, or are those of a custom object.</summary>
    public static bool TryNormalize(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> id)
    {
        id = default;
        if (text.Length is not (15 or 18) || !(text[0] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z')) || !HasDigit(text.Slice(0, 5))) return false;
        for (var i = 0; i < text.Length; i++)
            if (!(text[i] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z'))) return false;
        if (text.Length == 18 && !HasChecksum(text)) return false;
        id = text.Slice(0, 15);
        return true;
    }

    private static bool HasDigit(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] is >= (byte)'0' and <= (byte)'9') return true;
        return false;
    }

    private static bool HasChecksum(ReadOnlySpan<byte> text)
    {
        for (var group = 0; group < 3; group++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
                if (text[(group * 5) + i] is >= (byte)'A' and <= (byte)'Z') bits |= 1 << i;
            if ((text[15 + group] is >= (byte)'a' and <= (byte)'z' ? text[15 + group] - 32 : text[15 + group]) != Alphabet[bits]) return false;
        }

        return true;
    }
}
