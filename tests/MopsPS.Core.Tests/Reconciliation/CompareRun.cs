using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MopsPS.Core.Policy;
using MopsPS.Core.Reconciliation;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;

namespace MopsPS.Core.Tests.Reconciliation;

/// <summary>Runs a comparison of two texts in CSV.</summary>
internal sealed class CompareRun
{
    private CompareRun(IReadOnlyList<RecordDifference> differences, RecordComparison summary)
    {
        Differences = differences;
        Summary = summary;
    }

    public IReadOnlyList<RecordDifference> Differences { get; }

    public RecordComparison Summary { get; }

    /// <summary>The differences as <c>Kind|key|field|left|right</c>.</summary>
    public string[] Texts => [.. Differences.Select(one => string.Join("|", one.Kind, one.Key, one.Field, one.Left, one.Right))];

    public static CompareRun Of(string left, string right, RecordCompareOptions? options = null, string policy = "{}")
    {
        var comparer = new RecordComparer(options ?? new RecordCompareOptions(), PolicyLoader.Parse(policy));
        CompareInput ours = Open(comparer, left, "left.csv", true), theirs = Open(comparer, right, "right.csv", false);
        comparer.Settle();
        Read(left, "left.csv", ours);
        Read(right, "right.csv", theirs);
        var run = comparer.Run();
        var result = new CompareRun([.. run.Differences()], run.Summary(new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc)));
        return result.Checked();
    }

    // Every row of a side is in exactly one count of that side, whatever came in.
    private CompareRun Checked()
    {
        var s = Summary;
        Xunit.Assert.Equal(s.LeftRows, s.Compared + s.Missing + s.LeftRepeated + s.LeftBlank + s.LeftExcluded + s.Ambiguous);
        if (s.Ambiguous == 0) Xunit.Assert.Equal(s.RightRows, s.Compared + s.Extra + s.RightRepeated + s.RightBlank + s.RightExcluded);
        Xunit.Assert.Equal(s.Compared, s.Equal + s.Different);
        return this;
    }

    private static CompareInput Open(RecordComparer comparer, string text, string name, bool isLeft)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(Stream(text), name, new ImportOptions());
        while (reader.Read()) samples.Add(reader.ToRecord().Values);
        return comparer.AddInput(FieldMapper.Map(reader.Schema), isLeft, samples);
    }

    private static void Read(string text, string name, CompareInput input)
    {
        using var reader = ExportReader.Open(Stream(text), name, new ImportOptions(), _ => input.Columns);
        while (reader.Read()) input.Add(reader);
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
