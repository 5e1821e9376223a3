using System;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Funnel;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Funnel;

/// <summary>The funnel of 8,000 qualified leads against the same figures reckoned by LINQ over split lines.</summary>
public class OlistTests
{
    private static readonly FunnelPolicy Definition = new()
    {
        Stages = [new FunnelStageDefinition { Name = "MQL", Date = ["first_contact_date"] }, new FunnelStageDefinition { Name = "Won", File = "deals", Date = ["won_date"] }],
        Joins = new System.Collections.Generic.Dictionary<string, FunnelJoin> { ["deals"] = new() { Key = ["mql_id"], On = ["mql_id"] } },
    };

    private static string Leads => SharedData.Path("funnel", "olist", "olist_marketing_qualified_leads_dataset.csv");

    private static string Deals => SharedData.Path("funnel", "olist", "olist_closed_deals_dataset.csv");

    [SharedDataFact]
    public void CountsRatesAndMediansByOriginAreThoseOfAnIndependentReckoning()
    {
        var summary = Counting.File(Leads, new FunnelOptions { Definition = Definition, By = ["origin"] }, ("deals", Deals));
        var won = File.ReadLines(Deals).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => Time(cells[4]));
        var leads = File.ReadLines(Leads).Skip(1).Select(line => line.Split(',')).Select(cells => (Id: cells[0], Date: Time(cells[1]), Origin: cells[3] is "" ? "(none)" : cells[3])).ToArray();
        Assert.Equal((8000, 842), (leads.Length, won.Count));
        Assert.All(won.Keys, id => Assert.Contains(leads, lead => lead.Id == id));
        Assert.Equal(8000, summary.Records);
        Assert.Equal((8000, 842L), (summary.Stage("MQL").Entered, summary.Stage("MQL").ReachedNext));
        Assert.Equal(10.525, summary.Stage("MQL").Rate!.Value, 3);
        Assert.Equal(14.651, summary.Stage("MQL").ReachedMedianDays!.Value, 3);
        Assert.Equal(1, summary.Found(FunnelRules.OutOfOrder));

        var asOf = won.Values.Concat(leads.Select(lead => lead.Date)).Max();
        Assert.Equal(asOf, summary.AsOf);
        var groups = leads.GroupBy(lead => lead.Origin).ToArray();
        Assert.Equal(11, groups.Length);
        foreach (var group in groups)
        {
            var row = Assert.Single(summary.Breakdown, row => row.Stage == "MQL" && row.By["origin"] == group.Key);
            var reached = group.Where(lead => won.ContainsKey(lead.Id)).ToArray();
            Assert.Equal((group.Count(), reached.Length), (row.Entered, row.ReachedNext));
            Assert.Equal(100.0 * reached.Length / group.Count(), row.Rate!.Value, 10);
            Assert.Equal(group.Count() - reached.Length, row.Open);
            // The one deal that is dated before its lead counts as won at once: 0 days.
            var days = reached.Select(lead => Math.Max(0, (won[lead.Id] - lead.Date).TotalDays)).Order().ToArray();
            Assert.Equal(Median(days), row.ReachedMedianDays!.Value, 6);
            Assert.Equal(Survival(group.Select(lead => (won.ContainsKey(lead.Id), won.TryGetValue(lead.Id, out var at) ? Math.Max(0, (at - lead.Date).TotalDays) : (asOf - lead.Date).TotalDays)).ToArray(), 0.5), row.MedianDays);
            var window = row.MaturityDays!.Value;
            var matured = group.Where(lead => (asOf - lead.Date).TotalDays >= window).ToArray();
            Assert.Equal(matured.Length, row.Matured);
            Assert.Equal(matured.Count(lead => won.TryGetValue(lead.Id, out var at) && (at - lead.Date).TotalDays <= window), row.MaturedReached);
        }

        // Figures of the data set's description.
        Assert.Equal((2296, 271L), Row(summary, "organic search"));
        Assert.Equal((1099, 179L), Row(summary, "unknown"));
        Assert.Equal((60, 14L), Row(summary, "(none)"));
    }

    [SharedDataFact]
    public void CohortsByMonthAddUpToTheWhole()
    {
        var summary = Counting.File(Leads, new FunnelOptions { Definition = Definition, By = ["origin"], Period = FunnelPeriod.Month }, ("deals", Deals));
        var first = summary.Breakdown.Where(row => row.Stage == "MQL").ToArray();
        Assert.Equal((8000, 842L), (first.Sum(row => row.Entered), first.Sum(row => row.ReachedNext)));
        Assert.Equal(8000, summary.Cohorts.Sum(cohort => cohort.Entered));
        var events = Counting.File(Leads, new FunnelOptions { Definition = Definition, Period = FunnelPeriod.Month, View = FunnelView.Period }, ("deals", Deals));
        var won = File.ReadLines(Deals).Skip(1).Select(line => line.Split(',')[4].Substring(0, 7)).GroupBy(month => month).ToDictionary(group => group.Key, group => (long?)group.LongCount());
        Assert.All(won, pair => Assert.Equal(pair.Value, events.Breakdown.Single(row => row.Stage == "MQL" && row.Period == pair.Key).ReachedNext));
        Assert.Equal(8000 - 842, events.Breakdown.Last(row => row.Stage == "MQL").Open);
    }

    private static (long, long?) Row(FunnelSummary summary, string origin)
    {
        var row = summary.Breakdown.Single(item => item.Stage == "MQL" && item.By["origin"] == origin);
        return (row.Entered, row.ReachedNext);
    }

    private static DateTime Time(string text) =>
        DateTime.ParseExact(text, text.Length == 10 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    private static double? Survival((bool IsEvent, double Days)[] observations, double share)
    {
        var survival = 1.0;
        foreach (var time in observations.Where(item => item.IsEvent).Select(item => item.Days).Distinct().Order())
        {
            var atRisk = observations.Count(item => item.Days >= time);
            survival *= 1 - ((double)observations.Count(item => item.IsEvent && item.Days == time) / atRisk);
            if (survival <= 1 - share) return time;
        }

        return null;
    }
}
