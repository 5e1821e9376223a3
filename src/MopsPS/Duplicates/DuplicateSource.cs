using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using MopsPS.Common;

namespace MopsPS.Duplicates;

/// <summary>The input of a search as it came: files, and records in the order of the pipeline.</summary>
internal sealed class DuplicateSource
{
    /// <summary>The files, in the order given.</summary>
    public List<string> Files { get; } = [];

    /// <summary>The records.</summary>
    public List<MopsRecord> Records { get; private set; } = [];

    /// <summary>Takes the records out.</summary>
    public List<MopsRecord> TakeRecords()
    {
        var records = Records;
        Records = [];
        return records;
    }

    /// <summary>Sorts paths from records.</summary>
    /// <param name="cmdlet">For its current folder and its errors.</param>
    /// <param name="items">Texts are paths, files are files, anything else is a record.</param>
    public static DuplicateSource Of(PSCmdlet cmdlet, IEnumerable<object?> items)
    {
        var source = new DuplicateSource();
        var accessor = new RecordAccessor();
        foreach (var item in items)
        {
            switch (item is PSObject wrapped ? wrapped.BaseObject : item)
            {
                case null:
                    break;
                case string path:
                    source.Files.AddRange(PathResolver.Files(cmdlet, [path], isLiteral: false));
                    break;
                case FileInfo file:
                    source.Files.Add(file.FullName);
                    break;
                case object[] many:
                    var inner = Of(cmdlet, many);
                    source.Files.AddRange(inner.Files);
                    source.Records.AddRange(inner.Records);
                    break;
                default:
                    source.Records.Add(accessor.Read(PSObject.AsPSObject(item)));
                    break;
            }
        }

        return source;
    }

    /// <summary>The shapes of the records, each with its first ones as a sample.</summary>
    /// <param name="size">How many.</param>
    public Dictionary<RecordSchema, List<IReadOnlyList<string?>>> Samples(int size)
    {
        var samples = new Dictionary<RecordSchema, List<IReadOnlyList<string?>>>();
        foreach (var record in Records)
        {
            if (!samples.TryGetValue(record.Schema, out var own)) samples.Add(record.Schema, own = []);
            if (own.Count < size) own.Add(record.Values);
        }

        return samples;
    }
}
