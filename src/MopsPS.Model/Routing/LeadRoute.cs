using System.Collections.Generic;
using System.Linq;

namespace MopsPS;

/// <summary>How the actual owner of a lead compares to the rules.</summary>
public enum RouteOutcome
{
    /// <summary>The owner is the one, or in the pool, that the rules give.</summary>
    Correct,

    /// <summary>Somebody else has it.</summary>
    Misrouted,

    /// <summary>Nobody has it.</summary>
    Unassigned,

    /// <summary>No rule fits it and there is no fallback, so no owner is expected.</summary>
    NoRule,
}

/// <summary>Where one lead is and where the rules put it.</summary>
public sealed class LeadRoute : IMopsResult
{
    /// <summary>The id of the record, masked where it is an e-mail address; else its row.</summary>
    public string Record { get; init; } = string.Empty;

    /// <summary>Where the rules put it: an owner, a queue, or a pool; null where no rule fits. Who of a pool is next cannot be known from an export.</summary>
    public string? Expected { get; init; }

    /// <summary>The rule that decided; <c>(fallback)</c> for the fallback, null where there is none.</summary>
    public string? Rule { get; init; }

    /// <summary>The owner that it has, by the name of the policy where the policy knows it; null for nobody.</summary>
    public string? Actual { get; init; }

    /// <summary>How the two compare.</summary>
    public RouteOutcome Outcome { get; init; }

    /// <summary>Whether it has waited for longer than the policy's stalledDays.</summary>
    public bool IsStalled { get; init; }

    /// <summary>Whether the policy says of its owner that no leads may go there.</summary>
    public bool IsOwnerInactive { get; init; }

    /// <summary>Where the lead stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Always empty: one lead is no metric.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>The id of the record.</summary>
    public string Title => "Lead " + Record;

    /// <summary>Whether nothing is wrong with it.</summary>
    public bool? IsCompliant => !Findings.Any(finding => !finding.IsSuppressed);

    /// <summary>Reads like <c>00Q1: Misrouted, Ben Boyd in place of Ada Abel (DACH)</c>.</summary>
    public override string ToString() => Outcome switch
    {
        RouteOutcome.Correct => $"{Record}: {Actual} ({Rule})",
        RouteOutcome.NoRule => $"{Record}: no rule fits, {Actual ?? "nobody"} has it",
        _ => $"{Record}: {Outcome}, {Actual ?? "nobody"} in place of {Expected} ({Rule})",
    };
}
