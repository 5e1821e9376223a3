using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Campaigns;
using MopsPS.Core.Policy;
using MopsPS.Core.Records.Values;
using Xunit;

namespace MopsPS.Core.Tests.Campaigns;

public sealed class CampaignQAMeterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mops-runs-").FullName;

    [Theory]
    [InlineData("2026-12-08", 1, "2026-12-07")] // Tuesday
    [InlineData("2026-12-07", 1, "2026-12-04")] // Monday: the Friday before
    [InlineData("2026-12-07", 0, "2026-12-07")]
    [InlineData("2026-12-28", 1, "2026-12-24")] // the 25th is a holiday, then a weekend
    [InlineData("2026-12-08", 5, "2026-12-01")]
    public void TheDeadlineLiesWorkingDaysBeforeTheLaunch(string launch, int days, string deadline)
    {
        var policy = PolicyLoader.Parse("""{ "businessHours": { "default": { "holidays": ["12-25"] } } }""");
        Assert.Equal(Day(deadline), new WorkingDays(policy).Before(Day(launch), days));
    }

    [Fact]
    public void RunsAreCountedByCampaign()
    {
        var measure = Measure(null, new DateTime(2026, 12, 10),
            Run("In time", "2026-12-08", "2026-12-01", CampaignDecision.NoGo), Run("in time ", "2026-12-08", "2026-12-07", CampaignDecision.Go),
            Run("Late", "2026-12-08", "2026-12-08", CampaignDecision.Go, owner: "Ben"),
            Run("Broken again", "2026-12-08", "2026-12-01", CampaignDecision.Go), Run("Broken again", "2026-12-08", "2026-12-07", CampaignDecision.NoGo),
            Run("Not due", "2026-12-20", "2026-12-01", CampaignDecision.Incomplete), Run("No date", null, "2026-12-01", CampaignDecision.Go))[0];

        Assert.Equal((7, 5), (measure.Runs, measure.Campaigns.Count));
        Assert.Equal([true, false, false, null, null], new[] { "in time ", "Late", "Broken again", "Not due", "No date" }.Select(name => measure.Campaigns.Single(record => record.Campaign == name).IsOnTime));
        var onTime = measure.Kpis.Single(kpi => kpi.Id == "CampaignQAOnTime");
        Assert.Equal((1d, 3d), (onTime.Numerator, onTime.Denominator));
        var first = measure.Kpis.Single(kpi => kpi.Id == "CampaignQAFirstPass");
        Assert.Equal((3d, 5d), (first.Numerator, first.Denominator));
        Assert.DoesNotContain(measure.Kpis, kpi => kpi.Id == "CampaignDefectRate");
        Assert.Equal(["CQA030 Broken again", "CQA031 Late"], measure.Findings.Select(finding => $"{finding.RuleId} {finding.Target}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DefectsCountForTheirCampaignFromTheLaunchDayOn()
    {
        var file = Write("defects.csv", "Campaign,Found On,What\nA,2026-12-08,dead link\nA,2026-12-09,typo\na-folder,2026-12-12,typo\nA,2026-12-07,found in time\nB,2026-12-01,found in time\nNobody,2026-12-09,typo\nB,99,typo\n");
        var problems = new List<RecordProblem>();
        var measure = Measure(meter => meter.AddDefects(file, null, new DateParser(), problems.Add), new DateTime(2026, 12, 31),
            Run("A", "2026-12-08", "2026-12-01", CampaignDecision.Go, folder: "/x/a-folder"), Run("B", "2026-12-08", "2026-12-01", CampaignDecision.Go), Run("C", "2027-01-08", "2026-12-01", CampaignDecision.Go))[0];

        Assert.Equal((7, 1, 2), (measure.Defects, measure.UnmatchedDefects, measure.EarlyDefects));
        Assert.Equal([3, 1, 0], new[] { "A", "B", "C" }.Select(name => measure.Campaigns.Single(record => record.Campaign == name).Defects!.Value));
        var rate = measure.Kpis.Single(kpi => kpi.Id == "CampaignDefectRate");
        Assert.Equal((2d, 2d, KpiStatus.Missed), (rate.Numerator, rate.Denominator, rate.Status));
        Assert.Equal((7, "Found On"), (Assert.Single(problems).Source!.Row, problems[0].Source!.Column));
        Assert.Equal(6, Assert.Single(measure.Findings, finding => finding.RuleId == "CQA032").Source!.Row);
        // Rows in are rows counted, early or reported.
        Assert.Equal(measure.Defects, measure.Campaigns.Sum(record => record.Defects) + measure.EarlyDefects + measure.UnmatchedDefects);
    }

    [Fact]
    public void SegmentsAddUp()
    {
        var measures = Measure(null, new DateTime(2026, 12, 31), CampaignSegment.Owner,
            Run("A", "2026-12-08", "2026-12-01", CampaignDecision.Go), Run("B", "2026-12-08", "2026-12-01", CampaignDecision.NoGo, owner: "Ben"), Run("C", "2026-12-08", "2026-12-01", CampaignDecision.Go, owner: "Ben"));
        Assert.Equal([null, "Owner = Ada", "Owner = Ben"], measures.Select(measure => measure.Segment));
        Assert.Equal(measures[0].Campaigns.Count, measures.Skip(1).Sum(measure => measure.Campaigns.Count));
        Assert.All(measures.Skip(1), measure => Assert.Empty(measure.Findings));
    }

    [Fact]
    public void FilesOfOtherKindsArePassedOverAndDamagedOnesReported()
    {
        var meter = new CampaignQAMeter(new MopsPolicy(), new DateTime(2026, 12, 31));
        Assert.False(meter.AddFile(Write("other.json", "{}")));
        Assert.False(meter.AddFile(Write("list.json", "[1]")));
        Assert.False(meter.AddFile(Write("damaged.json", "{ \"schema\": \"mopsps-campaign-qa/1\" }")));
        Assert.False(meter.AddFile(Write("cut.json", "{ \"schema\": \"mopsps")));
        Assert.Equal(0, meter.Runs);
        Assert.Equal(["cut.json", "damaged.json"], meter.Measure()[0].Findings.Select(finding => finding.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnExportWithoutCampaignsIsAnError()
    {
        var meter = new CampaignQAMeter(new MopsPolicy(), DateTime.Today);
        var file = Write("defects.csv", "Page,Date\nx,2026-01-01\n");
        Assert.Contains("-CampaignColumn", Assert.Throws<InvalidDataException>(() => meter.AddDefects(file, null, new DateParser(), _ => { })).Message, StringComparison.Ordinal);
        meter.AddDefects(file, "page", new DateParser(), _ => { });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<CampaignQAMeasure> Measure(Action<CampaignQAMeter>? with, DateTime asOf, params CampaignQAResult[] runs) => Measure(with, asOf, null, runs);

    private static IReadOnlyList<CampaignQAMeasure> Measure(Action<CampaignQAMeter>? with, DateTime asOf, CampaignSegment? by, params CampaignQAResult[] runs)
    {
        var meter = new CampaignQAMeter(new MopsPolicy(), asOf);
        foreach (var run in runs) meter.Add(run);
        with?.Invoke(meter);
        return meter.Measure(by);
    }

    private static CampaignQAResult Run(string name, string? launch, string day, CampaignDecision decision, string owner = "Ada", string? folder = null) =>
        new() { Campaign = name, LaunchDate = launch is null ? null : Day(launch), Time = new DateTimeOffset(Day(day), TimeSpan.Zero), Decision = decision, Owner = owner, Path = folder };

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
