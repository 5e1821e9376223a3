using System.Collections.Generic;
using System.Globalization;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>
/// Names a record by the content of its compared columns, so that an answer finds its records again in any order of rows and after others were added, and does not
/// find them once they were changed. Starts with a letter: a spreadsheet would make a number of digits.
/// </summary>
internal static class RecordKey
{
    /// <summary>The key of a record.</summary>
    /// <param name="values">Its compared columns and their values as they stand.</param>
    public static string Of(IEnumerable<KeyValuePair<string, string?>> values)
    {
        ulong sum = 0;
        foreach (var pair in values)
        {
            var value = pair.Value?.Trim();
            if (string.IsNullOrEmpty(value)) continue;
            // A sum, so that the order of the columns does not matter.
            sum += Utf8Table.Mix((Hash(pair.Key.ToUpperInvariant()) * 31) ^ Hash(value!));
        }

        return "k" + Utf8Table.Mix(sum).ToString("x16", CultureInfo.InvariantCulture);
    }

    // FNV-1a over UTF-16 units (Fowler, Noll and Vo 1991): the same on every runtime, which string.GetHashCode is not.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text) hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }
}
