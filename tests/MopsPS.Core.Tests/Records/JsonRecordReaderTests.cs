using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Reading;
using Xunit;

namespace MopsPS.Core.Tests.Records;

public sealed class JsonRecordReaderTests
{
    [Theory]
    [InlineData("a.json", "[{\"Id\":\"001\",\"N\":1.50},\n {\"Id\":\"002\"}]")]
    [InlineData("a.jsonl", "{\"Id\":\"001\",\"N\":1.50}\n\n{\"Id\":\"002\"}\n")]
    [InlineData("a.json", "{\"Id\":\"001\",\"N\":1.50}\n{\"Id\":\"002\"}")]
    [InlineData("a.json", "{\"totalSize\":2,\"records\":[{\"Id\":\"001\",\"N\":1.50},{\"Id\":\"002\"}],\"done\":true}")]
    [InlineData("a.json", "{\"status\":0,\"result\":{\"tags\":[1],\"records\":[{\"Id\":\"001\",\"N\":1.50},{\"Id\":\"002\"}]}}\n")]
    [InlineData("a.json", "{\n\"Id\":\"001\",\"N\":1.50\n}\n{\n\"Id\":\"002\"}")]
    [InlineData("a.json", "\uFEFF [ {\"Id\":\"001\",\"N\":1.50} , {\"Id\":\"002\"} ] ")]
    public void EveryShapeGivesTheSameRecords(string name, string text)
    {
        var (records, problems) = Read(text, name);
        Assert.Empty(problems);
        Assert.Equal(["Id", "N"], records[0].Schema.Columns);
        Assert.Equal<string?[]>([["001", "1.50"], ["002", null]], records.Select(record => record.Values.ToArray()));
        Assert.Equal([1, 2], records.Select(record => record.Row));
    }

    [Fact]
    public void NestedValuesBecomeColumnsAndNothingIsRetyped()
    {
        var record = Read("[{\"Owner\":{\"Name\":\"Ada\",\"Id\":7},\"Tags\":[\"a\", 1],\"Big\":12345678901234567890,\"E\":1e3,\"T\":true,\"Empty\":{},\"Nul\":null}]").Records.Single();
        Assert.Equal(["Owner.Name", "Owner.Id", "Tags", "Big", "E", "T", "Empty", "Nul"], record.Schema.Columns);
        Assert.Equal(["Ada", "7", "[\"a\", 1]", "12345678901234567890", "1e3", "true", "{}", null], record.Values);
    }

    [Fact]
    public void ALookupThatIsNullHasNoColumnOfItsOwn()
    {
        var (records, _) = Read("[{\"Id\":1,\"Account\":null},{\"Id\":2,\"Account\":{\"Name\":\"Acme\"}}]");
        Assert.Equal(["Id", "Account.Name"], records[1].Schema.Columns);
        Assert.Equal([null, "Acme"], records.Select(record => record["Account.Name"]));
    }

    [Fact]
    public void ALateFieldIsReportedAndKept()
    {
        var text = string.Concat(Enumerable.Range(1, 1000).Select(i => $"{{\"Id\":{i}}}\n")) + "{\"Id\":1001,\"New\":\"x\"}\n{\"Id\":1002}\n{\"id\":1003}\n";
        var (records, problems) = Read(text, "a.jsonl");
        Assert.Equal(1003, records.Count);
        Assert.Equal("x", records[1000]["New"]);
        Assert.Equal(["Id", "New"], records[1001].Schema.Columns);
        Assert.Equal("1003", records[1002]["id_2"]);
        Assert.Equal(["LateColumn", "LateColumn"], problems.Select(problem => problem.Kind));
        Assert.Equal((1001, 1001, "New"), (problems[0].Source.Row, problems[0].Source.Line, problems[0].Source.Column));

        var (chosen, reported) = Read(text, "a.jsonl", select: _ => [0]);
        Assert.Equal(["Id"], chosen[1000].Schema.Columns);
        Assert.Contains("not read", reported[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABadLineIsLeftOutAndReported()
    {
        var (records, problems) = Read("{\"A\":1}\n{\"A\":\n{\"A\":3}\n[1]\n", "a.ndjson");
        Assert.Equal(["1", "3"], records.Select(record => record["A"]));
        Assert.Equal([1, 3], records.Select(record => record.Line));
        Assert.Equal([(2, true), (4, true)], problems.Select(problem => (problem.Source.Line, problem.IsSkipped)));
        Assert.All(problems, problem => Assert.Equal("BadJson", problem.Kind));
    }

    [Theory]
    [InlineData("[{\"A\":1},\n{\"A\":2", 2, 1)]
    [InlineData("[{\"A\":1},\n{\"A\":x}]", 2, 1)]
    [InlineData("[{\"A\":1}\n", 2, 1)]
    [InlineData("{\"records\":[{\"A\":1}\n]", 2, 1)]
    [InlineData("[{\"A\":1}]\n{", 2, 1)]
    public void ADamagedTextGivesWhatIsGoodAndThenTheErrorAtItsPlace(string text, int line, int rows)
    {
        using var reader = Open(text, "a.json", new ImportOptions());
        var read = 0;
        var error = Assert.Throws<ExportFormatException>(() =>
        {
            while (reader.Read()) read++;
        });
        Assert.Equal(rows, read);
        Assert.Equal("BadJson", error.Kind);
        Assert.Equal(line, error.Position.Line);
        Assert.StartsWith($"a.json, row {error.Position.Row}, line {line}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "EmptyFile")]
    [InlineData("  \n", "EmptyFile")]
    [InlineData("Email,Name\n", "BadJson")]
    [InlineData("{\"records\":[{", "BadJson")]
    public void WhatHasNoRecordsAtAllIsRefused(string text, string kind) =>
        Assert.Equal(kind, Assert.Throws<ExportFormatException>(() => Open(text, "a.json", new ImportOptions())).Kind);

    [Fact]
    public void TheSectionNamesTheArray()
    {
        const string Text = "{\"a\":[{\"X\":1}],\"b\":[{\"Y\":2}]}";
        Assert.Equal("2", Read(Text, options: new ImportOptions { Section = "b" }).Records.Single()["Y"]);
        var (records, problems) = Read(Text);
        Assert.Equal("1", records.Single()["X"]);
        Assert.Contains("'b' was not read", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Equal("SectionNotFound", Assert.Throws<ExportFormatException>(() => Open(Text, "a.json", new ImportOptions { Section = "c" })).Kind);
        Assert.Empty(Read("{\"totalSize\":0,\"records\":[]}").Records);
    }

    [Fact]
    public void ValuesLargerThanTheBufferAndOtherEncodingsAreRead()
    {
        var large = new string('ä', 200_000);
        Assert.Equal(large, Read($"[{{\"A\":\"x\"}},{{\"A\":\"{large}\"}}]").Records[1]["A"]);
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("[{\"A\":\"ä\"}]")).ToArray();
        using var reader = new JsonRecordReader(new MemoryStream(bytes), "a.json", new ImportOptions());
        Assert.True(reader.Read());
        Assert.Equal("ä", reader.GetString(0));
        Assert.Equal("ä"u8.ToArray(), reader.GetUtf8(0).ToArray());
    }

    [Fact]
    public void WhatASerializerWritesComesBack()
    {
        var row = Gen.Dictionary(Gen.String[Gen.Char['a', 'h'], 1, 3], Gen.String)[1, 5];
        row.Array[1, 20].Sample(rows =>
        {
            var text = System.Text.Json.JsonSerializer.Serialize(rows);
            var (records, problems) = Read(text);
            Assert.Empty(problems);
            Assert.Equal(rows.Length, records.Count);
            for (var i = 0; i < rows.Length; i++)
            {
                // A lone surrogate cannot be written in UTF-8: the serializer puts the replacement character there.
                var expected = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>[]>(text)![i];
                Assert.All(expected, pair => Assert.Equal(pair.Value, records[i][pair.Key]));
                Assert.Equal(expected.Count, records[i].Values.Count(value => value is not null));
            }
        });
    }

    private static JsonRecordReader Open(string text, string name, ImportOptions options, Func<RecordSchema, IReadOnlyList<int>>? select = null) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, options, select);

    private static (IReadOnlyList<MopsRecord> Records, IReadOnlyList<RecordProblem> Problems) Read(
        string text, string name = "a.json", ImportOptions? options = null, Func<RecordSchema, IReadOnlyList<int>>? select = null)
    {
        var problems = new List<RecordProblem>();
        using var reader = Open(text, name, (options ?? new ImportOptions()) with { OnProblem = problems.Add }, select);
        var records = new List<MopsRecord>();
        while (reader.Read()) records.Add(reader.ToRecord());
        return (records, problems);
    }
}
