using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Finds the records that answers are about.</summary>
internal static class AnsweredRecords
{
    /// <summary>Finds the records.</summary>
    /// <param name="finder">Holds the rows and the answers.</param>
    /// <param name="recordOf">By row the record; -1 for none.</param>
    /// <returns>The pairs of records, each once and in order, and the answers whose records are not there. Of two answers on a pair the later one holds.</returns>
    public static (IReadOnlyList<(int Left, int Right, bool IsSame)> Pairs, IReadOnlyList<DuplicateAnswer> Unknown) Of(DuplicateFinder finder, int[] recordOf)
    {
        var answers = finder.Options.Answers;
        if (answers.Count == 0) return ([], []);
        var wanted = new HashSet<string>(answers.SelectMany(answer => new[] { answer.Left, answer.Right }), StringComparer.Ordinal);
        var records = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = finder.Inputs.ToDictionary(input => input, Columns);
        RowValues.Read(finder, input => columns[input], (row, values) =>
        {
            if (recordOf[row] < 0) return;
            var names = columns[finder.Locate(row).Input];
            var key = RecordKey.Of(names.Select((name, i) => new KeyValuePair<string, string?>(name, values[i])));
            if (wanted.Contains(key)) records[key] = recordOf[row];
        });

        var pairs = new Dictionary<(int, int), bool>();
        var unknown = new List<DuplicateAnswer>();
        foreach (var answer in answers)
        {
            if (!records.TryGetValue(answer.Left, out var left) || !records.TryGetValue(answer.Right, out var right)) unknown.Add(answer);
            else if (left != right) pairs[left < right ? (left, right) : (right, left)] = answer.IsSame;
        }

        return ([.. pairs.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))], unknown);
    }

    /// <summary>The compared columns of an input, each once.</summary>
    public static string[] Columns(DuplicateInput input) => [.. input.Plan.SelectMany(field => field.Columns).Distinct(StringComparer.OrdinalIgnoreCase)];
}
