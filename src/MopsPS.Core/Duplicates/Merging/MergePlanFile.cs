using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using MopsPS.Core.Records.Writing;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>
/// Writes a merge plan for a person to review in a spreadsheet, and beside it the rollback file with every value as it was. A group has a row
/// with what would survive, then the master, then the others. Both hold personal data.
/// </summary>
public static class MergePlanFile
{
    /// <summary>The rollback file that belongs to a plan.</summary>
    /// <param name="path">The plan.</param>
    /// <returns>The plan's name with <c>.rollback.jsonl</c> for its extension.</returns>
    public static string RollbackPath(string path) => Path.ChangeExtension(path, null) + ".rollback.jsonl";

    /// <summary>Writes plan and rollback file, each whole or not at all.</summary>
    /// <param name="path">The plan: .csv, .tsv or .xlsx.</param>
    /// <param name="proposals">The proposals.</param>
    /// <param name="options">How the plan is written; null for a byte order mark, which Excel wants, and safe text.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>The two files.</returns>
    public static IReadOnlyList<MergeFile> Write(string path, IReadOnlyList<MergeProposal> proposals, RecordWriteOptions? options = null, CancellationToken cancellation = default)
    {
        if (proposals is null) throw new ArgumentNullException(nameof(proposals));
        var rollbackPath = RollbackPath(path);
        using var plan = new RecordFile(path, options ?? new RecordWriteOptions { ByteOrderMark = true });
        using var rollback = new RecordFile(rollbackPath, new RecordWriteOptions { Format = RecordFormat.JsonLines, NewLine = "\n" });
        var schemas = new Dictionary<RecordSchema, int>();
        foreach (var proposal in proposals)
        {
            cancellation.ThrowIfCancellationRequested();
            var surviving = proposal.Picks.Select(pick => pick.Value).ToArray();
            Add(proposal, proposal.Master, PlanColumns.Result, surviving);
            foreach (var member in proposal.Group.Members.OrderByDescending(member => ReferenceEquals(member, proposal.Master)))
                Add(proposal, member, ReferenceEquals(member, proposal.Master) ? PlanColumns.Master : PlanColumns.Duplicate, member.Record.GetValues());
        }

        // The rollback file first: a plan without one cannot be carried out, the other way round does no harm.
        rollback.Commit(cancellation);
        plan.Commit(cancellation);
        return
        [
            new MergeFile(path, "The plan: write Merge, Keep apart or Skip into Merge Decision of a Result row.", (int)plan.Count),
            new MergeFile(rollbackPath, "Every value as it was; New-MopsMergePlan -Reviewed needs it beside the plan.", (int)rollback.Count),
        ];

        void Add(MergeProposal proposal, DuplicateMember member, string role, IReadOnlyList<string?> values)
        {
            var columns = member.Record.GetSchema().Columns;
            var isResult = role == PlanColumns.Result;
            if (!schemas.TryGetValue(member.Record.GetSchema(), out var schema)) schemas.Add(member.Record.GetSchema(), schema = schemas.Count + 1);
            var source = member.Source;
            var (group, item) = (Number(proposal.Number), Number(isResult ? 0 : member.Ordinal));
            var score = proposal.Score.ToString("0.000", CultureInfo.InvariantCulture);
            var band = proposal.Group.Band.ToString();
            var file = source.File is null ? null : Path.GetFileName(source.File);
            plan.Add(
                PlanColumns.With(PlanColumns.Plan, columns),
                [
                    group, item, role, null, null, null, null, isResult ? score : null, isResult ? band : null,
                    isResult ? proposal.IsRefused ? "Refused" : "Merge" : null, isResult ? Reason(proposal) : null,
                    member.ObjectType, member.Id, isResult ? null : file, isResult ? null : Number(source.Row), .. values,
                ]);
            rollback.Add(
                PlanColumns.With(PlanColumns.Rollback, columns),
                [group, item, role, proposal.Score.ToString("R", CultureInfo.InvariantCulture), band, member.ObjectType, member.Id, source.File, Number(source.Row), Number(source.Line), member.IsKnown ? "true" : "false", Number(schema), .. values]);
        }
    }

    private static string Reason(MergeProposal proposal)
    {
        if (proposal.IsRefused) return string.Join("; ", proposal.Refusals);
        var changes = proposal.Picks.Where(pick => pick.IsChange).Select(pick => $"{pick.Column} from {pick.From.Id} ({pick.Rule})");
        return string.Join("; ", new[] { $"{proposal.Master.Id} stays: {proposal.MasterReason}" }.Concat(changes));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
