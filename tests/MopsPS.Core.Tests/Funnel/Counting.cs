using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Funnel;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Tests.Funnel;

/// <summary>Counts funnels of texts and files for the tests.</summary>
internal static class Counting
{
    private delegate RecordReader Opening(Func<RecordSchema, IReadOnlyList<int>> select);

    public static readonly DateTime Now = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Stages by columns of the same name.</summary>
    public static FunnelPolicy Stages(params string[] names) => new() { Stages = [.. names.Select(name => new FunnelStageDefinition { Name = name, Date = [name] })] };

    public static FunnelSummary Text(string csv, FunnelOptions options, params (string Name, string Csv)[] files) =>
        Run(select => Open(csv, select), options, [.. files.Select(file => (file.Name, (Opening)(select => Open(file.Csv, select))))]);

    public static FunnelSummary File(string path, FunnelOptions options, params (string Name, string Path)[] files) =>
        Run(select => ExportReader.Open(path, new ImportOptions(), select), options,
            [.. files.Select(file => (file.Name, (Opening)(select => ExportReader.Open(file.Path, new ImportOptions(), select))))]);

    public static FunnelStage Stage(this FunnelSummary summary, string name) => summary.Stages.Single(stage => stage.Stage == name);

    public static long Found(this FunnelSummary summary, RuleInfo rule) => summary.Findings.Where(finding => finding.RuleId == rule.Id).Sum(finding => long.Parse(finding.Value!, System.Globalization.CultureInfo.InvariantCulture));

    private static FunnelSummary Run(
        Opening main, FunnelOptions options, (string Name, Opening Open)[] files)
    {
        var analysis = new FunnelAnalysis(options with { NowUtc = Now }, files.Select(file => file.Name));
        foreach (var file in analysis.Files)
        {
            using var reader = files.Single(item => item.Name == file.Name).Open(schema => file.Bind(FieldMapper.Map(schema)));
            while (reader.Read()) file.Add(reader);
        }

        using var rows = main(schema => analysis.Bind(FieldMapper.Map(schema)));
        while (rows.Read()) analysis.Add(rows);
        return analysis.Finish()!;
    }

    private static RecordReader Open(string csv, Func<RecordSchema, IReadOnlyList<int>> select) =>
        ExportReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "test.csv", new ImportOptions(), select);
}
