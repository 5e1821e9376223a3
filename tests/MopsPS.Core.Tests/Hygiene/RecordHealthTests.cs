using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using CsCheck;
using MopsPS.Core.Duplicates;
using MopsPS.Core.Hygiene.Health;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Hygiene;

public class RecordHealthTests
{
    private static readonly DateTime AsOf = new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_column_is_profiled()
    {
        var health = Measure("Id,Amount,When,Kind,Zip,Flag\n1,10,2026-01-01,Lead,01067,true\n2,20,2026-02-01,Lead,80331,false\n3,30,2026-03-01,Deal,10115,true\n4,10000,2026-04-01,n/a,,true\n5,20,2026-05-01,,01099,false\n");
        ColumnProfile Of(string column) => health.Columns.Single(profile => profile.Column == column);
        Assert.Equal([ProfileType.Whole, ProfileType.Whole, ProfileType.Date, ProfileType.Text, ProfileType.Code, ProfileType.Flag], health.Columns.Select(column => column.Type));
        var amount = Of("Amount");
        Assert.Equal(("10", "20", "10000", 1L), (amount.Min, amount.Median, amount.Max, amount.Outliers));
        Assert.Equal(2016, amount.Mean);
        var day = Of("When");
        Assert.Equal(("2026-01-01", "2026-03-01", "2026-05-01"), (day.Min, day.Median, day.Max));
        var kind = Of("Kind");
        Assert.Equal((4L, 1L, 1L, 60.0), (kind.Values, kind.Blanks, kind.Placeholders, kind.Completeness!.Value));
        Assert.Equal("Lead (2)", Assert.Single(kind.Top).ToString());
        Assert.Equal("99999 (4)", Of("Zip").Patterns[0].ToString());
        Assert.Equal((3, 4, 4L), (kind.MinLength, kind.MaxLength, kind.Values));
        Assert.Equal(3, kind.Distinct);
    }

    [Fact]
    public void Addresses_are_told_apart()
    {
        var health = Measure("Email\nada@acme.com\n ADA@ACME.COM \ninfo@acme.com\nx@mailinator.com\nbob@gmail.com\nbob@gmial.com\nnobody\n\"\"\nx..y@acme.com\n");
        Assert.Equal((1L, 3L, 1L, 1L, 1L), (health.EmailMissing, health.EmailInvalid, health.EmailRole, health.EmailDisposable, health.EmailFree));
        var usable = health.Kpis.Single(kpi => kpi.Id == "UsableEmail");
        Assert.Equal((3.0, 9.0), (usable.Numerator, usable.Denominator));
        Assert.All(health.Columns[0].Top, value => Assert.Contains("***", value.Value, StringComparison.Ordinal));
        Assert.Equal(["HYG013", "HYG014"], health.Findings.Select(finding => finding.RuleId).Where(id => id is "HYG013" or "HYG014"));
    }

    [Fact]
    public void Activity_and_retention_are_counted()
    {
        var policy = new MopsPolicy { Hygiene = new HygienePolicy { InactiveDays = 100, RetentionDays = 1000 } };
        var health = Measure("Id,Created Date,Last Activity Date\n1,2020-01-01,2020-02-01\n2,2026-01-01,2026-11-20\n3,2025-01-01,\n4,2023-01-01,2026-01-01\n5,2027-06-01,\n", policy);
        Assert.Equal((2L, 2L, 1L), (health.Inactive, health.NeverEngaged, health.RetentionOverdue));
        Assert.Equal("HYG016", health.Findings.Single(finding => finding.Severity == Severity.Error).RuleId);
        Assert.Contains(health.Findings, finding => finding.RuleId == "HYG017");
        Assert.Equal((1L, 1L), (health.Growth[0].Created, health.Growth[0].Total));
        Assert.Equal(("2027-06", 5L), (health.Growth[health.Growth.Count - 1].Month, health.Growth[health.Growth.Count - 1].Total));
        Assert.Equal(90, health.Growth.Count);
        Assert.Equal(5, health.Growth.Sum(month => month.Created));
    }

    [Fact]
    public void What_the_export_does_not_say_is_not_zero()
    {
        var health = Measure("City\nBerlin\n");
        Assert.Null(health.EmailMissing);
        Assert.Null(health.NeverEngaged);
        Assert.Null(health.RetentionOverdue);
        Assert.Empty(health.Consent);
        Assert.DoesNotContain(health.Kpis, kpi => kpi.Id is "ConsentCoverage" or "UsableEmail" or "InactiveRecords" or "FieldCompleteness");
        Assert.Throws<InvalidOperationException>(() => Measure("City\n"));
    }

    [Fact]
    public void Consent_is_counted_by_region()
    {
        var health = Measure("Country,Email Consent,Consent Date\nDeutschland,granted,2026-11-01\nGermany,,\nUSA,,\nUK,denied,\nFrance,yes,2026-10-02\n");
        var union = health.Consent.Single(region => region.Region == "eu");
        Assert.Equal((3L, 2L, 2L, 1L), (union.Records, union.Allowed, union.Granted, union.Unknown));
        Assert.Equal(54, union.MedianAgeDays);
        Assert.Equal(5, health.Consent.Sum(region => region.Records));
        Assert.Equal(3.0, health.Kpis.Single(kpi => kpi.Id == "ConsentCoverage").Numerator);
    }

    [Fact]
    public void Drift_is_counted_against_the_policy()
    {
        var health = Measure("Industry\nSoftware\nsoftware\nAlchemy\n", Mess.Policy);
        Assert.Equal((2L, 1L, 1L), (health.Columns[0].Drift, health.Columns[0].Invalid, health.Columns[0].Repairable));
        Assert.Equal(1.0, health.Kpis.Single(kpi => kpi.Id == "PicklistConformity").Numerator);
    }

    [Fact]
    public void Duplicates_are_counted_where_asked()
    {
        var text = new StringBuilder("First Name,Last Name,Email\n");
        for (var i = 0; i < 40; i++) text.Append(CultureInfo.InvariantCulture, $"Ada{i},Abel{i},ada{i}@acme{i}.com\n");
        text.Append("Ada1,Abel1,ada1@acme1.com\nAda2,Abel2,ada2@acme2.com\n");
        var health = Measure(text.ToString(), finder: new DuplicateFinder(new DuplicateOptions()));
        Assert.Equal(2, health.Duplicates);
        Assert.Equal(2.0, health.Kpis.Single(kpi => kpi.Id == "DuplicateRate").Numerator);
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 3000).Select(i => $"{random.Next(500)},{random.NextDouble() * 1000:0.000},2026-{1 + random.Next(9):00}-01,v{random.Next(40)}").ToArray();
        string Show(IEnumerable<string> lines)
        {
            var health = Measure("Number,Amount,Created Date,Value\n" + string.Join("\n", lines) + "\n");
            return string.Join("|", health.Columns.Select(column => $"{column} {column.Min} {column.Quartile1} {column.Median} {column.Quartile3} {column.Max} {column.Outliers} {column.Mean:G6} {column.Top} {column.Patterns}")) + string.Join("|", health.Growth);
        }

        Assert.Equal(Show(rows), Show(rows.Reverse()));
    }

    [Fact]
    public void Distinct_values_are_exact_and_then_near()
    {
        var exact = new DistinctCount();
        var many = new DistinctCount();
        for (var i = 0; i < 500_000; i++)
        {
            exact.Add(Encoding.UTF8.GetBytes("v" + (i % 60_000)));
            many.Add(Encoding.UTF8.GetBytes("v" + (i % 400_000)));
        }

        Assert.Equal((60_000L, true), (exact.Count, exact.IsExact));
        Assert.False(many.IsExact);
        Assert.InRange(many.Count, 400_000 * 0.97, 400_000 * 1.03);
    }

    [Fact]
    public void Quantiles_are_near() => Gen.Double[-1e6, 1e6].Array[1, 400].Sample(numbers =>
    {
        var sketch = new QuantileSketch();
        foreach (var number in numbers) sketch.Add(number);
        Array.Sort(numbers);
        foreach (var share in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            var exact = numbers[(int)Math.Floor(share * (numbers.Length - 1))];
            Assert.InRange(sketch.Quantile(share), exact - (Math.Abs(exact) * 0.0011) - 1e-8, exact + (Math.Abs(exact) * 0.0011) + 1e-8);
        }
    });

    [Fact]
    public void Frequent_values_are_found_among_many()
    {
        var frequent = new FrequentValues(100);
        var random = new Random(3);
        for (var i = 0; i < 50_000; i++) frequent.Add(Encoding.UTF8.GetBytes(i % 10 == 0 ? "often" : i % 25 == 1 ? "less" : "rare" + random.Next(30_000)));
        var top = frequent.Top(5);
        Assert.Equal(["often", "less"], top.Take(2).Select(pair => pair.Value));
        Assert.InRange(top[0].Count, 5000 - frequent.Error, 5000);
        Assert.InRange(frequent.Error, 1, 50_000 / 100);
    }

    private static RecordHealth Measure(string csv, MopsPolicy? policy = null, DuplicateFinder? finder = null)
    {
        var meter = new RecordHealthMeter(policy ?? new MopsPolicy(), new HealthOptions { AsOf = AsOf }, new DateParser(), new NumberParser(), finder);
        using var reader = ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "t.csv", new ImportOptions(), schema => meter.Open(FieldMapper.Map(schema, new FieldMapOptions(), null)));
        while (reader.Read()) meter.Add(reader);
        return meter.Finish();
    }
}
