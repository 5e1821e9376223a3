using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Finds the cells of a Result row that a person changed, and lays them over the picks of the policy.</summary>
internal sealed class PlanEdits
{
    private readonly List<(string Column, string Message)> _problems = [];
    private readonly List<MergeRefusal> _refusals = [];

    public PlanEdits(
        MergePlanner planner, MergeProposal proposal, Dictionary<string, string?> proposed, DuplicateGroup was, Dictionary<int, MopsRecord> rows, MopsRecord result)
    {
        var fields = planner.FieldsOf(proposal.Master.Record.GetSchema());
        var picks = proposal.Picks.ToArray();
        for (var i = 0; i < picks.Length; i++)
        {
            var pick = picks[i];
            if (result.GetSchema().IndexOf(pick.Column) < 0 || !proposed.TryGetValue(pick.Column, out var before)) continue;
            var now = result[pick.Column];
            if (ReviewedPlanReader.Same(now, before) || IsAsOpened(pick.Column, before, now)) continue;
            if (planner.IsFixed(pick.Column, fields[i])) _problems.Add((pick.Column, "the column stays as it is in the master; the change is left out"));
            else if (string.IsNullOrWhiteSpace(now)) _problems.Add((pick.Column, "a cell was emptied; import files cannot empty a field, so the value stays"));
            else if (planner.Consent.Holds(pick.Column, fields[i]) && IsLooser(planner.Consent, pick, fields[i], now)) _refusals.Add(new MergeRefusal(MergeRefusalKind.ConflictingConsent, $"the review loosens the consent in '{pick.Column}'"));
            else
            {
                Count++;
                picks[i] = new MergePick(pick.Column, now, proposal.Master, SurvivorshipRule.Reviewer, !ReviewedPlanReader.Same(now, proposal.Master.Record[pick.Column]));
            }
        }

        Picks = picks;

        // A spreadsheet turns 00412 into 412 in all cells alike: the cell still reads as the one it was taken from.
        bool IsAsOpened(string column, string? before, string? now) => was.Members.Any(member =>
            rows.TryGetValue(member.Ordinal, out var row) && member.Record.GetSchema().Columns.Any(own =>
                row.GetSchema().IndexOf(own) >= 0 && ReviewedPlanReader.Same(member.Record[own], before) && ReviewedPlanReader.Same(row[own], now)));
    }

    public IReadOnlyList<MergePick> Picks { get; }

    public int Count { get; }

    public IReadOnlyList<(string Column, string Message)> Problems => _problems;

    public IReadOnlyList<MergeRefusal> Refusals => _refusals;

    private static bool IsLooser(ConsentScale scale, MergePick pick, string? field, string? now)
    {
        var (old, next) = (scale.Strictness(pick.Column, field, pick.Value), scale.Strictness(pick.Column, field, now));
        return next == ConsentScale.NotRanked || (old != ConsentScale.NotRanked && next > old);
    }
}
