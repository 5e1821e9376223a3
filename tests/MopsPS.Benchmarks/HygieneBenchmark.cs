using System;
using System.Globalization;
using System.IO;
using System.Threading;
using CsvHelper;
using MopsPS.Core.Hygiene.Health;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Benchmarks;

/// <summary>A repair with its output file, read as the cmdlets read (a second thread reads ahead), and the health of all columns, against a bare CsvHelper loop that reads every field and writes it again.</summary>
internal sealed class HygieneBenchmark : IBenchmark
{
    public string Name => "hygiene";

    public string Summary => "Repair-MopsRecord with output and Measure-MopsRecord over all columns against a bare CsvHelper read-write loop";

    public void Run(BenchmarkOptions options)
    {
        var path = LeadExport.Create(options.Rows);
        Console.WriteLine($"{options.Rows:N0} rows, {new FileInfo(path).Length / 1e6:0} MB; counted: rows");
        Measured.Compare(
            options.Rounds, "CsvHelper read-write", ("CsvHelper read-write", () => ReadWrite(path)), ("Repair, all fields", () => Repair(path, [])),
            ("Repair, without phone", () => Repair(path, ["Country", "State", "PostalCode", "Email", "FirstName", "LastName", "Company", "Street", "City", "CreatedDate", "LastModifiedDate"])), ("Measure", () => Measure(path)));
    }

    private static string Output => Path.Combine(Path.GetTempPath(), "mopsps-benchmarks", "hygiene-out.csv");

    private static long ReadWrite(string path)
    {
        long rows = 0;
        using var reader = CsvHelper.CsvReader.FromFile(path, new CsvReaderOptions());
        using var writer = CsvWriter.ToFile(Output, new CsvWriterOptions());
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++) writer.WriteField(reader.GetSpan(i));
            writer.EndRecord();
            rows++;
        }

        return rows;
    }

    private static long Repair(string path, string[] fields)
    {
        var repairer = new RecordRepairer(new MopsPolicy(), new RepairOptions { ReadsAll = true, Fields = fields, Culture = CultureInfo.GetCultureInfo("en-US") }, DateTime.UtcNow);
        using var files = new RepairFiles(null, null, Output, new RecordWriteOptions());
        using var reader = ExportReader.Open(path, new ImportOptions { ReadsAhead = true }, schema => repairer.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        while (reader.Read())
        {
            repairer.Read(reader);
            files.Add(repairer, reader);
        }

        files.Commit(CancellationToken.None);
        return repairer.Finish().Rows;
    }

    private static long Measure(string path)
    {
        var meter = new RecordHealthMeter(new MopsPolicy(), new HealthOptions { AsOf = new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc) }, new DateParser(), new NumberParser());
        using var reader = ExportReader.Open(path, new ImportOptions { ReadsAhead = true }, schema => meter.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        while (reader.Read()) meter.Add(reader);
        return meter.Finish().Rows;
    }
}
