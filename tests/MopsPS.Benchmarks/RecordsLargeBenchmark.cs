using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using MopsPS.Core.Records;

namespace MopsPS.Benchmarks;

/// <summary>An export of more than 2^31 bytes, by path and through Import-MopsExport: every row is there, the last one has its line, and memory stays bounded.</summary>
internal sealed class RecordsLargeBenchmark : IBenchmark
{
    private const int Rows = 6_000_000;

    public string Name => "records-large";

    public string Summary => "an export of 2.4 GB (made for it and deleted again): rows, the last line, and the memory taken; needs 2.5 GB of disk";

    public void Run(BenchmarkOptions options)
    {
        var path = LeadExport.Create(Rows);
        try
        {
            var length = new FileInfo(path).Length;
            Console.WriteLine($"{Rows:N0} rows, {length:N0} bytes, {(double)length / (1L << 31):0.00} x 2^31");
            if (length <= 1L << 31) throw new InvalidOperationException("The file is too small for what it is to show.");
            Print("by path", length, () => ByPath(path));
            Print("by path, every line", length, () => EveryLine(path));
            Print("Import-MopsExport | count", length, () => Imported(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Print(string name, long bytes, Func<(long Rows, long LastLine)> job)
    {
        var clock = Stopwatch.StartNew();
        var (rows, line) = job();
        var seconds = clock.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture, "{0,-28} {1:N0} rows, last on line {2:N0}, {3:0.0} s, {4:0} MB a second, peak working set {5:0} MB",
            name, rows, line, seconds, bytes / 1e6 / seconds, process.PeakWorkingSet64 / 1e6));
        if (rows != Rows) throw new InvalidOperationException($"{name}: {rows} rows in place of {Rows}.");
    }

    private static (long Rows, long LastLine) ByPath(string path)
    {
        using var reader = ExportReader.Open(path, new ImportOptions(), schema => [schema.IndexOf("Email")]);
        long bytes = 0;
        var line = 0;
        while (reader.Read())
        {
            bytes += reader.GetUtf8(0).Length;
            if (reader.Row == Rows) line = reader.Line;
        }

        return (bytes == 0 ? 0 : reader.Row, line);
    }

    private static (long Rows, long LastLine) EveryLine(string path)
    {
        using var reader = ExportReader.Open(path, new ImportOptions { CountsLines = true }, schema => [schema.IndexOf("Email")]);
        var line = 0;
        while (reader.Read()) line = reader.Line;
        return (reader.Row, line);
    }

    private static (long Rows, long LastLine) Imported(string path)
    {
        using var runspace = ModuleRunspace.Open();
        runspace.SessionStateProxy.SetVariable("path", path);
        using var shell = PowerShell.Create(runspace);
        var output = shell.AddScript("$rows = 0; Import-MopsExport -LiteralPath $path | ForEach-Object { $rows++; $last = $_ }; $rows; $last.psbase.Line").Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error[0].ToString());
        return (Convert.ToInt64(output[0].BaseObject, CultureInfo.InvariantCulture), Convert.ToInt64(output[1].BaseObject, CultureInfo.InvariantCulture));
    }
}
