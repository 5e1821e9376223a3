using System.Collections.Generic;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>What a person decided about one group of a plan.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Proposal">The proposal with the person's choice of master, left-out records and edited values; its refusals are those of the policy now.</param>
/// <param name="Reviewer">Who decided, as written into the plan.</param>
/// <param name="ReviewedOn">When, as written into the plan.</param>
/// <param name="Note">The note.</param>
/// <param name="EditCount">How many values the person changed.</param>
public sealed record MergeReview(MergeDecision Decision, MergeProposal Proposal, string? Reviewer, string? ReviewedOn, string? Note, int EditCount)
{
    /// <summary>Whether the group is to be merged and may be.</summary>
    public bool IsApproved => Decision == MergeDecision.Merge && !Proposal.IsRefused;
}

/// <summary>A reviewed plan.</summary>
/// <param name="Groups">The groups in the order of their numbers.</param>
/// <param name="Problems">What could not be understood, with its place; those groups are not among <paramref name="Groups"/>.</param>
public sealed record ReviewedPlan(IReadOnlyList<MergeReview> Groups, IReadOnlyList<string> Problems);
