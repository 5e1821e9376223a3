using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Campaigns;

/// <summary>What the QA of campaigns adds to a report: the decision, the checklist, waivers, what changed, the inputs with their hashes; and the metrics over many runs.</summary>
internal sealed class CampaignReportSections : IReportContributor
{
    private const int MaxCampaigns = 50;
    private readonly List<CampaignQAResult> _runs = [];
    private readonly List<CampaignQAMeasure> _measures = [];
    private readonly List<object?[]> _rows = [];
    private int _more;

    public bool Add(object item)
    {
        switch (item)
        {
            case CampaignQAResult run:
                _rows.Add([run.Campaign, run.Owner, Day(run.LaunchDate), Word(run.Decision), Short(run.DecisionReason), run.Passed, run.Failed, run.Warnings, run.NotRun, run.Open]);
                if (_runs.Count < MaxCampaigns) _runs.Add(run);
                else _more++;
                return true;
            case CampaignQAMeasure measure:
                _measures.Add(measure);
                return true;
            default:
                return false;
        }
    }

    public IEnumerable<ReportSection> Build()
    {
        if (_rows.Count > 1)
        {
            yield return new ReportSection("Campaigns", [new TableBlock("Decisions", ["Campaign", "Owner", "Launch", "Decision", "Why", "Passed", "Failed", "Warn", "Not run", "To sign"], _rows)])
            {
                Text = _more == 0 ? null : $"The first {MaxCampaigns} have a section of their own.",
            };
        }

        foreach (var run in _runs) yield return new ReportSection($"Campaign QA: {run.Campaign}", [.. Blocks(run)]) { Text = $"{Word(run.Decision)} by the rule {run.DecisionRule}: {run.DecisionReason}." };
        if (_measures.Count > 0) yield return Measures();
    }

    private static IEnumerable<ReportBlock> Blocks(CampaignQAResult run)
    {
        yield return new TilesBlock("Checklist in figures",
        [
            new ReportTile("Passed", run.Passed, "checks", null, run.Passed > 0 ? ChartTone.Good : ChartTone.Neutral),
            new ReportTile("Failed", run.Failed, "checks", null, run.Failed > 0 ? ChartTone.Bad : ChartTone.Good),
            new ReportTile("Warn", run.Warnings, "checks", null, run.Warnings > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Not run", run.NotRun, "checks", "never a pass", run.NotRun > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("To sign", run.Open, "items", null, run.Open > 0 ? ChartTone.Warning : ChartTone.Good),
        ]);
        yield return new TableBlock("Run", ["What", "Value"],
        [
            ["Folder", run.Path], ["Owner", run.Owner], ["Launch", Day(run.LaunchDate)],
            ["Time", run.Time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)], ["User", run.User], ["Policy", $"{run.PolicyName} {run.PolicyVersion}"], ["Module", run.ModuleVersion],
        ]);
        if (run.Changes is { } changes)
        {
            yield return new TableBlock("Changed since the run before", ["What", "Name", "Before", "Now"], [.. changes.Select(change => new object?[] { change.Kind.ToString(), change.Name, change.Before, change.After })])
            {
                Text = $"The run before was made on {run.PreviousRun?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}.{(changes.Count == 0 ? " Nothing changed." : string.Empty)}",
            };
        }

        yield return new TableBlock("Checklist", ["Area", "Check", "Name", "Status", "Files", "Findings", "Why", "What to do"],
            [.. run.Checks.OrderBy(check => Order(check.Status)).Select(check => new object?[] { check.Area.ToString(), check.CheckId, check.Name, check.Status + (check.IsWaived ? " (waived)" : string.Empty), check.FileCount, check.Evidence.Count, check.Reason, check.Remedy })]);
        if (run.Waivers.Count > 0)
        {
            yield return new TableBlock("Waivers", ["Check", "File", "By", "Until", "Reason"],
                [.. run.Waivers.Select(waiver => new object?[] { waiver.Check, waiver.File, waiver.Name, waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), waiver.Reason })]);
        }

        yield return new TableBlock("Inputs", ["File", "Kind", "Bytes", "SHA-256", "Problem"], [.. run.Inputs.Select(input => new object?[] { input.Name, input.Kind.ToString(), input.Length, input.Sha256, input.Problem })]);
    }

    private ReportSection Measures()
    {
        var all = _measures.Where(measure => measure.Segment is null).ToArray();
        var blocks = new List<ReportBlock>();
        foreach (var measure in all)
        {
            blocks.Add(new TableBlock("Campaigns", ["Campaign", "Owner", "Launch", "Deadline", "Runs", "First", "Last", "First go", "On time", "Defects"],
                [.. measure.Campaigns.Select(record => new object?[] { record.Campaign, record.Owner, Day(record.LaunchDate), Day(record.Deadline), record.Runs, record.FirstDecision.ToString(), record.LastDecision.ToString(), record.FirstGo, record.IsOnTime, record.Defects })]));
        }

        var segments = _measures.Where(measure => measure.Segment is not null).ToArray();
        if (segments.Length > 0)
        {
            blocks.Add(new StackedBarChart("Campaigns by segment", "campaigns", [new ChartPart("on time", ChartTone.Good), new ChartPart("late", ChartTone.Bad), new ChartPart("not due", ChartTone.Muted)],
                [.. segments.Select(segment => new ChartStack(segment.Segment!, [segment.Campaigns.Count(record => record.IsOnTime == true), segment.Campaigns.Count(record => record.IsOnTime == false), segment.Campaigns.Count(record => record.IsOnTime is null)]))]));
        }

        return new ReportSection("Campaign QA over time", blocks)
        {
            Text = "On time is a campaign whose last run up to its deadline was a go. Defects are those found on or after the launch day.",
        };
    }

    private static string? Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The checks by name stand in the section of the campaign.
    private static string Short(string reason) => reason.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? reason.Substring(0, colon) : reason;

    private static string Word(CampaignDecision decision) => decision switch { CampaignDecision.Go => "Go", CampaignDecision.NoGo => "No go", _ => "Incomplete" };

    private static int Order(CampaignCheckStatus status) => status switch
    {
        CampaignCheckStatus.Fail => 0,
        CampaignCheckStatus.Warning => 1,
        CampaignCheckStatus.NotRun => 2,
        CampaignCheckStatus.Manual => 3,
        CampaignCheckStatus.Pass => 4,
        _ => 5,
    };
}
