using System;
using System.IO;
using System.Linq;
using CsvHelper;
using MopsPS.Core.Records;

namespace MopsPS.Benchmarks;

/// <summary>The path way over three columns against a bare CsvHelper loop; Sylvan and a plain read of the file beside it.</summary>
internal sealed class RecordsPathBenchmark : IBenchmark
{
    private static readonly string[] Columns = ["Country", "Lead Source", "Landing Page URL"];

    public string Name => "records-path";

    public string Summary => "RecordReader over three columns against CsvHelper 34, Sylvan and a plain read (goal: at most 1.3 x CsvHelper)";

    public void Run(BenchmarkOptions options)
    {
        var path = LeadExport.Create(options.Rows);
        Console.WriteLine($"{options.Rows:N0} rows, {new FileInfo(path).Length / 1e6:0} MB, sum of the lengths of {string.Join(", ", Columns)}");
        Measured.Compare(
            options.Rounds, "CsvHelper", ("CsvHelper", () => WithCsvHelper(path)), ("MopsPS RecordReader", () => WithMops(path)), ("Sylvan.Data.Csv", () => WithSylvan(path)),
            ("plain read", () => PlainRead(path)));
    }

    private static long WithMops(string path)
    {
        long sum = 0;
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => [.. Columns.Select(schema.IndexOf)]);
        while (reader.Read()) sum += reader.GetUtf8(0).Length + reader.GetUtf8(1).Length + reader.GetUtf8(2).Length;
        return sum;
    }

    private static long WithCsvHelper(string path)
    {
        long sum = 0;
        using var reader = CsvHelper.CsvReader.FromFile(path, new CsvReaderOptions());
        int a = reader.GetFieldIndex(Columns[0]), b = reader.GetFieldIndex(Columns[1]), c = reader.GetFieldIndex(Columns[2]);
        while (reader.Read()) sum += reader.GetSpan(a).Length + reader.GetSpan(b).Length + reader.GetSpan(c).Length;
        return sum;
    }

    private static long WithSylvan(string path)
    {
        long sum = 0;
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(path);
        int a = reader.GetOrdinal(Columns[0]), b = reader.GetOrdinal(Columns[1]), c = reader.GetOrdinal(Columns[2]);
        while (reader.Read()) sum += reader.GetFieldSpan(a).Length + reader.GetFieldSpan(b).Length + reader.GetFieldSpan(c).Length;
        return sum;
    }

    private static long PlainRead(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var buffer = new byte[1 << 20];
        while (stream.Read(buffer) > 0)
        {
        }

        return -1;
    }
}
