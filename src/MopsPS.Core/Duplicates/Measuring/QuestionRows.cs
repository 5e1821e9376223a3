using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Writes pairs as rows that a person answers in a spreadsheet: the values of both records side by side, and an empty column <c>Same</c>.</summary>
public static class QuestionRows
{
    /// <summary>The rows.</summary>
    /// <param name="run">What was compared.</param>
    /// <param name="pairs">The pairs to ask.</param>
    /// <param name="onProgress">Receives how much of the fetching is done, 0 to 1; on this thread.</param>
    /// <returns>One record for each pair. They hold personal data.</returns>
    public static IReadOnlyList<MopsRecord> Of(DuplicateRun run, IReadOnlyList<FoundPair> pairs, Action<double>? onProgress = null)
    {
        if (run is null) throw new ArgumentNullException(nameof(run));
        var finder = run.Finder;
        var records = RecordFetcher.Fetch(finder, new HashSet<int>(pairs.SelectMany(pair => new[] { pair.Left, pair.Right })), onProgress, finder.Options.Cancellation);
        // Inputs whose columns have other names meet by the names of the fields.
        var fields = finder.Inputs.SelectMany(input => input.Plan).Select(field => field.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var schema = new RecordSchema([.. QuestionColumns.Front, .. fields.SelectMany(field => new[] { "Left: " + field, "Right: " + field }), .. QuestionColumns.Back]);
        return [.. pairs.Select((pair, i) =>
        {
            MopsRecord left = records[pair.Left], right = records[pair.Right];
            var values = new List<string?> { Number(i + 1), null, DuplicateRun.Probability(pair.Bits).ToString("0.000", CultureInfo.InvariantCulture) };
            foreach (var field in fields)
            {
                values.Add(Value(finder, pair.Left, left, field));
                values.Add(Value(finder, pair.Right, right, field));
            }

            SourcePosition l = left.GetPosition(), r = right.GetPosition();
            values.AddRange([Name(l), Number(l.Row), Name(r), Number(r.Row), Key(finder, pair.Left, left), Key(finder, pair.Right, right)]);
            return new MopsRecord(schema, [.. values], i + 1);
        })];
    }

    private static string? Value(DuplicateFinder finder, int row, MopsRecord record, string field)
    {
        var columns = finder.Locate(row).Input.Plan.Where(planned => string.Equals(planned.Name, field, StringComparison.OrdinalIgnoreCase)).SelectMany(planned => planned.Columns);
        var value = string.Join(" | ", columns.Select(column => record[column]?.Trim()).Where(text => !string.IsNullOrEmpty(text)).Distinct());
        return value.Length == 0 ? null : value;
    }

    private static string Key(DuplicateFinder finder, int row, MopsRecord record) =>
        RecordKey.Of(AnsweredRecords.Columns(finder.Locate(row).Input).Select(column => new KeyValuePair<string, string?>(column, record[column])));

    private static string? Name(SourcePosition source) => source.File is null ? null : Path.GetFileName(source.File);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
