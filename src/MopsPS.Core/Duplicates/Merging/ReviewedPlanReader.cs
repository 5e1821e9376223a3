using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using MopsPS.Core.Records;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>
/// Reads a plan that a person has reviewed. Values come from the rollback file, since spreadsheets change what they open (leading zeros, long numbers, dates);
/// from the plan come decisions, the choice of the master and the cells of Result rows that the person changed.
/// </summary>
public sealed class ReviewedPlanReader
{
    private readonly MergePlanner _planner;
    private readonly List<string> _problems = [];

    /// <summary>Makes a reader.</summary>
    /// <param name="planner">The planner with the policy that holds now.</param>
    public ReviewedPlanReader(MergePlanner planner) => _planner = planner ?? throw new ArgumentNullException(nameof(planner));

    /// <summary>Reads a plan.</summary>
    /// <param name="path">The plan; its rollback file stands beside it.</param>
    /// <param name="rollbackPath">The rollback file where it stands elsewhere.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The decisions and what could not be understood.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    public ReviewedPlan Read(string path, string? rollbackPath = null, CancellationToken cancellation = default)
    {
        rollbackPath ??= MergePlanFile.RollbackPath(path);
        if (!File.Exists(rollbackPath))
            throw new FileNotFoundException($"The rollback file '{rollbackPath}' is missing. New-MopsMergePlan wrote it beside the plan; without it the values as they were are not known.", rollbackPath);
        var groups = RollbackFile.Read(rollbackPath);
        var rows = new List<MopsRecord>();
        using (var reader = ExportReader.Open(path, new ImportOptions()))
        {
            foreach (var column in new[] { PlanColumns.Group, PlanColumns.Item, PlanColumns.Role, PlanColumns.Decision })
                if (reader.Schema.IndexOf(column) < 0) throw new InvalidDataException($"'{Path.GetFileName(path)}' has no column '{column}': it is not a merge plan.");
            while (reader.Read()) rows.Add(reader.ToRecord());
        }

        var reviews = new List<MergeReview>();
        foreach (var group in rows.GroupBy(row => row[PlanColumns.Group]?.Trim() ?? ""))
        {
            cancellation.ThrowIfCancellationRequested();
            if (group.Key.Length == 0 && group.All(row => row.GetValues().All(string.IsNullOrWhiteSpace))) continue;
            if (!int.TryParse(group.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !groups.TryGetValue(number, out var was))
                Problem(group.First(), PlanColumns.Group, "the group is not in the rollback file");
            else if (Review([.. group], was.Group, was.Proposed, was.Master) is { } review)
                reviews.Add(review);
        }

        var seen = new HashSet<string>(rows.Select(row => row[PlanColumns.Group]?.Trim() ?? ""), StringComparer.Ordinal);
        foreach (var missing in groups.Keys.Where(number => !seen.Contains(number.ToString(CultureInfo.InvariantCulture))))
            _problems.Add($"Group {missing.ToString(CultureInfo.InvariantCulture)} is missing in the plan; it stays as it is.");
        return new ReviewedPlan([.. reviews.OrderBy(review => review.Proposal.Number)], _problems);
    }

    private MergeReview? Review(List<MopsRecord> rows, DuplicateGroup was, Dictionary<string, string?> proposed, int master)
    {
        var before = _problems.Count;
        var result = Only(rows, PlanColumns.Result, "Result");
        var chosen = Only(rows, PlanColumns.Master, "Master");
        if (result is null || chosen is null) return null;
        var items = new Dictionary<int, MopsRecord>();
        foreach (var row in rows.Where(row => !ReferenceEquals(row, result)))
        {
            if (int.TryParse(row[PlanColumns.Item], NumberStyles.None, CultureInfo.InvariantCulture, out var item) && was.Members.Any(member => member.Ordinal == item) && !items.ContainsKey(item)) items.Add(item, row);
            else Problem(row, PlanColumns.Item, "the record is not in the group, or twice");
        }

        if (items.Count < was.Count) Problem(result, null, "a row of the group is missing; to leave a record out, write Keep apart into its own row");
        var decision = Decision(result);
        var stay = was.Members.Where(member => !items.TryGetValue(member.Ordinal, out var row) || ReferenceEquals(row, chosen) || Decision(row) is MergeDecision.Undecided or MergeDecision.Merge).ToList();
        if (_problems.Count > before) return null;
        if (stay.Count < 2)
        {
            Problem(result, PlanColumns.Decision, "all other records are left out; nothing is left to merge");
            return null;
        }

        var masterNow = items.First(pair => ReferenceEquals(pair.Value, chosen)).Key;
        var isAsProposed = masterNow == master && stay.Count == was.Count;
        var group = new DuplicateGroup(was.Number, stay, was.Score, stay.First(member => member.Ordinal == masterNow), "the master of the plan") { Band = was.Band };
        var proposal = _planner.Propose(group, masterNow);
        var refusals = proposal.Refusals.ToList();
        if (isAsProposed && decision == MergeDecision.Merge && proposal.Picks.Any(pick => !Same(pick.Value, proposed.TryGetValue(pick.Column, out var value) ? value : null)))
        {
            Problem(result, null, "the policy has changed since the plan was written and would pick other values; write the plan anew");
            return null;
        }

        var edits = new PlanEdits(_planner, proposal, proposed, was, items, result);
        foreach (var problem in edits.Problems) Problem(result, problem.Column, problem.Message);
        refusals.AddRange(edits.Refusals);
        return new MergeReview(
            decision, new MergeProposal(group, proposal.Master, proposal.MasterReason, edits.Picks, refusals),
            Text(result, PlanColumns.Reviewer), Text(result, PlanColumns.ReviewedOn), Text(result, PlanColumns.Note), edits.Count);
    }

    internal static bool Same(string? left, string? right) => string.Equals(left?.Trim() ?? "", right?.Trim() ?? "", StringComparison.Ordinal);

    private MopsRecord? Only(List<MopsRecord> rows, string role, string name)
    {
        var found = rows.Where(row => string.Equals(row[PlanColumns.Role]?.Trim(), role, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 1) return found[0];
        Problem(rows[0], PlanColumns.Role, $"the group has {found.Count.ToString(CultureInfo.InvariantCulture)} rows with the role {name}; expected one");
        return null;
    }

    private MergeDecision Decision(MopsRecord row)
    {
        switch ((row[PlanColumns.Decision] ?? "").Replace(" ", "").Replace("-", "").ToLowerInvariant())
        {
            case "": return MergeDecision.Undecided;
            case "merge": return MergeDecision.Merge;
            case "keepapart": return MergeDecision.KeepApart;
            case "skip": return MergeDecision.Skip;
            default:
                Problem(row, PlanColumns.Decision, "expected Merge, Keep apart, Skip or nothing");
                return MergeDecision.Undecided;
        }
    }

    private static string? Text(MopsRecord row, string column) => row[column]?.Trim() is { Length: > 0 } text ? text : null;

    private void Problem(MopsRecord row, string? column, string message) => _problems.Add($"{row.GetPosition(column)}: {message}.");
}
