using System.Collections.Generic;
using System.IO;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Tests.Records;

/// <summary>Reads whole inputs for the tests of readers.</summary>
internal static class Reading
{
    public static (RecordSchema Schema, List<IReadOnlyList<string?>> Rows, List<RecordProblem> Problems) Text(
        string text, ImportOptions? options = null, string name = "test.csv") => Bytes(Encoding.UTF8.GetBytes(text), options, name);

    public static (RecordSchema Schema, List<IReadOnlyList<string?>> Rows, List<RecordProblem> Problems) Bytes(
        byte[] bytes, ImportOptions? options = null, string name = "test.csv")
    {
        var problems = new List<RecordProblem>();
        using var reader = ExportReader.Open(new MemoryStream(bytes), name, (options ?? new ImportOptions()) with { OnProblem = problems.Add });
        return (reader.Schema, Rows(reader), problems);
    }

    public static (RecordSchema Schema, List<IReadOnlyList<string?>> Rows, List<RecordProblem> Problems) File(string path, ImportOptions? options = null)
    {
        var problems = new List<RecordProblem>();
        using var reader = ExportReader.Open(path, (options ?? new ImportOptions()) with { OnProblem = problems.Add });
        return (reader.Schema, Rows(reader), problems);
    }

    private static List<IReadOnlyList<string?>> Rows(RecordReader reader)
    {
        var rows = new List<IReadOnlyList<string?>>();
        while (reader.Read())
        {
            var row = reader.ToRecord().Values;
            for (var i = 0; i < row.Count; i++) Xunit.Assert.Equal(row[i] ?? string.Empty, Encoding.UTF8.GetString(reader.GetUtf8(i).ToArray()));
            rows.Add(row);
        }

        return rows;
    }
}
