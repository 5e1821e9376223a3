using System;
using System.Collections.Generic;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Tests.Utm;

/// <summary>Rows of texts as an export gives them.</summary>
internal sealed class LinkRows(string[] columns, IReadOnlyList<string?[]> rows) : RecordReader
{
    private int _row;

    public override RecordSchema Schema { get; } = new(columns);

    public override int Row => _row;

    public override int Line => _row + 1;

    public static LinkRows Of(IEnumerable<string> links) => new(["Url"], [.. System.Linq.Enumerable.Select(links, link => new string?[] { link })]);

    public override bool Read() => _row < rows.Count && ++_row > 0;

    public override ReadOnlySpan<byte> GetUtf8(int column) => Encoding.UTF8.GetBytes(GetString(column) ?? string.Empty);

    public override string? GetString(int column) => column < rows[_row - 1].Length ? rows[_row - 1][column] : null;

    protected override void Dispose(bool disposing)
    {
    }
}
