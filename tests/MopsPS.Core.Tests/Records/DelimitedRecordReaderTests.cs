using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public class DelimitedRecordReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4\n")]
    [InlineData("a;b\r\n1;2\r\n3;4\r\n")]
    [InlineData("a\tb\n1\t2\n3\t4")]
    [InlineData("a|b\n1|2\n3|4")]
    [InlineData("sep=;\na;b\n1;2\n3;4")]
    public void FindsTheSeparator(string text)
    {
        var (schema, rows, problems) = Reading.Text(text);
        Assert.Equal(["a", "b"], schema.Columns);
        Assert.Equal([["1", "2"], ["3", "4"]], rows);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public void FindsTheEncoding(string name, bool mark)
    {
        var encoding = TextEncodings.Find(name);
        var body = encoding.GetBytes("Name,City\nJürgen,Köln\nZoë,Saint-Étienne\n");
        var bytes = mark ? (name == "utf-8" ? new byte[] { 0xEF, 0xBB, 0xBF } : encoding.GetPreamble()).Concat(body).ToArray() : body;
        var (schema, rows, problems) = Reading.Bytes(bytes);
        Assert.Equal(["Name", "City"], schema.Columns);
        Assert.Equal(["Jürgen", "Köln"], rows[0]);
        Assert.Equal(["Zoë", "Saint-Étienne"], rows[1]);
        Assert.Empty(problems);
    }

    [Fact]
    public void KeepsRaggedRowsAndLosesNothing()
    {
        var (_, rows, problems) = Reading.Text("a,b,c\n1,2\n1,2,3,4\n1,2,3,\n");
        Assert.Equal(["1", "2", null], rows[0]);
        Assert.Equal(["1", "2", "3,4"], rows[1]);
        Assert.Equal(["1", "2", "3"], rows[2]);
        Assert.Equal(["RaggedRow", "RaggedRow"], problems.Select(p => p.Kind));
        Assert.Equal([(1, 2), (2, 3)], problems.Select(p => (p.Source.Row, p.Source.Line)));
    }

    [Fact]
    public void ARaggedRowNamesTheLastColumnAlsoWhereItIsNotRead()
    {
        var problems = new List<RecordProblem>();
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes("a,b,c\n1,2,3,4\n")), "test.csv", new ImportOptions { OnProblem = problems.Add }, _ => [0]);
        Assert.True(reader.Read());
        Assert.Contains("joined to the last column 'c'", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SkippedRowsAreReported()
    {
        var (_, rows, problems) = Reading.Text("a,b\n1\n1,2\n", new ImportOptions { RaggedRow = RaggedRow.Skip });
        Assert.Equal([["1", "2"]], rows);
        Assert.True(Assert.Single(problems).IsSkipped);
    }

    [Fact]
    public void StopsAtARaggedRowWhereAsked()
    {
        var exception = Assert.Throws<ExportFormatException>(() => Reading.Text("a,b\n1,2\n1\n", new ImportOptions { RaggedRow = RaggedRow.Stop }));
        Assert.Equal(("RaggedRow", 2, 3), (exception.Kind, exception.Position.Row, exception.Position.Line));
    }

    [Fact]
    public void RenamesRepeatedAndBlankHeaders()
    {
        var (schema, rows, problems) = Reading.Text("Email,email,,Email_2\n1,2,3,4\n");
        Assert.Equal(["Email", "email_3", "Column3", "Email_2"], schema.Columns);
        Assert.Equal(["1", "2", "3", "4"], rows[0]);
        Assert.Equal(["DuplicateHeader", "BlankHeader"], problems.Select(p => p.Kind));
        Assert.Equal("DuplicateHeader", Assert.Throws<ExportFormatException>(() =>
            Reading.Text("Email,email\n1,2\n", new ImportOptions { DuplicateHeader = DuplicateHeader.Error })).Kind);
    }

    [Fact]
    public void AnUnclosedQuoteDamagesOneRow()
    {
        var (_, rows, problems) = Reading.Text("a,b\n1,2\n3,\"open\n5,6\n7,8\n");
        Assert.Equal(4, rows.Count);
        Assert.Equal(["5", "6"], rows[2]);
        Assert.Equal(["7", "8"], rows[3]);
        var problem = Assert.Single(problems);
        Assert.Equal(("UnclosedQuote", 2, 3), (problem.Kind, problem.Source.Row, problem.Source.Line));
    }

    [Fact]
    public void AnUnclosedQuoteInALargeFileDamagesOneRow()
    {
        var text = new StringBuilder("a,b\n1,\"open\n");
        for (var i = 0; i < 9_000_000; i++) text.Append("12,3456\n");
        var bytes = Encoding.UTF8.GetBytes(text.Append("last,\"x\ny\"\n").ToString());
        Assert.True(bytes.Length > 1 << 26);
        var problems = new List<RecordProblem>();
        using var reader = ExportReader.Open(new MemoryStream(bytes), "x.csv", new ImportOptions { OnProblem = problems.Add });
        var (rows, last, line) = (0, "", 0);
        while (reader.Read())
        {
            rows++;
            if (reader.GetUtf8(0).SequenceEqual("last"u8)) (last, line) = (reader.GetString(1), reader.Line);
        }

        Assert.Equal((9_000_002, "x\ny", 9_000_003), (rows, last, line));
        Assert.Equal([("UnclosedQuote", 1, 2)], problems.Select(problem => (problem.Kind, problem.Source.Row, problem.Source.Line)));
    }

    [Theory]
    [InlineData("Name;Amount\nAnn;1,5\nBob;2,75\nCy;1.000,5\n", ';', "1,5")]
    [InlineData("Name\tAmount\nAnn\t1,5\nBob\t2,75\n", '\t', "1,5")]
    [InlineData("Name;Amount;Date\nAnn, Dr.;1,5;31,12\nBob;2,75;1,1\n", ';', "1,5")]
    public void DecimalCommasAreNoSeparators(string text, char delimiter, string amount)
    {
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.csv", new ImportOptions());
        Assert.Equal(delimiter, reader.Format!.Delimiter);
        Assert.True(reader.Read());
        Assert.Equal(amount, reader.GetString(1));
    }

    [Fact]
    public void AHeaderMayHoldLineBreaks()
    {
        var (schema, rows, problems) = Reading.Text("\"Lead\nSource\",\"Created\r\nDate\",Id\nWeb,2026-01-02,7\n");
        Assert.Equal(["Lead\nSource", "Created\r\nDate", "Id"], schema.Columns);
        Assert.Equal(["Web", "2026-01-02", "7"], rows.Single());
        Assert.Empty(problems);
    }

    [Fact]
    public void SeparatorsAtTheEndOfLinesAddNothing()
    {
        // In the rows only: nothing is lost. In the header, too: a column without a name, which is said.
        var (schema, rows, problems) = Reading.Text("a;b\n1;2;\n3;4;;\n");
        Assert.Equal(["a", "b"], schema.Columns);
        Assert.Equal([["1", "2"], ["3", "4"]], rows);
        Assert.Empty(problems);
        (schema, _, problems) = Reading.Text("a;b;\n1;2;\n");
        Assert.Equal(["a", "b", "Column3"], schema.Columns);
        Assert.Equal("BlankHeader", Assert.Single(problems).Kind);
    }

    [Fact]
    public void ReportsQuotesInTheWrongPlaces()
    {
        var (_, rows, problems) = Reading.Text("a,b\n1,x \"y\" z\n\"1\"2,3\n");
        Assert.Equal(["1", "x \"y\" z"], rows[0]);
        Assert.Equal(2, problems.Count);
        Assert.All(problems, p => Assert.Equal("MalformedQuote", p.Kind));
    }

    [Fact]
    public void ReportsNulBytes() => Assert.Equal("NulByte", Assert.Single(Reading.Text("a,b\n1,x\0y\n").Problems).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n \n")]
    [InlineData("\uFEFF")]
    public void AnEmptyFileIsAnError(string text) => Assert.Equal("EmptyFile", Assert.Throws<ExportFormatException>(() => Reading.Text(text)).Kind);

    [Fact]
    public void AHeaderAloneHasNoRows()
    {
        var (schema, rows, problems) = Reading.Text("a,b");
        Assert.Equal(2, schema.Count);
        Assert.Empty(rows);
        Assert.Empty(problems);
    }

    [Fact]
    public void PassesOverTheFooterOfASalesforceReport()
    {
        var (_, rows, problems) = Reading.Text(
            "\"Lead ID\",\"Name\"\n\"00Q1\",\"Grace Lee\"\n\"00Q2\",\"Grand Hotel\"\n\n\nGrand Totals,2 records\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n" +
            "\"Confidential Information - Do Not Distribute\"\n\"Generated By:  A Person  24/11/2026 09:00\"\n");
        Assert.Equal(["00Q1", "00Q2"], rows.Select(r => r[0]));
        Assert.Empty(problems);
    }

    [Fact]
    public void TakesTheAttendeesOfAZoomReport()
    {
        const string Report = "Attendee Report\nReport generated time,05/20/2026\nTopic,Webinar ID,Actual Start Time\nDemo,123,05/12/2026\n\nHost Details\nAttended,User Name,Email\nYes,Host,host@example.com\n" +
            "Attendee Details\nAttended,User Name (Original Name),Email,Minutes\nYes,Ann,ann@example.com,30\nNo,Bob,bob@example.com,--\nOther Attended\nUser Name,Minutes\n15551234,10\n";
        var (schema, rows, problems) = Reading.Text(Report);
        Assert.Equal(["Attended", "User Name (Original Name)", "Email", "Minutes"], schema.Columns);
        Assert.Equal(["Ann", "Bob"], rows.Select(r => r[1]));
        Assert.Empty(problems);
        Assert.Equal("Host", Assert.Single(Reading.Text(Report, new ImportOptions { Section = "Host Details" }).Rows)[1]);
        var missing = Assert.Throws<ExportFormatException>(() => Reading.Text(Report, new ImportOptions { Section = "Nobody" }));
        Assert.Equal("SectionNotFound", missing.Kind);
        Assert.Contains("Panelist", new ExportFormat { Section = "Panelist" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadsGzipAndRefusesABomb()
    {
        Assert.Equal("2", Reading.Bytes(Gzip(Encoding.UTF8.GetBytes("a,b\n1,2\n")), name: "x.csv.gz").Rows[0][1]);
        var bomb = Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("0,0\n", 40_000_000))));
        Assert.Equal("BadGzip", Assert.Throws<ExportFormatException>(() => Count(bomb)).Kind);
    }

    [Fact]
    public void AGzipFileThatWasCutOffIsNotTakenForAWholeOne()
    {
        var text = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 60_000).Select(i => $"{i * 7919},{i * 104_729 % 1_000_003}\n")));
        var whole = Gzip(text);
        Assert.Equal(60_000, Count(whole));
        foreach (var length in new[] { whole.Length - 1, whole.Length - 9, whole.Length / 2, 30 })
            Assert.Equal("BadGzip", Assert.Throws<ExportFormatException>(() => Count(whole[..length])).Kind);

        // Several gzip files in one, as log rotation makes them, are one file.
        Assert.Equal(120_001, Count([.. whole, .. Gzip(text)]));
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body>Please log in</body></html>\n", "web page")]
    [InlineData(" \r\n<HTML><table><tr><td>Email</td></tr></table>", "web page")]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", "XML")]
    [InlineData("%PDF-1.7\nabc", "PDF")]
    public void WhatIsNoExportIsNamed(string text, string what)
    {
        var error = Assert.Throws<ExportFormatException>(() => Reading.Text(text));
        Assert.Equal("UnknownFormat", error.Kind);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APictureIsNoExport()
    {
        var bytes = new byte[4000];
        new Random(1).NextBytes(bytes);
        Assert.Equal("UnknownFormat", Assert.Throws<ExportFormatException>(() => Reading.Bytes(bytes)).Kind);
    }

    [Fact]
    public void OneDamagedByteDoesNotChangeTheEncodingOfTheFile()
    {
        byte[] bytes = [.. "Name,City\nJürgen,Köln\nZoë,"u8, 0xE9, .. "vry\nAnn,Ghent\n"u8];
        var (_, rows, problems) = Reading.Bytes(bytes);
        Assert.Equal(["Jürgen", "Köln"], rows[0]);
        Assert.Equal("\uFFFDvry", rows[1][1]);
        Assert.Equal(("BadEncoding", 2), (Assert.Single(problems).Kind, problems[0].Source.Row));
    }

    [Fact]
    public void ReadsOnlyTheColumnsAsked()
    {
        using var reader = ExportReader.Open(new MemoryStream("a,b,c\n1,2,3\n"u8.ToArray()), "x.csv", new ImportOptions(), schema => [schema.IndexOf("C"), 0]);
        Assert.Equal(["c", "a"], reader.Schema.Columns);
        Assert.True(reader.Read());
        Assert.Equal(["3", "1"], reader.ToRecord().Values);
    }

    [Fact]
    public void LongCellsAndHeaderlessFilesAreRead()
    {
        var cell = new string('x', 1 << 20);
        var (schema, rows, _) = Reading.Text($"1,{cell}\n2,y\n", new ImportOptions { Header = ["id", "text"] });
        Assert.Equal(["id", "text"], schema.Columns);
        Assert.Equal(cell, rows[0][1]);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void TakesBackFormulaEscapes()
    {
        const string Text = "a,b\n'=1+1,'tis\n";
        Assert.Equal(["=1+1", "'tis"], Reading.Text(Text).Rows[0]);
        Assert.Equal(["'=1+1", "'tis"], Reading.Text(Text, new ImportOptions { UnescapeFormula = false }).Rows[0]);
    }

    [Fact]
    public void AGzipFileOfSeveralPartsThatWasCutOffIsNotTakenForAWholeOne()
    {
        var text = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{i},{i * 7919 % 1009}\n")));
        var (first, second) = (Gzip(text), Gzip(text));
        byte[] whole = [.. first, .. second, .. Gzip("1,2\n"u8.ToArray())];
        Assert.Equal(60_002, Count(whole));
        for (var length = first.Length + 3; length < first.Length + second.Length; length += second.Length / 5)
            Assert.Equal("BadGzip", Assert.Throws<ExportFormatException>(() => Count(whole[..length])).Kind);
        Assert.Equal("BadGzip", Assert.Throws<ExportFormatException>(() => Count(whole[..^6])).Kind);
        // What looks like the start of a part and is none does no harm: here it is data that was not compressed.
        byte[] lookalike = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3];
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write([.. "a,b\n1,"u8, .. lookalike, .. "\n"u8], 0, 17);
        Assert.Equal(1, Count(memory.ToArray()));
    }

    [Theory]
    [InlineData("1,\"Acme, Berlin\n2,\"Bolt, Inc.\",x\n3,Cargo,y\n", "1", "2", "3")]
    [InlineData("1,Acme,\"x\n2,Bolt,\"y\"\n3,Cargo,z\n", "1", "2", "3")]
    [InlineData("1,Acme,\"x\n2,Bolt,y\n3,\"Cargo\",z\n4,\"two\nlines\",z\n", "1", "2", "3", "4")]
    [InlineData("1,\"one\ntwo \"three\" four\",x\n2,Bolt,y\n", "1", "2")]
    public void AQuoteThatIsNeverClosedDamagesItsOwnRowAlsoWhereQuotesFollow(string text, params string[] ids)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "Id,Name,Note\n" + text);
        try
        {
            foreach (var (_, rows, problems) in new[] { Reading.File(path), Reading.File(path, new ImportOptions { CountsLines = true }), Reading.Text("Id,Name,Note\n" + text) })
            {
                Assert.Equal(ids, rows.Select(row => row[0]));
                var problem = Assert.Single(problems, found => found.Kind is "UnclosedQuote" or "MalformedQuote");
                Assert.Equal(1, problem.Source.Row);
                Assert.Equal(2, problem.Source.Line);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(bytes, 0, bytes.Length);
        return memory.ToArray();
    }

    private static int Count(byte[] bytes)
    {
        using var reader = ExportReader.Open(new MemoryStream(bytes), "x.csv.gz", new ImportOptions());
        var rows = 0;
        while (reader.Read()) rows++;
        return rows;
    }
}
