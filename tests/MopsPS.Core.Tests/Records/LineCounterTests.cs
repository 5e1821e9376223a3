using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CsCheck;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public sealed class LineCounterTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void LinesThatAreAskedForAreThoseThatAreCounted()
    {
        var piece = Gen.OneOfConst("1", "2,3", "\n", "\r\n", "\r", "\n\n", "\"a\nb\",c\n", "\"x\r\ny\"\r\n", "4,5\n", "\"open\n");
        piece.Array[0, 30].Sample(pieces =>
        {
            File.WriteAllText(_path, "\uFEFFa,b\n" + string.Concat(pieces));
            Assert.Equal(Lines(countsLines: true, every: 1), Lines(countsLines: false, every: 1));
        }, iter: 400, threads: 1);
    }

    [Fact]
    public void LinesFarApartAreFound()
    {
        using (var writer = new StreamWriter(_path))
        {
            writer.Write("a,b\n");
            for (var i = 0; i < 60_000; i++) writer.Write(i % 3 == 0 ? "1,\"two\r\nlines\"\r\n" : "3,4\n");
        }

        Assert.Equal(Lines(countsLines: true, every: 7_919), Lines(countsLines: false, every: 7_919));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a\nb\r\nc\rd", 3)]
    [InlineData("\r\r\n\n", 3)]
    public void EveryKindOfLineBreakCountsOnceHoweverTheTextIsCut(string text, int breaks)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var endsInReturn = false;
            Assert.Equal(breaks, Utf8Text.LineBreaks(bytes.AsSpan(0, cut), ref endsInReturn) + Utf8Text.LineBreaks(bytes.AsSpan(cut), ref endsInReturn));
        }
    }

    private List<(int Row, int Line)> Lines(bool countsLines, int every)
    {
        using var reader = ExportReader.Open(_path, new ImportOptions { CountsLines = countsLines, HeaderLine = 1, Delimiter = ',' });
        var lines = new List<(int, int)>();
        while (reader.Read()) if (reader.Row % every == 0) lines.Add((reader.Row, reader.Line));
        return lines;
    }
}
