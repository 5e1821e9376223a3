using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Records;

/// <summary>Reading on a second thread gives what reading row by row gives: rows, lines, nulls, bad rows in their order, footers and failures.</summary>
public class ReadAheadTests
{
    private static readonly string[] Lines =
    [
        "1,Ada,ada@example.com", "2,\"Acme, Inc.\",x", "3,\"two\nlines\",y", "4,short", "5,a,b,c,d", "6,\"a \"quote\" inside\",z", "7,Zürich,ü", "8,nul\0,n",
        "9,,", "'=1,'+2,3", "10,\"never closed,x", "", "11,\"closed\" text,t",
    ];

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 2048)]
    [InlineData(3, 5000)]
    [InlineData(4, 9000)]
    public void RowsAndProblemsAreTheSame(int seed, int rows)
    {
        var random = new Random(seed);
        var text = new StringBuilder("Id,Name,Email\n");
        for (var i = 0; i < rows; i++) text.Append(random.Next(50) == 0 ? Lines[random.Next(Lines.Length)] : Lines[0]).Append('\n');
        text.Append("Grand Totals,1 records\nCopyright (c) 2026 x\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        // No text in any encoding but Windows-1252, in a file that is UTF-8 at its start.
        for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length / 2, bytes.Length)] = 0xFC;
        var path = Path.Combine(Path.GetTempPath(), $"mopsps-ahead-{Guid.NewGuid():N}.csv");
        File.WriteAllBytes(path, bytes);
        try
        {
            foreach (var ragged in new[] { RaggedRow.Keep, RaggedRow.Skip, RaggedRow.Stop })
            {
                var options = new ImportOptions { RaggedRow = ragged };
                Assert.Equal(Trace(path, options, null), Trace(path, options with { ReadsAhead = true }, null));
                Assert.Equal(Trace(path, options, [2, 0]), Trace(path, options with { ReadsAhead = true }, [2, 0]));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void RepeatedHeadersAreReportedWhenTheFileIsOpened()
    {
        var problems = new List<RecordProblem>();
        using var reader = ExportReader.Open(new MemoryStream("a,a\n1,2\n"u8.ToArray()), "x.csv", new ImportOptions { ReadsAhead = true, OnProblem = problems.Add });
        Assert.Single(problems);
        Assert.Equal(0, reader.Row);
        Assert.True(reader.Read());
        Assert.Equal("1", reader.GetString(0));
        Assert.False(reader.Read());
        Assert.False(reader.Read());
        Assert.Single(problems);
    }

    [Fact]
    public void WhoStopsInTheMiddleWaitsForNothing()
    {
        var bytes = Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 200_000)));
        using (var reader = ExportReader.Open(new MemoryStream(bytes), "x.csv", new ImportOptions { ReadsAhead = true }))
            for (var i = 0; i < 3000; i++) Assert.True(reader.Read());
        using var source = new CancellationTokenSource();
        using var cancelled = ExportReader.Open(new MemoryStream(bytes), "x.csv", new ImportOptions { ReadsAhead = true, Cancellation = source.Token });
        Assert.True(cancelled.Read());
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (cancelled.Read()) continue;
        });
    }

    // What a caller sees, in the order in which it comes.
    private static List<string> Trace(string path, ImportOptions options, int[]? columns)
    {
        var seen = new List<string>();
        try
        {
            using var reader = ExportReader.Open(path, options with { OnProblem = problem => seen.Add(problem.ToString()!) }, columns is null ? null : _ => columns);
            while (reader.Read())
            {
                var values = Enumerable.Range(0, reader.Schema.Count).Select(i => $"{reader.GetString(i) ?? "null"}/{Encoding.UTF8.GetString(reader.GetUtf8(i).ToArray())}");
                seen.Add($"{reader.Row} {reader.Line}: {string.Join("|", values)}");
                if (reader.Row % 7 == 0) seen.Add(string.Join("|", reader.ToRecord().Values.Select(value => value ?? "null")));
            }

            seen.Add($"{reader.FooterLines} lines of footer after row {reader.Row}");
        }
        catch (ExportFormatException exception)
        {
            seen.Add(exception.Message);
        }

        return seen;
    }
}
