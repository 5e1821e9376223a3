using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Threading;
using CsCheck;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Writing;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public sealed class RecordFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 8],
        Gen.OneOfConst("", " a ", "\"", "a\"b", "\r\n", "\n", "=1+1", "'=1", "''-x", "+49 30 1", "-5", "@x", "\t", "😀", "#c", "\uFEFF", "'", "a,b"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("t.csv")]
    [InlineData("t.tsv")]
    [InlineData("t.csv.gz")]
    public void DelimitedTextRoundTrips(string name) =>
        Text.Array[1, 4].Array[1, 5].Sample(Rectangle(rows =>
        {
            Write(name, rows);
            Assert.Equal(rows, ReadDelimited(name).Select(row => row.Select(FormulaText.Unescape).ToArray()));
        }), iter: 300, threads: 1);

    [Fact]
    public void JsonLinesRoundTrip() =>
        Text.Array[1, 4].Array[1, 5].Sample(Rectangle(rows =>
        {
            Write("t.jsonl", rows);
            var read = File.ReadAllText(At("t.jsonl")).Split(["\r\n"], StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement.EnumerateObject().Select(p => p.Value.GetString()!).ToArray());
            Assert.Equal(rows, read);
        }), iter: 300, threads: 1);

    [Fact]
    public void TheEscapeIsReversibleAndLeavesNumbersAlone()
    {
        Text.Sample(text => FormulaText.Unescape(FormulaText.Escape(text)) == text);
        Assert.Equal(["'=1+1", "'@x", "'-x", "''=1", "-5", "+49 (30) 123-45", "a=b", "'\uFF1Dx"],
            new[] { "=1+1", "@x", "-x", "'=1", "-5", "+49 (30) 123-45", "a=b", "\uFF1Dx" }.Select(FormulaText.Escape));
    }

    [Fact]
    public void AWorkbookHoldsTextsNotFormulas()
    {
        Write("t.xlsx", [["=1+1", "007"], ["a", "<&\u00e4"]]);
        var rows = MiniExcelLibs.MiniExcel.Query(At("t.xlsx")).Cast<IDictionary<string, object>>().Select(row => row.Values.ToArray()).ToArray();
        Assert.Equal(new object[] { "=1+1", "007" }, rows[1]);
        Assert.Equal(new object[] { "a", "<&\u00e4" }, rows[2]);
        using var zip = ZipFile.OpenRead(At("t.xlsx"));
        using var sheet = new StreamReader(zip.Entries.Single(entry => entry.Name == "sheet1.xml").Open());
        Assert.DoesNotContain("<x:f>", sheet.ReadToEnd());
    }

    [Fact]
    public void RecordsOfSeveralShapesLoseNothing()
    {
        using (var file = new RecordFile(At("u.csv")))
        {
            file.Add(["a", "b"], ["1", "2"]);
            file.Add(["B", "c"], ["3", null]);
            file.Commit();
        }

        Assert.Equal("a,b,c\r\n1,2,\r\n,3,\r\n", File.ReadAllText(At("u.csv")));
    }

    [Fact]
    public void WithoutACommitTheTargetIsAsItWas()
    {
        File.WriteAllText(At("t.csv"), "old");
        using (var file = new RecordFile(At("t.csv"))) file.Add(["a"], ["1"]);
        using (var file = new RecordFile(At("t.csv")))
        {
            file.Add(["a"], ["1"]);
            Assert.Throws<OperationCanceledException>(() => file.Commit(new CancellationToken(canceled: true)));
        }

        Assert.Equal("old", File.ReadAllText(At("t.csv")));
        Assert.Equal([At("t.csv")], Directory.GetFiles(_folder));
    }

    [Fact]
    public void WhatDoesNotFitIntoAWorkbookIsSaidAndNothingIsWritten()
    {
        Assert.Contains("32767 characters", Refused(file => file.Add(["a"], [new string('x', 32_768)])), StringComparison.Ordinal);
        Assert.Contains("16384 columns", Refused(file =>
        {
            string[] columns = [.. Enumerable.Range(0, 16_385).Select(i => $"c{i}")];
            file.Add(columns, columns);
            file.Commit();
        }), StringComparison.Ordinal);
        Assert.Contains("1048575 rows", Refused(file =>
        {
            string[] columns = ["a"];
            for (var i = 0; i < 1_048_576; i++) file.Add(columns, columns);
        }), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));

        // The longest cell that fits is written, and other formats have no such limits.
        using (var file = new RecordFile(At("t.xlsx")))
        {
            file.Add(["a"], [new string('x', 32_767)]);
            file.Commit();
        }

        using (var file = new RecordFile(At("t.csv")))
        {
            file.Add(["a"], [new string('x', 32_768)]);
            file.Commit();
        }

        Assert.Equal([32_767, 32_768], new[] { "t.xlsx", "t.csv" }.Select(name => Reading.File(At(name)).Rows.Single()[0]!.Length));

        string Refused(Action<RecordFile> write)
        {
            using var file = new RecordFile(At("t.xlsx"));
            return Assert.Throws<WorkbookLimitException>(() => write(file)).Message;
        }
    }

    [Fact]
    public void AMissingFolderIsNamed() =>
        Assert.Contains("its folder does not exist", Assert.Throws<DirectoryNotFoundException>(() => new AtomicFile(At("no/t.csv"))).Message);

    private static Action<string[][]> Rectangle(Action<string[][]> test) => rows =>
        test([.. rows.Select(row => Enumerable.Range(0, rows[0].Length).Select(i => i < row.Length ? row[i] : "").ToArray())]);

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string[][] rows)
    {
        using var file = new RecordFile(At(name));
        string[] columns = [.. Enumerable.Range(0, rows[0].Length).Select(i => $"c{i}")];
        foreach (var row in rows) file.Add(columns, row);
        file.Commit();
    }

    private List<string[]> ReadDelimited(string name)
    {
        // The separator is given: what these tests are about is the writer. The escape is left in for them to look at.
        var options = new ImportOptions { Delimiter = name.EndsWith(".tsv", StringComparison.Ordinal) ? '\t' : ',', HeaderLine = 1, UnescapeFormula = false };
        using var reader = ExportReader.Open(At(name), options);
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. reader.ToRecord().Values.Select(value => value ?? string.Empty)]);
        return rows;
    }
}
