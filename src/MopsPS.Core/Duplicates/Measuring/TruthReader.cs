using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MopsPS.Core.Duplicates.Merging;
using MopsPS.Core.Records;

namespace MopsPS.Core.Duplicates.Measuring;

/// <summary>Reads a truth: a file with a key and a cluster for each record, or a merge plan that a person has reviewed.</summary>
public static class TruthReader
{
    private static readonly string[] KeyNames = ["id", "record_id", "recordid", "record id", "key"];
    private static readonly string[] ClusterNames = ["cluster", "cluster_id", "clusterid", "cluster id", "group", "group_id", "entity", "entity_id", "person", "person_id"];

    /// <summary>Reads a truth.</summary>
    /// <param name="reader">Stands before the first row.</param>
    /// <param name="keyColumn">The column of the keys; null to find it.</param>
    /// <param name="clusterColumn">The column of the clusters; null to find it.</param>
    /// <param name="onProblem">Receives rows that cannot be used, with their place and without personal values.</param>
    /// <exception cref="InvalidDataException">A column is missing, or there is no row to use.</exception>
    public static DuplicateTruth Read(RecordReader reader, string? keyColumn, string? clusterColumn, Action<string> onProblem)
    {
        if (reader is null) throw new ArgumentNullException(nameof(reader));
        var truth = reader.Schema.IndexOf(PlanColumns.Group) >= 0 && reader.Schema.IndexOf(PlanColumns.Decision) >= 0 ? Plan(reader, onProblem) : Clusters(reader, keyColumn, clusterColumn, onProblem);
        if (truth.Keys.Count == 0) throw new InvalidDataException("The truth judges no record: the file has no rows, or no group of the plan has a decision. Nothing to compare with is not a pass.");
        return truth;
    }

    private static DuplicateTruth Clusters(RecordReader reader, string? keyColumn, string? clusterColumn, Action<string> onProblem)
    {
        var columns = reader.Schema.Columns;
        var cluster = Find(clusterColumn, ClusterNames) ?? (columns.Count == 2 && Find(keyColumn, KeyNames) is { } only ? columns.First(column => !string.Equals(column, only, StringComparison.OrdinalIgnoreCase)) : null)
            ?? throw new InvalidDataException($"No column of the truth is known to hold clusters. Name it with -ClusterField. Columns: {string.Join(", ", columns)}.");
        // A key that the records have under another name than the truth is the truth's first other column.
        var key = Find(columns.Contains(keyColumn, StringComparer.OrdinalIgnoreCase) ? keyColumn : null, KeyNames)
            ?? columns.FirstOrDefault(column => !string.Equals(column, cluster, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException("The truth has one column only; it needs a key and a cluster.");
        var truth = new DuplicateTruth { KeyColumn = key };
        int at = reader.Schema.IndexOf(key), of = reader.Schema.IndexOf(cluster);
        while (reader.Read())
        {
            var id = reader.GetString(at)?.Trim();
            var group = reader.GetString(of)?.Trim();
            if (string.IsNullOrEmpty(id)) onProblem($"{Place(reader, key)}: there is no key; the row is passed over.");
            else if (!truth.Add(id!, string.IsNullOrEmpty(group) ? null : group)) onProblem($"{Place(reader, key)}: the key has another cluster in an earlier row; the earlier one holds.");
        }

        return truth;

        string? Find(string? asked, string[] names)
        {
            if (asked is null) return columns.FirstOrDefault(column => names.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase));
            return reader.Schema.IndexOf(asked) >= 0 ? columns[reader.Schema.IndexOf(asked)]
                : throw new InvalidDataException($"The truth has no column '{asked}'. Columns: {string.Join(", ", columns)}.");
        }
    }

    private static DuplicateTruth Plan(RecordReader reader, Action<string> onProblem)
    {
        var columns = new[] { PlanColumns.Group, PlanColumns.Role, PlanColumns.Decision, PlanColumns.RecordId }.Select(column => reader.Schema.IndexOf(column) is >= 0 and var index ? index
            : throw new InvalidDataException($"The merge plan has no column '{column}'.")).ToArray();
        var groups = new Dictionary<string, List<(string Role, string Decision, string Id, string Place)>>(StringComparer.Ordinal);
        var order = new List<string>();
        while (reader.Read())
        {
            var group = reader.GetString(columns[0])?.Trim() ?? "";
            if (group.Length == 0) continue;
            if (!groups.TryGetValue(group, out var rows))
            {
                groups.Add(group, rows = []);
                order.Add(group);
            }

            rows.Add((Text(1), Text(2).Replace(" ", "").Replace("-", "").ToLowerInvariant(), Text(3), Place(reader, PlanColumns.Decision).ToString()));
        }

        var truth = new DuplicateTruth { IsWhole = false };
        for (var scope = 0; scope < order.Count; scope++)
        {
            var rows = groups[order[scope]];
            var decision = rows.FirstOrDefault(row => IsResult(row.Role)).Decision;
            if (decision is not ("merge" or "keepapart"))
            {
                if (decision is not (null or "" or "skip")) onProblem($"{rows[0].Place}: expected Merge, Keep apart, Skip or nothing; the group is not judged.");
                continue;
            }

            foreach (var row in rows.Where(row => !IsResult(row.Role)))
            {
                if (row.Id.Length == 0) onProblem($"{row.Place}: the record has no id, so it cannot be found again; it is passed over.");
                else if (row.Decision != "skip") truth.Add(row.Id, decision == "keepapart" || row.Decision == "keepapart" ? null : "plan " + order[scope], scope);
            }
        }

        return truth;

        string Text(int column) => reader.GetString(columns[column])?.Trim() ?? "";
    }

    private static bool IsResult(string role) => string.Equals(role, PlanColumns.Result, StringComparison.OrdinalIgnoreCase);

    private static SourcePosition Place(RecordReader reader, string column) => new(reader.Schema.Source, reader.Row, reader.Line, column);
}
