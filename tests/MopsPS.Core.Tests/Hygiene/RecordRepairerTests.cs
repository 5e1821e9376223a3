using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MopsPS.Core.Hygiene.Repair;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Writing;
using Xunit;

namespace MopsPS.Core.Tests.Hygiene;

[Collection(nameof(Support.Alone))]
public class RecordRepairerTests
{
    private const string Messy = "Id,Last Name,Note,Country,Phone\n1,MÜLLER,\"=1+1, \"\"x\"\"\",Deutschland,030 5550100\n2,Abel,,Austrlia,\n3,n/a,plain,US,617-555-0123\n";

    [Fact]
    public void Every_change_says_what_and_how_sure_and_hides_what_is_personal()
    {
        var changes = new List<RepairChange>();
        var result = Repairing.Run(Messy, new HygienePolicy(), null, (repairer, row) => changes.AddRange(repairer.Changes(row)));
        Assert.Equal(["Last Name", "Country", "Phone", "Country", "Last Name", "Country", "Phone"], changes.Select(change => change.Column));
        var name = changes[0];
        Assert.Equal(("M***", "M***", true, true), (name.Before, name.After, name.IsPersonal, name.IsRepaired));
        Assert.DoesNotContain(changes, change => change.ToString().Contains("ller", StringComparison.OrdinalIgnoreCase) || change.Findings.Any(finding => finding.Message.Contains("5550", StringComparison.Ordinal)));
        Assert.Equal(("Deutschland", "Germany", 1.0, RepairRule.Country), (changes[1].Before, changes[1].After, changes[1].Confidence, changes[1].Rule));
        Assert.Equal("HYG002", Assert.Single(changes[3].Findings).RuleId);
        Assert.Equal("could be Australia or Austria", changes[3].Reason);
        Assert.Equal("HYG003", Assert.Single(changes[4].Findings).RuleId);
        Assert.Equal((3, 2, 5, 2), ((int)result.Rows, (int)result.RowsRepaired, (int)result.Repaired, (int)result.Declined));
        Assert.Equal(result.Repaired + result.Declined, result.Counts.Sum(count => count.Repaired + count.Declined));
        Assert.Equal(2, result.Findings.Count);
        Assert.Equal("ValuesInOrder", Assert.Single(result.Kpis).Id);
    }

    [Fact]
    public void A_threshold_decides_what_is_changed()
    {
        int Repaired(double confidence) => (int)Repairing.Run("Country\nGermnay\n", new HygienePolicy { Confidence = confidence }, null, (_, _) => { }).Repaired;
        Assert.Equal(1, Repaired(0.9));
        Assert.Equal(0, Repaired(0.99));
    }

    [Fact]
    public void Files_keep_all_columns_and_the_exact_values()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            string At(string name) => Path.Combine(folder, name);
            using (var files = new RepairFiles(At("changes.csv"), At("rollback.csv"), At("clean.csv"), new RecordWriteOptions()))
            {
                Repairing.Run(Messy, new HygienePolicy(), null, (repairer, row) => files.Add(repairer, row), new RepairOptions { ReadsAll = true });
                Assert.False(File.Exists(At("clean.csv")));
                files.Commit(CancellationToken.None);
            }

            Assert.Equal(
                "Id,Last Name,Note,Country,Phone\r\n1,Müller,\"'=1+1, \"\"x\"\"\",Germany,+49305550100\r\n2,Abel,,Austrlia,\r\n3,n/a,plain,United States,+16175550123\r\n", File.ReadAllText(At("clean.csv")));
            var rollback = File.ReadAllText(At("rollback.csv"));
            Assert.StartsWith("Source,Record,Row,Id,Column,Before,After,Check\r\nt.csv,1,1,1,Last Name,MÜLLER,Müller,", rollback, StringComparison.Ordinal);
            Assert.Equal(6, rollback.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            Assert.DoesNotContain("5550100", File.ReadAllText(At("changes.csv")), StringComparison.Ordinal);
            Assert.Equal(3, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void No_change_leaves_a_rollback_file_with_its_columns()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");
        try
        {
            using (var files = new RepairFiles(null, path, null, new RecordWriteOptions()))
            {
                Repairing.Run("Country\nGermany\n", new HygienePolicy(), null, (repairer, row) => files.Add(repairer, row));
                files.Commit(CancellationToken.None);
            }

            Assert.Equal("Source,Record,Row,Id,Column,Before,After,Check\r\n", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Other_columns_are_no_rows_of_the_same_file()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");
        using var files = new RepairFiles(null, null, path, new RecordWriteOptions());
        Repairing.Run("Country\nUSA\n", new HygienePolicy(), null, (repairer, row) => files.Add(repairer, row), new RepairOptions { ReadsAll = true });
        var error = Assert.Throws<ExportFormatException>(() =>
            Repairing.Run("Email,Country\na@b.com,USA\n", new HygienePolicy(), null, (repairer, row) => files.Add(repairer, row), new RepairOptions { ReadsAll = true }));
        Assert.Equal("ColumnsDiffer", error.Kind);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Nothing_to_repair_is_an_error() =>
        Assert.Throws<FieldNotFoundException>(() => Repairing.Run("A,B\n1,2\n", new HygienePolicy(), null, (_, _) => { }));

    [Fact]
    public void A_rule_that_is_off_makes_no_finding_and_still_changes_nothing()
    {
        var policy = new MopsPolicy { Rules = new Dictionary<string, RuleSetting> { ["HYG002"] = new() { Enabled = false } } };
        var repairer = new RecordRepairer(policy, new RepairOptions(), Repairing.Today);
        using var reader = ExportReader.Open(new MemoryStream("Country\nAtlantis\n"u8.ToArray()), "t.csv", new ImportOptions(), schema => repairer.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        Assert.True(reader.Read());
        Assert.True(repairer.Read(reader));
        var change = Assert.Single(repairer.Changes(reader));
        Assert.False(change.IsRepaired);
        Assert.Empty(change.Findings);
        Assert.Empty(repairer.Finish().Findings);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_rows()
    {
        var repairer = new RecordRepairer(new MopsPolicy(), new RepairOptions(), Repairing.Today);
        var schema = new RecordSchema(["Email", "Country", "Last Name"]);
        var cursor = new RecordCursor(schema, repairer.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        long Held(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                cursor.Set(new MopsRecord(schema, [$"A{i}@ACME.COM", "Land " + i, "NAME" + i], i + 1));
                repairer.Read(cursor);
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        }

        var first = Held(0, 20_000);
        Assert.InRange(Held(20_000, 120_000) - first, long.MinValue, 8_000_000);
    }
}
