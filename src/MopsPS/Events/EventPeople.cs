using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using MopsPS.Core.Events;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Fields;
using MopsPS.Duplicates;
using MopsPS.Records;

namespace MopsPS.Events;

/// <summary>Reads the people and members that events are matched with: paths or records, one as the other.</summary>
internal sealed class EventPeople(PSCmdlet cmdlet, CancellationToken cancellation)
{
    private const int Samples = 2000;

    /// <summary>Reads leads and contacts into an analysis.</summary>
    public void ReadKnown(EventAnalysis analysis, object[] against, System.Func<RecordSchema, IReadOnlyList<IReadOnlyList<string?>>, FieldMapping> map)
    {
        var source = DuplicateSource.Of(cmdlet, against);
        var files = new List<(string File, KnownInput Input)>();
        foreach (var file in source.Files)
        {
            var samples = Sample(file, out var schema);
            files.Add((file, analysis.AddKnown(map(schema, samples), samples, file)));
        }

        var shapes = source.Samples(Samples).ToDictionary(pair => pair.Key, pair => analysis.AddKnown(map(pair.Key, pair.Value), pair.Value, pair.Key.Source));
        analysis.Start();
        foreach (var (file, input) in files)
        {
            using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = new ProblemSink(cmdlet).Report }, _ => input.Columns);
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                input.Add(reader);
            }
        }

        var cursors = shapes.ToDictionary(pair => pair.Key, pair => (pair.Value, Cursor: new RecordCursor(pair.Key, pair.Value.Columns)));
        foreach (var record in source.TakeRecords())
        {
            var (input, cursor) = cursors[record.Schema];
            cursor.Set(record);
            input.Add(cursor);
        }
    }

    /// <summary>Reads the members that a campaign has.</summary>
    public void ReadExisting(ExistingMembers existing, object[] members, System.Func<RecordSchema, FieldMapping> map)
    {
        var source = DuplicateSource.Of(cmdlet, members);
        foreach (var file in source.Files)
        {
            using var reader = ExportReader.Open(file, new ImportOptions { OnProblem = new ProblemSink(cmdlet).Report }, schema => existing.Open(map(schema)));
            while (reader.Read()) existing.Add(reader);
        }

        foreach (var shape in source.Records.GroupBy(record => record.Schema))
        {
            var cursor = new RecordCursor(shape.Key, existing.Open(map(shape.Key)));
            foreach (var record in shape)
            {
                cursor.Set(record);
                existing.Add(cursor);
            }
        }
    }

    private static List<IReadOnlyList<string?>> Sample(string file, out RecordSchema schema)
    {
        var samples = new List<IReadOnlyList<string?>>();
        using var reader = ExportReader.Open(file, new ImportOptions());
        schema = reader.Schema;
        while (samples.Count < Samples && reader.Read()) samples.Add(reader.ToRecord().Values);
        return samples;
    }
}
