using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using MopsPS.Core.Records;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>The groups of a plan as they were when it was written.</summary>
internal static class RollbackFile
{
    /// <summary>Reads the groups by their numbers, with the surviving values that the plan proposed by column.</summary>
    /// <param name="path">The rollback file.</param>
    /// <exception cref="InvalidDataException">The file is no rollback file.</exception>
    public static Dictionary<int, (DuplicateGroup Group, Dictionary<string, string?> Proposed, int Master)> Read(string path)
    {
        var records = new List<MopsRecord>();
        using (var reader = ExportReader.Open(path, new ImportOptions { UnescapeFormula = false }))
            while (reader.Read()) records.Add(reader.ToRecord());
        if (records.Count == 0 || PlanColumns.Rollback.Any(column => records[0].GetSchema().IndexOf(column) < 0))
            throw new InvalidDataException($"'{Path.GetFileName(path)}' is not the rollback file of a merge plan. New-MopsMergePlan writes it beside the plan.");
        var schemas = Schemas(records);
        var groups = new Dictionary<int, (DuplicateGroup, Dictionary<string, string?>, int)>();
        foreach (var rows in records.GroupBy(record => Number(record, PlanColumns.Group)))
        {
            var result = rows.First(row => row[PlanColumns.Role] == PlanColumns.Result);
            var members = rows.Where(row => row[PlanColumns.Role] != PlanColumns.Result).Select(row => Member(row, schemas[row[PlanColumns.Schema]!]))
                .OrderBy(member => member.Ordinal).ToList();
            var master = Number(rows.First(row => row[PlanColumns.Role] == PlanColumns.Master), PlanColumns.Item);
            var survivor = members.First(member => member.Ordinal == master);
            var group = new DuplicateGroup(rows.Key, members, double.Parse(result[PlanColumns.Score]!, CultureInfo.InvariantCulture), survivor, "the master of the plan")
            {
                Band = (DuplicateBand)Enum.Parse(typeof(DuplicateBand), result[PlanColumns.Band]!),
            };
            groups.Add(rows.Key, (group, survivor.Record.GetSchema().Columns.ToDictionary(column => column, column => result[column], StringComparer.OrdinalIgnoreCase), master));
        }

        return groups;
    }

    // The file has the columns of all kinds of records; a kind has those in which one of its records has something.
    private static Dictionary<string, RecordSchema> Schemas(List<MopsRecord> records) =>
        records.GroupBy(record => record[PlanColumns.Schema]!).ToDictionary(rows => rows.Key, rows =>
        {
            var all = records[0].GetSchema().Columns;
            return new RecordSchema(
            [
                .. Enumerable.Range(0, all.Count)
                    .Where(column => !PlanColumns.Rollback.Contains(all[column], StringComparer.OrdinalIgnoreCase) && rows.Any(row => row[column] is not null))
                    .Select(column => all[column]),
            ], rows.First()[PlanColumns.Source]);
        });

    private static DuplicateMember Member(MopsRecord row, RecordSchema schema)
    {
        var record = new MopsRecord(schema, [.. schema.Columns.Select(column => row[column])], Number(row, PlanColumns.Row), Number(row, PlanColumns.Line));
        return new DuplicateMember(record, Number(row, PlanColumns.Item))
        {
            Id = row[PlanColumns.RecordId],
            ObjectType = row[PlanColumns.ObjectType],
            IsKnown = row[PlanColumns.Known] == "true",
        };
    }

    private static int Number(MopsRecord record, string column) =>
        int.TryParse(record[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new InvalidDataException($"{record.GetPosition(column)}: expected a whole number; the rollback file was changed.");
}
