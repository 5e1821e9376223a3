using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using MiniExcelLibs;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public sealed class XlsxRecordReaderTests
{
    [Fact]
    public void ValuesComeAsTheSheetShowsThem()
    {
        var (records, problems) = Read(Workbook(["Id", "Phone", "Score", "Big", "Tiny", "Date", "Time", "Flag", "Empty", "Last"],
            ["001", "+49 30 1", 0.1 + 0.2, 1234567890123456d, 0.0000012, new DateTime(2026, 1, 31), new DateTime(2026, 1, 31, 9, 5, 0), true, null, 1e20]));
        Assert.Empty(problems);
        var record = records.Single();
        Assert.Equal(["001", "+49 30 1", "0.3", "1234567890123456", "0.0000012", "2026-01-31", "2026-01-31T09:05:00", "true", null, "100000000000000000000"], record.Values);
        Assert.Equal((1, 2), (record.Row, record.Line));
    }

    [Fact]
    public void TheHeaderStandsBelowEmptyRowsAndATitle()
    {
        var rows = new object?[][] { [null, null, null], ["Attendees of June", null, null], ["Email", "Name", "Name"], ["a@example.com", "Ada", "x"], [null, null, null], ["b@example.com", null, null] };
        var (records, problems) = Read(Workbook(rows));
        Assert.Equal(["Email", "Name", "Name_2"], records[0].Schema.Columns);
        Assert.Equal([4, 6], records.Select(record => record.Line));
        Assert.Equal([1, 2], records.Select(record => record.Row));
        Assert.Equal("DuplicateHeader", Assert.Single(problems).Kind);

        // A list of one column has a header of one cell, not a title.
        Assert.Equal(["a", "b"], Read(Workbook(["Email"], ["a"], ["b"])).Records.Select(record => record["Email"]));
        Assert.Equal(["a@example.com", "Ada", "x"], Read(Workbook(rows), new ImportOptions { HeaderLine = 4 }).Records[0].Schema.Columns);
        Assert.Equal("Email", Read(Workbook(rows[2..]), new ImportOptions { Header = ["A", "B", "C"] }).Records[0]["A"]);
    }

    [Fact]
    public void ARowWiderThanTheHeaderIsReportedAndTreatedAsAsked()
    {
        var bytes = Workbook(["A", null], ["1", "x"], ["2", null]);
        var (records, problems) = Read(bytes);
        Assert.Equal(["1;x", "2"], records.Select(record => record["A"]));
        var problem = Assert.Single(problems);
        Assert.Equal(("RaggedRow", null, 1, 2, false), (problem.Kind, problem.Value, problem.Source.Row, problem.Source.Line, problem.IsSkipped));
        Assert.Equal(["2"], Read(bytes, new ImportOptions { RaggedRow = RaggedRow.Skip }).Records.Select(record => record["A"]));
        Assert.Equal("RaggedRow", Assert.Throws<ExportFormatException>(() => Read(bytes, new ImportOptions { RaggedRow = RaggedRow.Stop })).Kind);
    }

    [Fact]
    public void TheSheetIsChosenByName()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object> { ["One"] = new[] { new { A = "1" } }, ["Two"] = new[] { new { B = "2" } } });
        Assert.Equal("1", Read(stream.ToArray()).Records.Single()["A"]);
        Assert.Equal("2", Read(stream.ToArray(), new ImportOptions { Sheet = "two" }).Records.Single()["B"]);
        var error = Assert.Throws<ExportFormatException>(() => Read(stream.ToArray(), new ImportOptions { Sheet = "Three" }));
        Assert.Equal("SheetNotFound", error.Kind);
        Assert.Contains("One, Two", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyChosenColumnsAreReadInTheirOrder()
    {
        using var reader = new XlsxRecordReader(new MemoryStream(Workbook(["A", "B", "C"], ["1", "2", "3"])), "a.xlsx", new ImportOptions(), schema => [schema.IndexOf("C"), schema.IndexOf("A")]);
        Assert.True(reader.Read());
        Assert.Equal(["C", "A"], reader.Schema.Columns);
        Assert.Equal(["3", "1"], reader.ToRecord().Values);
        Assert.Equal("3"u8.ToArray(), reader.GetUtf8(0).ToArray());
        Assert.False(reader.Read());
    }

    [Fact]
    public void WhatIsNoWorkbookIsRefused()
    {
        Assert.Equal("BadWorkbook", Error(Encoding.ASCII.GetBytes("Email,Name\r\n")));
        Assert.Equal("BadWorkbook", Error([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3]));
        Assert.Equal("EmptyFile", Error([]));
        var whole = Workbook(["A"], ["1"]);
        Assert.Equal("BadWorkbook", Error(whole[..(whole.Length / 2)]));
        Assert.Equal("EmptyFile", Error(Workbook(new object?[][] { [null] })));

        static string Error(byte[] bytes) => Assert.Throws<ExportFormatException>(() => Read(bytes)).Kind;
    }

    [Fact]
    public void APackedWorkbookIsRead()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Workbook(["A"], ["1"]));
        Assert.Equal("1", Reading.Bytes(packed.ToArray(), name: "a.xlsx.gz").Rows.Single()[0]);
    }

    [Fact]
    public void AWorkbookThatSwellsBeyondMeasureIsRefused()
    {
        using var stream = new MemoryStream();
        stream.Write(Workbook(["A"], ["1"]));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/bomb.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 70; i++) part.Write(zeros);
        }

        Assert.True(stream.Length < 1 << 20);
        var error = Assert.Throws<ExportFormatException>(() => Read(stream.ToArray()));
        Assert.Equal("BadWorkbook", error.Kind);
        Assert.Contains("200 times", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Workbook(params object?[][] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => row.Select((cell, i) => (cell, i)).ToDictionary(pair => ((char)('A' + pair.i)).ToString(), pair => pair.cell)), printHeader: false);
        return stream.ToArray();
    }

    private static (IReadOnlyList<MopsRecord> Records, IReadOnlyList<RecordProblem> Problems) Read(byte[] bytes, ImportOptions? options = null)
    {
        var problems = new List<RecordProblem>();
        using var reader = new XlsxRecordReader(new MemoryStream(bytes), "a.xlsx", (options ?? new ImportOptions()) with { OnProblem = problems.Add });
        var records = new List<MopsRecord>();
        while (reader.Read()) records.Add(reader.ToRecord());
        return (records, problems);
    }
}
