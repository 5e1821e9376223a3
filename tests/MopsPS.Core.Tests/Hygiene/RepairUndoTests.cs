using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;
using Xunit;

namespace MopsPS.Core.Tests.Hygiene;

/// <summary>A repair and the way back: nothing is lost, and nothing that somebody changed since is touched.</summary>
public sealed class RepairUndoTests : IDisposable
{
    private const string WithIds = "Id,Last Name,Note,Country,Phone\r\n1,MÜLLER,\"a, b\",Deutschland,030 5550100\r\n2,Abel,,US,617-555-0123\r\n3,O'BRIEN,plain,U.K.,\r\n";
    private const string WithoutIds = "Last Name,Country\r\nMÜLLER,Deutschland\r\nAbel,Germany\r\nADLER,Deutschland\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("mops-undo-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(WithIds, "csv")]
    [InlineData(WithIds, "jsonl")]
    [InlineData(WithIds, "xlsx")]
    [InlineData(WithoutIds, "csv")]
    public void ARepairAndItsUndoGiveTheFirstFileByteForByte(string csv, string rollback)
    {
        var clean = Repair(csv, rollback);
        Assert.NotEqual(csv, File.ReadAllText(clean));
        var result = Undo(clean, rollback, out _);
        Assert.Equal(Encoding.UTF8.GetBytes(csv), File.ReadAllBytes(At("restored.csv")));
        Assert.True(result.IsCompliant);
        Assert.Equal((result.Values, 0L, 0L, 0L), (result.Restored, result.AlreadyUndone, result.Changed, result.Missing));

        // The same call once more does no harm.
        var again = Undo(At("restored.csv"), rollback, out _, "again.csv");
        Assert.Equal((0L, result.Values), (again.Restored, again.AlreadyUndone));
        Assert.Equal(File.ReadAllBytes(At("restored.csv")), File.ReadAllBytes(At("again.csv")));
    }

    [Fact]
    public void TheExampleComesBackByteForByte()
    {
        var csv = string.Join("\r\n", File.ReadAllLines(Path.Combine(Root(), "examples", "messy-contacts.csv"))) + "\r\n";
        var clean = Repair(csv, "csv", "en-US", allowFormula: true);
        Undo(clean, "csv", out _, allowFormula: true);
        Assert.Equal(csv, File.ReadAllText(At("restored.csv")));
    }

    [Fact]
    public void WhatReadsLikeAFormulaIsExactInTheRollbackFile()
    {
        const string csv = "Id,Company,Website\r\n1,=CMD() LTD,WWW.EXAMPLE.COM\r\n2,@HOME LTD,example.com\r\n";
        foreach (var allow in new[] { true, false })
        {
            var clean = Repair(csv, "csv", allowFormula: allow);
            Assert.Contains("'@HOME LTD", File.ReadAllText(At("rollback.csv")), StringComparison.Ordinal);
            var result = Undo(clean, "csv", out _, allowFormula: allow);
            Assert.True(result.Restored >= 3);
            Assert.Equal(0L, result.Changed + result.Missing);
            Assert.Equal(allow ? csv : csv.Replace("=CMD", "'=CMD", StringComparison.Ordinal).Replace("@HOME", "'@HOME", StringComparison.Ordinal), File.ReadAllText(At("restored.csv")));
        }
    }

    [Fact]
    public void WhatWasChangedSinceStaysAndIsTold()
    {
        var clean = Repair(WithIds, "csv");
        File.WriteAllText(clean, File.ReadAllText(clean).Replace("United Kingdom", "Ireland", StringComparison.Ordinal));
        var result = Undo(clean, "csv", out var told);
        var refused = Assert.Single(told, one => one.IsCompliant == false);
        Assert.Equal((RepairUndoState.ValueChanged, "Country", "Ireland", "3"), (refused.State, refused.Column, refused.Current, refused.RecordId));
        Assert.Equal("HYG018", Assert.Single(refused.Findings).RuleId);
        Assert.Equal((1L, result.Values - 1), (result.Changed, result.Restored));
        var restored = File.ReadAllText(At("restored.csv"));
        Assert.Contains("Ireland", restored, StringComparison.Ordinal);
        Assert.Contains("O'BRIEN", restored, StringComparison.Ordinal);
        Assert.DoesNotContain(told, one => one.ToString().Contains("BRIEN", StringComparison.OrdinalIgnoreCase) || one.Findings.Any(finding => finding.ToString().Contains("5550", StringComparison.Ordinal)));
    }

    [Fact]
    public void ALaterExportIsUndoneByIdWhateverItsOrderAndColumns()
    {
        Repair(WithIds, "csv");
        File.WriteAllText(At("crm.csv"), "Owner,Country,Last Name,Id,Phone\r\nx,United Kingdom,O'Brien,3,\r\ny,Germany,Müller,1,+49305550100\r\nz,France,Neu,9,\r\n");
        var result = Undo(At("crm.csv"), "csv", out var told);
        Assert.Equal("Owner,Country,Last Name,Id,Phone\r\nx,U.K.,O'BRIEN,3,\r\ny,Deutschland,MÜLLER,1,030 5550100\r\nz,France,Neu,9,\r\n", File.ReadAllText(At("restored.csv")));
        var missing = told.Where(one => one.State == RepairUndoState.RecordMissing).ToList();
        Assert.NotEmpty(missing);
        Assert.All(missing, one => Assert.Equal(("2", "HYG019"), (one.RecordId, one.Findings.Single().RuleId)));
        Assert.Equal(missing.Count, result.Missing);
        Assert.Equal(result.Values, result.Restored + result.Missing);
    }

    [Fact]
    public void WithoutIdsARowThatIsNotTheWrittenOneIsNeverTouched()
    {
        var clean = Repair(WithoutIds, "csv");
        var lines = File.ReadAllLines(clean);
        // Sorted: another record stands in the place of a repaired one, with the same repaired country.
        File.WriteAllText(clean, string.Join("\r\n", lines[0], lines[2], lines[1], lines[3]) + "\r\n");
        var result = Undo(clean, "csv", out var told);
        Assert.Equal("Last Name,Country\r\nAbel,Germany\r\nMüller,Germany\r\nADLER,Deutschland\r\n", File.ReadAllText(At("restored.csv")));
        Assert.All(told.Where(one => one.Record == 1), one => Assert.Equal(RepairUndoState.RecordChanged, one.State));
        Assert.Equal((2L, 2L), (result.Changed, result.Restored));
    }

    [Fact]
    public void WhatIsNoRollbackFileIsRefused()
    {
        static RepairRollback Read(string csv)
        {
            using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "r.csv", new ImportOptions());
            return RepairRollback.Read(reader);
        }

        Assert.Contains("no column Source, Record", Assert.Throws<InvalidDataException>(() => Read("A,B\n1,2\n")).Message, StringComparison.Ordinal);
        var header = string.Join(",", RepairRollback.Columns);
        Assert.Contains("Row 1", Assert.Throws<InvalidDataException>(() => Read(header + "\nx,first,1,1,Country,a,b,c\n")).Message, StringComparison.Ordinal);
        var undoer = new RepairUndoer(Read(header + "\nx,1,1,1,Country,a,b,c\n"), new MopsPolicy(), Repairing.Today);
        Assert.Throws<FieldNotFoundException>(() => undoer.Open(FieldMapper.Map(new RecordSchema(["Id", "Name"]))));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Repair(string csv, string rollback, string? culture = null, bool allowFormula = false)
    {
        using var files = new RepairFiles(null, At("rollback." + rollback), At("clean.csv"), new RecordWriteOptions { AllowFormula = allowFormula });
        Repairing.Run(csv, new HygienePolicy(), culture, (repairer, row) => files.Add(repairer, row), new RepairOptions { ReadsAll = true });
        files.Commit(CancellationToken.None);
        return At("clean.csv");
    }

    private RepairUndoResult Undo(string records, string rollback, out List<RepairUndo> told, string output = "restored.csv", bool allowFormula = false)
    {
        RepairRollback read;
        using (var reader = ExportReader.Open(At("rollback." + rollback), new ImportOptions())) read = RepairRollback.Read(reader);
        var undoer = new RepairUndoer(read, new MopsPolicy(), Repairing.Today);
        told = [];
        using var file = new UndoneFile(At(output), new RecordWriteOptions { AllowFormula = allowFormula });
        using (var reader = ExportReader.Open(records, new ImportOptions(), schema => undoer.Open(FieldMapper.Map(schema))))
        {
            while (reader.Read())
            {
                undoer.Read(reader);
                told.AddRange(undoer.Row);
                file.Add(undoer, reader);
            }
        }

        told.AddRange(undoer.Missing());
        file.Commit(CancellationToken.None);
        return undoer.Finish();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "MopsPS.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
