using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>
/// Random and damaged input, always the same for a seed: a reader gives rows, reported problems or one located error, never another
/// exception and never an endless loop; and it counts every row that it gives or leaves out.
/// </summary>
public class DamagedExportTests
{
    private static readonly string[] Seeds =
    [
        "Lead ID,Email,Company,Landing Page URL\r\n001,ada@example.com,\"Acme, Inc.\",https://example.com/?utm_source=x\r\n002,bo@example.com,\"A \"\"B\"\" C\",\r\n",
        "sep=;\nid;name\n1;\"two\nlines\"\n2;x\n",
        "Attendee Report\nTopic,Webinar ID\nDemo,1\nHost Details\nAttended,Name,Email\nYes,H,h@example.com\nAttendee Details\nAttended,Name,Email\nYes,A,a@example.com\nOther Attended\nUser,Minutes\n1,2\n",
        "\"a\",\"b\"\n\"1\",\"2\"\n\n\nGrand Totals,1 records\n\"Copyright (c) 2026 x\"\nConfidential Information - Do Not Distribute\n",
        "\uFEFFa\tb\n1\t2\n",
        "[{\"a\":1,\"b\":{\"c\":[1,2]}},{\"a\":\"x\",\"d\":null}]",
        "{\"a\":1}\n{\"b\":\"\\u00e9\"}\n{\"a\":true}\n",
        "{\"result\":{\"records\":[{\"Id\":\"1\"},{\"Id\":\"2\",\"x\":1}]}}",
    ];

    private static readonly string[] Names = ["x.csv", "x.tsv", "x.txt", "x.csv.gz", "x.json", "x.jsonl", "x.xlsx"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomBytesGiveRowsOrALocatedError(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
            {
                for (var k = 0; k < bytes.Length; k++) bytes[k] = (byte)",;\t|\"'\r\n\0ab1{}[]: \u00FF"[bytes[k] % 19];
            }

            Check(bytes, Names[random.Next(Names.Length)], random, $"seed {seed}, input {i}");
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void DamagedFilesGiveRowsOrALocatedError(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2500; i++)
        {
            var encoding = (i % 7) switch { 0 => Encoding.Unicode, 1 => Encoding.BigEndianUnicode, _ => new UTF8Encoding(false) };
            List<byte> bytes = [.. encoding.GetBytes(Seeds[random.Next(Seeds.Length)])];
            if (i % 5 == 0) bytes = [.. Gzip(bytes.ToArray())];
            for (var change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(5))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveAt(at); break;
                    case 2: bytes.Insert(at, (byte)"\",;\n\r\0\t'{}[]"[random.Next(12)]); break;
                    case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                    default: bytes.InsertRange(at, bytes.GetRange(0, Math.Min(at, 60))); break;
                }
            }

            Check([.. bytes], Names[random.Next(Names.Length)], random, $"seed {seed}, input {i}");
        }
    }

    private static void Check(byte[] bytes, string name, Random random, string place)
    {
        var numbers = new List<int>();
        var options = new ImportOptions
        {
            RaggedRow = (RaggedRow)random.Next(3),
            DuplicateHeader = (DuplicateHeader)random.Next(2),
            Header = random.Next(6) == 0 ? ["one", "two"] : null,
            HeaderLine = random.Next(8) == 0 ? random.Next(1, 5) : 0,
            Delimiter = random.Next(6) == 0 ? ';' : null,
            OnProblem = problem => numbers.AddRange(problem.IsSkipped ? [problem.Source.Row] : []),
        };
        var start = Stopwatch.StartNew();
        try
        {
            using var reader = ExportReader.Open(new MemoryStream(bytes), name, options);
            var last = 0;
            while (reader.Read())
            {
                Assert.True(reader.Row > last, $"{place}: row {reader.Row} after row {last}.");
                last = reader.Row;
                numbers.Add(last);
                for (var i = 0; i < reader.Schema.Count; i++) Assert.Equal(reader.GetString(i) ?? string.Empty, Encoding.UTF8.GetString(reader.GetUtf8(i).ToArray()));
            }

            // Every row of a delimited file is given or reported as left out, once. (JSON also reports lists beside the rows.)
            numbers.Sort();
            if (reader.Format?.Kind == "Delimited") Assert.True(numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)), $"{place}: rows {string.Join(", ", numbers)}.");
            Assert.False(reader.Read());
        }
        catch (ExportFormatException exception)
        {
            Assert.Equal(name, exception.Position.File?.Length == name.Length ? exception.Position.File : exception.Position.File + ".gz");
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{place}, {name}: {exception}\n{Convert.ToBase64String(bytes)}");
        }

        Assert.True(start.Elapsed < TimeSpan.FromSeconds(5), $"{place}: took {start.Elapsed}.");
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes, 0, bytes.Length);
        return memory.ToArray();
    }
}
