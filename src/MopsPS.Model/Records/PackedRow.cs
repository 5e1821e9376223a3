using System;
using System.Text;

namespace MopsPS;

/// <summary>
/// The texts of a row in one array of bytes: a table of ends, then the texts as UTF-8 one after the other. A row of 20 short texts takes a
/// quarter of what 20 strings take, and the garbage collector has one object to follow in place of 21.
/// An entry of the table is <c>(end &lt;&lt; 1) | isNull</c>, little-endian, two bytes wide where that is enough for the last end, else four.
/// </summary>
internal static class PackedRow
{
    /// <summary>The largest end that an entry of two bytes holds.</summary>
    public const int LargestShortEnd = 0x7FFF;

    /// <summary>The width of an entry for texts of that many bytes together.</summary>
    public static int EntryWidth(int textLength) => textLength <= LargestShortEnd ? 2 : 4;

    /// <summary>Finds a text.</summary>
    /// <param name="row">The packed row.</param>
    /// <param name="count">How many texts it holds.</param>
    /// <param name="column">The zero-based position of the text.</param>
    /// <param name="start">Where its bytes start.</param>
    /// <param name="length">How many there are.</param>
    /// <returns>False where the text is null.</returns>
    public static bool TryFind(byte[] row, int count, int column, out int start, out int length)
    {
        if ((uint)column >= (uint)count) throw new ArgumentOutOfRangeException(nameof(column), column, $"The record has {count} columns.");
        var width = EntryWidth(row.Length - (2 * count));
        var texts = width * count;
        var entry = Entry(row, width, column);
        var before = column == 0 ? 0 : Entry(row, width, column - 1) >> 1;
        start = texts + before;
        length = (entry >> 1) - before;
        return (entry & 1) == 0;
    }

    /// <summary>A text as a string; null where it is null.</summary>
    public static string? Text(byte[] row, int count, int column) =>
        !TryFind(row, count, column, out var start, out var length) ? null
        : length == 0 ? ""
        : Encoding.UTF8.GetString(row, start, length);

    /// <summary>All texts as strings.</summary>
    public static string?[] Unpack(byte[] row, int count)
    {
        var values = new string?[count];
        for (var i = 0; i < count; i++) values[i] = Text(row, count, i);
        return values;
    }

    private static int Entry(byte[] row, int width, int column)
    {
        var at = width * column;
        var entry = row[at] | (row[at + 1] << 8);
        return width == 2 ? entry : entry | (row[at + 2] << 16) | (row[at + 3] << 24);
    }
}
