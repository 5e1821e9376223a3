using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Events;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Core.Tests.Support;

namespace MopsPS.Core.Tests.Events;

/// <summary>Turns reports into members, as the cmdlet does.</summary>
internal static class EventRun
{
    public static string Data(string name) => Repository.Path("tests", "data", "events", name);

    public static EventResult Files(params string[] paths) => Run(new EventOptions(), "{}", paths.Select(path => (path, (string?)null)), []);

    public static EventResult Text(string text, string policy = "{}", EventOptions? options = null) => Run(options ?? new EventOptions(), policy, [("report.csv", text)], []);

    public static EventResult Run(EventOptions options, string policy, IEnumerable<(string Name, string? Text)> reports, IReadOnlyList<string> known, string? existing = null, List<RecordProblem>? problems = null)
    {
        var analysis = new EventAnalysis(options, PolicyLoader.Parse(policy), new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc), problems is null ? null : problems.Add);
        foreach (var (name, text) in reports)
        {
            using var stream = text is null ? File.OpenRead(name) : (Stream)new MemoryStream(Encoding.UTF8.GetBytes(text));
            analysis.AddReport(stream, name);
        }

        analysis.Settle();
        if (existing is not null)
        {
            using var reader = ExportReader.Open(existing, new ImportOptions(), schema => analysis.Existing.Open(FieldMapper.Map(schema)));
            while (reader.Read()) analysis.Existing.Add(reader);
        }

        var inputs = known.Select(path =>
        {
            var samples = new List<IReadOnlyList<string?>>();
            using var reader = ExportReader.Open(path, new ImportOptions());
            while (reader.Read()) samples.Add(reader.ToRecord().Values);
            return analysis.AddKnown(FieldMapper.Map(reader.Schema), samples, path);
        }).ToArray();
        analysis.Start();
        for (var i = 0; i < inputs.Length; i++)
        {
            using var reader = ExportReader.Open(known[i], new ImportOptions(), _ => inputs[i].Columns);
            while (reader.Read()) inputs[i].Add(reader);
        }

        return analysis.Finish();
    }

    /// <summary>The members as <c>name participation minutes share</c>.</summary>
    public static string[] Texts(EventResult result) =>
        [.. result.Members.Select(member => string.Format(CultureInfo.InvariantCulture, "{0} {1} {2:0.#} {3:0.#}", member.Name, member.Participation, member.Minutes, member.Share).TrimEnd())];
}
