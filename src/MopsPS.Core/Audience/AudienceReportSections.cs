using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Reporting;

namespace MopsPS.Core.Audience;

/// <summary>What audiences add to a report: who stays, who does not and why, consent by region, the suppression lists.</summary>
internal sealed class AudienceReportSections : IReportContributor
{
    private readonly List<AudienceResult> _results = [];

    public bool Add(object item)
    {
        if (item is not AudienceResult result) return false;
        _results.Add(result);
        return true;
    }

    public IEnumerable<ReportSection> Build() => _results.Select(result => new ReportSection(result.Title, [.. Blocks(result)])
    {
        Text = $"Checked for the purpose '{result.Purpose}'. A row counts under its first reason; 'in all' counts it under each.",
    });

    private static IEnumerable<ReportBlock> Blocks(AudienceResult result)
    {
        yield return new TilesBlock("Rows",
        [
            new ReportTile("May be sent to", result.Kept, string.Empty, Expected(result), IsExpected(result) ? ChartTone.Good : ChartTone.Bad),
            new ReportTile("Excluded", result.Excluded, string.Empty, null, result.Excluded > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("Unreadable", result.Unreadable, string.Empty, null, result.Unreadable > 0 ? ChartTone.Warning : ChartTone.Good),
            new ReportTile("All", result.Rows),
        ]);
        var excluded = result.Exclusions.Where(exclusion => exclusion.Rows > 0).ToArray();
        if (excluded.Length > 0)
            yield return new BarChart("Excluded by first reason", "rows", [.. excluded.Select(exclusion => new ChartBar(ReportText.Words(exclusion.Reason.ToString()), exclusion.Rows, $"{exclusion.AllRows} in all", ChartTone.Warning))]);
        yield return new TableBlock("Checks", ["Check", "Rows", "In all", "Not checked because"], [.. result.Exclusions.Select(exclusion => new object?[] { ReportText.Words(exclusion.Reason.ToString()), exclusion.Rows, exclusion.AllRows, exclusion.NotChecked })]);
        yield return new TableBlock("Consent by region", ["Region", "Law", "Rule", "Rows", "Granted", "Implied", "Unknown", "Denied", "Allowed", "Kept"],
            [.. result.Regions.Select(region => new object?[] { region.Region.Length == 0 ? "other" : region.Region, region.Law, region.Rule.ToString(), region.Rows, region.Granted, region.Implied, region.Unknown, region.Denied, region.Allowed, region.Kept })]);
        if (result.Suppressions.Count > 0)
            yield return new TableBlock("Suppression lists", ["List", "Entries", "Addresses", "Domains", "SHA-256", "SHA-1", "MD5", "Unreadable", "Matches"],
                [.. result.Suppressions.Select(list => new object?[] { list.Name, list.Entries, list.Addresses, list.Domains, list.Sha256, list.Sha1, list.Md5, list.Unreadable, list.Matches })]);
        if (result.Segment.Count > 0)
            yield return new TableBlock("Segment", ["Rule", "Rows outside", "Unreadable", "Not checked because"], [.. result.Segment.Select(rule => new object?[] { rule.Rule, rule.Rows, rule.Unreadable, rule.NotChecked })]);
    }

    private static bool IsExpected(AudienceResult result) => !(result.Kept < result.MinimumSize) && !(result.Kept > result.MaximumSize);

    private static string? Expected(AudienceResult result) => (result.MinimumSize, result.MaximumSize) switch
    {
        (null, null) => null,
        ({ } least, null) => $"at least {least} expected",
        (null, { } most) => $"at most {most} expected",
        var (least, most) => $"{least} to {most} expected",
    };
}
