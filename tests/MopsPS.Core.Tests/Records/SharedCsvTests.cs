using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using MopsPS.Core.Records;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>The public CSV conformance cases: each gives what its JSON says, or a located error.</summary>
public class SharedCsvTests
{
    // Cases without a header: their JSON lists every line. A file of blank lines alone has no header and is an error of ours.
    [SharedDataFact]
    public void SpectrumGivesWhatItsJsonSays()
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("csv", "csv-spectrum", "csvs")))
        {
            var (schema, rows, problems) = Reading.File(file);
            // That file writes arc seconds with a bare quote: the value is right and the place is reported all the same.
            Assert.Equal(Path.GetFileName(file) == "location_coordinates.csv" ? ["MalformedQuote"] : [], problems.Select(problem => problem.Kind));
            var expected = Json(Path.Combine(SharedData.Path("csv", "csv-spectrum", "json"), Path.GetFileNameWithoutExtension(file) + ".json"))
                .Rows().Select(row => row.EnumerateObject().Select(p => (p.Name, p.Value.ToString())).ToArray()).ToArray();
            var actual = rows.Select(row => row.Select((value, i) => (schema.Columns[i], value ?? string.Empty)).ToArray()).ToArray();
            Assert.True(expected.Length == actual.Length, file);
            // The copy of that file has lost its carriage returns, and its JSON has not.
            if (Path.GetFileName(file) == "newlines_crlf.csv")
                expected = [.. expected.Select(row => row.Select(field => (field.Item1, field.Item2.Replace("\r\n", "\n", StringComparison.Ordinal))).ToArray())];
            // A phone number was made unknowable in that file and in its JSON, each in its own way.
            for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i].Where(KnownField), actual[i].Where(KnownField));
        }
    }

    [SharedDataFact]
    public void TestDataGivesWhatItsJsonSaysOrALocatedError()
    {
        var seen = 0;
        foreach (var file in Directory.GetFiles(SharedData.Path("csv", "csv-test-data", "csv")))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var json = Path.Combine(SharedData.Path("csv", "csv-test-data", "json"), name + ".json");
            if (!File.Exists(json)) continue;
            seen++;
            if (name == "all-empty")
            {
                Assert.Equal("EmptyFile", Assert.Throws<ExportFormatException>(() => Reading.File(file)).Kind);
                continue;
            }

            var (schema, rows, problems) = Reading.File(file);
            Assert.Empty(problems);
            var expected = Json(json).EnumerateArray().ToArray();
            if (expected.Length > 0 && expected[0].ValueKind == JsonValueKind.Object)
            {
                Assert.Equal(
                    expected.Select(row => string.Join("|", row.EnumerateObject().Select(p => p.Name + "=" + p.Value))),
                    rows.Select(row => string.Join("|", row.Select((value, i) => schema.Columns[i] + "=" + value))));
                continue;
            }

            var lines = new List<string> { };
            if (expected.Length > 0) lines.Add(string.Join("|", schema.Columns));
            lines.AddRange(rows.Select(row => string.Join("|", row)));
            var texts = expected.Select(row => string.Join("|", row.EnumerateArray().Select(value => value.ToString()))).ToArray();
            Assert.True(texts.SequenceEqual(lines), $"{name}: {string.Join(" / ", texts)} but was {string.Join(" / ", lines)}");
        }

        Assert.True(seen >= 18);
    }

    [SharedDataTheory]
    [InlineData("bad-header-less-fields", "RaggedRow", 2)]
    [InlineData("bad-header-more-fields", "RaggedRow", 2)]
    [InlineData("bad-missing-quote", "UnclosedQuote", 2)]
    [InlineData("bad-unescaped-quote", "MalformedQuote", 2)]
    [InlineData("bad-quotes-with-unescaped-quote", "MalformedQuote", 2)]
    public void DamageIsLocated(string name, string kind, int line)
    {
        var problems = Reading.File(SharedData.Path("csv", "csv-test-data", "csv", name + ".csv")).Problems;
        Assert.Contains(problems, problem => problem.Kind == kind && problem.Source.Line == line);
    }

    [SharedDataFact]
    public void AnEmptyFileIsAnError() => Assert.Equal("EmptyFile", Assert.Throws<ExportFormatException>(() =>
        Reading.File(SharedData.Path("csv", "csv-test-data", "csv", "bad-header-no-header.csv"))).Kind);

    [SharedDataFact]
    public void EveryVendorExportIsRead()
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("exports"), "*.csv", SearchOption.AllDirectories))
        {
            var (schema, rows, problems) = Reading.File(file);
            Assert.True(schema.Count > 0, file);
            Assert.DoesNotContain(problems, problem => problem.IsSkipped);
            if (file.Contains("zoom", StringComparison.Ordinal))
            {
                Assert.Contains(schema.Columns, column => column.IndexOf("Email", StringComparison.OrdinalIgnoreCase) >= 0);
                Assert.Empty(problems);
                Assert.NotEmpty(rows);
                Assert.Contains(schema.Columns, column => column.StartsWith("Name", StringComparison.Ordinal) || column.StartsWith("User Name", StringComparison.Ordinal));
            }
        }
    }

    private static bool KnownField((string Name, string Value) field) => field.Name != "Contact Phone Number";

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;
}

file static class JsonRows
{
    // One of the cases has its only row without an array around it.
    public static IEnumerable<JsonElement> Rows(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];
}
