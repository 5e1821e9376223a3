using System;
using System.Linq;
using CsCheck;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public class ReaderFuzzTests
{
    private const string Sample =
        "Attendee Report\nTopic,Id\nDemo,1\n\nAttendee Details\nName,Email,\"Note, long\"\nAnn,ann@example.com,\"a \"\"b\"\"\nc\"\nBob,,\nGrand Totals,2\nCopyright (c) 2026\n";

    /// <summary>Damaged files give rows, problems or a located error, and never another exception.</summary>
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void DamagedFilesAreReadOrRefused(string encoding)
    {
        var random = new Random(20261124);
        var original = TextEncodings.Find(encoding).GetBytes(Sample);
        for (var round = 0; round < 700; round++)
        {
            var bytes = original.ToArray();
            for (var i = random.Next(1, 12); i > 0; i--) bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)"\",;\n\r\t|\0'="[random.Next(10)];
            if (random.Next(4) == 0) bytes = [.. bytes.Take(random.Next(bytes.Length))];
            var options = new ImportOptions { RaggedRow = (RaggedRow)random.Next(3), DuplicateHeader = (DuplicateHeader)random.Next(2) };
            foreach (var name in new[] { "x.csv", "x.json", "x.jsonl" })
            {
                try
                {
                    Reading.Bytes(bytes, options, name);
                }
                catch (ExportFormatException exception)
                {
                    Assert.False(string.IsNullOrEmpty(exception.Kind));
                }
            }
        }
    }

    /// <summary>What a writer by RFC 4180 writes is read back, for every separator and encoding.</summary>
    [Fact]
    public void Rfc4180TextIsReadBack()
    {
        var cell = Gen.OneOf(Gen.String[Gen.Char['a', 'z'], 1, 6], Gen.OneOfConst("", " a ", "\"", "x\"y", "a,b", "c;d", "e\tf", "g|h", "line\nbreak", "a\r\nb", "Köln", "007", "ß"));
        var table = Gen.Int[2, 5].SelectMany(width => cell.Array[width].Array[1, 12]);
        Gen.Select(table, Gen.OneOfConst(',', ';', '\t', '|'), Gen.OneOfConst("utf-8", "utf-16", "windows-1252"), Gen.OneOfConst("\n", "\r\n")).Sample((rows, delimiter, encoding, end) =>
        {
            var header = string.Join(delimiter.ToString(), Enumerable.Range(0, rows[0].Length).Select(i => $"c{i}"));
            var text = header + end + string.Concat(rows.Select(row => string.Join(delimiter.ToString(), row.Select(Quote)) + end));
            var read = Reading.Bytes(TextEncodings.Find(encoding).GetBytes(text), new ImportOptions { Delimiter = delimiter, Encoding = TextEncodings.Find(encoding), HeaderLine = 1 });
            Assert.Equal(rows, read.Rows.Select(row => row.Select(value => value ?? string.Empty).ToArray()));
            Assert.Empty(read.Problems);
        }, iter: 500);
    }

    private static string Quote(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
