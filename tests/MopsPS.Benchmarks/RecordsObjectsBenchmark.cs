using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using CsvHelper;

namespace MopsPS.Benchmarks;

/// <summary>Import-MopsExport into a variable against rows as PSCustomObjects, as Import-Csv makes them, both in the real engine.</summary>
internal sealed class RecordsObjectsBenchmark : IBenchmark
{
    private const int MostRows = 300_000;

    public string Name => "records-objects";

    public string Summary => "Import-MopsExport against PSCustomObject rows: time and bytes held (goal: 3 x the speed, 4 x less memory)";

    public void Run(BenchmarkOptions options)
    {
        var path = LeadExport.Create(Math.Min(options.Rows, MostRows));
        using var runspace = ModuleRunspace.Open();
        runspace.SessionStateProxy.SetVariable("path", path);
        var (mopsTime, mopsBytes) = Hold(runspace, () => ModuleRunspace.Invoke(runspace, "$held = @(Import-MopsExport -LiteralPath $path); $held.Count"));
        var (objectTime, objectBytes) = Hold(runspace, () => runspace.SessionStateProxy.SetVariable("held", CustomObjects(path)));
        var rows = Math.Min(options.Rows, MostRows);
        Console.WriteLine($"{rows:N0} rows, {(double)new FileInfo(path).Length / rows:0} bytes a row in the file");
        Console.WriteLine($"Import-MopsExport  {mopsTime,8:0} ms {mopsBytes / 1e6,8:0} MB held {mopsBytes / rows,8:0} bytes a row");
        Console.WriteLine($"PSCustomObject     {objectTime,8:0} ms {objectBytes / 1e6,8:0} MB held {objectBytes / rows,8:0} bytes a row");
        Console.WriteLine($"speed {objectTime / mopsTime:0.0} x, memory {objectBytes / mopsBytes:0.0} x less");
    }

    private static (double Time, double Bytes) Hold(Runspace runspace, Action job)
    {
        runspace.SessionStateProxy.SetVariable("held", null);
        var before = GC.GetTotalMemory(true);
        var clock = Stopwatch.StartNew();
        job();
        var time = clock.Elapsed.TotalMilliseconds;
        return (time, GC.GetTotalMemory(true) - before);
    }

    private static List<PSObject> CustomObjects(string path)
    {
        var rows = new List<PSObject>();
        using var reader = CsvReader.FromFile(path, new CsvReaderOptions());
        var headers = reader.Headers;
        while (reader.Read())
        {
            var row = new PSObject(reader.FieldCount);
            for (var i = 0; i < reader.FieldCount; i++) row.Properties.Add(new PSNoteProperty(headers[i], reader.GetString(i)), preValidated: true);
            rows.Add(row);
        }

        return rows;
    }
}
