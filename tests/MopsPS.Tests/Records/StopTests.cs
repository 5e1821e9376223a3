using System;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace MopsPS.Tests.Records;

/// <summary>Ctrl-C in the middle of a large import or export: it ends within a second, and the disk is as it was.</summary>
public sealed class StopTests : IClassFixture<ModuleFixture>, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly ModuleFixture _module;
    private readonly string _folder = Directory.CreateTempSubdirectory("mops").FullName;

    public StopTests(ModuleFixture module)
    {
        _module = module;
        module.Runspace.SessionStateProxy.Path.SetLocation(_folder);
    }

    public void Dispose()
    {
        _module.Runspace.SessionStateProxy.Path.SetLocation(Path.GetTempPath());
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("big.csv")]
    [InlineData("big.jsonl")]
    [InlineData("big.csv.gz")]
    public void AnImportStops(string name)
    {
        Write(name, 2_000_000);
        var output = new PSDataCollection<PSObject>();
        Stop($"Import-MopsExport {name} | ForEach-Object {{ $_.City }}", output, () => output.Count > 0);
        Assert.InRange(output.Count, 1, 1_999_999);
    }

    [Fact]
    public void AWorkbookThatIsBeingOpenedStops()
    {
        Workbook("big.xlsx", 3_000_000);
        var temporary = TemporaryFiles();
        var output = new PSDataCollection<PSObject>();
        var clock = Stopwatch.StartNew();
        Stop("'started'; Import-MopsExport big.xlsx", output, () => output.Count > 0 && clock.ElapsedMilliseconds > 300);
        // All strings of the workbook are read before its first row: it was stopped before that.
        Assert.Single(output);
        Assert.Empty(TemporaryFiles().Except(temporary));
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.csv.gz")]
    [InlineData("out.xlsx")]
    [InlineData("out.jsonl")]
    public void AnExportThatGathersRecordsStops(string name) => StopExport(name, 2_000_000, () => Directory.GetFiles(_folder, "*.spool.tmp").Any(HasText));

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.csv.gz")]
    [InlineData("out.xlsx")]
    [InlineData("out.jsonl")]
    public void AnExportThatWritesItsFileStops(string name) => StopExport(name, 400_000, () => Directory.GetFiles(_folder, $".{name}.*.tmp").Any(HasText));

    private void StopExport(string name, int rows, Func<bool> isTime)
    {
        Write("big.csv", rows);
        var target = Path.Combine(_folder, name);
        File.WriteAllText(target, "old");
        var before = Directory.GetFiles(_folder);
        Stop($"Import-MopsExport big.csv | Export-MopsRecord {name}", new PSDataCollection<PSObject>(), isTime);
        Assert.Equal("old", File.ReadAllText(target));
        Assert.Equal(before.Order(), Directory.GetFiles(_folder).Order());
    }

    private void Stop(string script, PSDataCollection<PSObject> output, Func<bool> isTime) => Stopping.Stop(_module, script, output, _ => isTime(), Limit);

    private void Write(string name, int rows)
    {
        Stream stream = File.Create(Path.Combine(_folder, name));
        if (name.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionLevel.Fastest);
        using var writer = new StreamWriter(stream);
        var isJson = name.EndsWith(".jsonl", StringComparison.Ordinal);
        if (!isJson) writer.Write("Id,Name,City\n");
        for (var i = 0; i < rows; i++) writer.Write(isJson ? $"{{\"Id\":\"{i}\",\"Name\":\"Ada Abel\",\"City\":\"Berlin\"}}\n" : $"{i},Ada Abel,Berlin\n");
    }

    // Written by hand: the strings stand in a part of their own, as Excel has them.
    private void Workbook(string name, int strings)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var zip = ZipFile.Open(Path.Combine(_folder, name), ZipArchiveMode.Create);
        Part("xl/workbook.xml", writer => writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        Part("xl/_rels/workbook.xml.rels", writer => writer.Write(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
            $"<Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
        Part("xl/worksheets/sheet1.xml", writer => writer.Write(
            $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row></sheetData></worksheet>"));
        Part("xl/sharedStrings.xml", writer =>
        {
            writer.Write($"<sst xmlns=\"{Main}\">");
            for (var i = 0; i < strings; i++) writer.Write($"<si><t>person{i}@example.com</t></si>");
            writer.Write("</sst>");
        });

        void Part(string path, Action<StreamWriter> write)
        {
            using var writer = new StreamWriter(zip.CreateEntry(path, CompressionLevel.Fastest).Open());
            write(writer);
        }
    }

    private static string[] TemporaryFiles() => Directory.GetFiles(Path.GetTempPath(), "*miniexcel*");

    private static bool HasText(string path)
    {
        try
        {
            return new FileInfo(path).Length > 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
