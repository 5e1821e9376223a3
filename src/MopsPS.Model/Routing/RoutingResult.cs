using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>How well leads went where the rules put them.</summary>
public sealed class RoutingResult : IMopsResult
{
    /// <summary>The moment (UTC) at which waiting was read.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>How many leads there were; those with an unreadable date are not among them.</summary>
    public long Leads { get; init; }

    /// <summary>How many are where the rules put them.</summary>
    public long Correct { get; init; }

    /// <summary>How many somebody else has.</summary>
    public long Misrouted { get; init; }

    /// <summary>How many nobody has.</summary>
    public long Unassigned { get; init; }

    /// <summary>How many no rule fits.</summary>
    public long NoRule { get; init; }

    /// <summary>How many have waited for too long.</summary>
    public long Stalled { get; init; }

    /// <summary>How many belong to an owner to whom no leads may go.</summary>
    public long InactiveOwner { get; init; }

    /// <summary>How many rows were left out, because a date that rules look at could not be read.</summary>
    public long Skipped { get; init; }

    /// <summary>Some of the leads that are not where they should be, in the order of the input, at most as many as -MaxLeads says.</summary>
    public IReadOnlyList<LeadRoute> Rows { get; init => field = ResultList<LeadRoute>.Of(value); } = ResultList<LeadRoute>.Empty;

    /// <summary>The check of the rules alone.</summary>
    public RoutingRuleCheck Check { get; init; } = new();

    /// <summary>Correct in percent of the leads that a rule fits; null where there are none.</summary>
    public double? Accuracy => Kpis.Count == 0 ? null : Kpis[0].Value;

    /// <summary>The rules in their order, and the fallback, with what they decided.</summary>
    public IReadOnlyList<RoutingRuleResult> Rules { get; init => field = ResultList<RoutingRuleResult>.Of(value); } = ResultList<RoutingRuleResult>.Empty;

    /// <summary>Owners, queues and pools, with what they should have and what they have.</summary>
    public IReadOnlyList<RoutingOwnerResult> Owners { get; init => field = ResultList<RoutingOwnerResult>.Of(value); } = ResultList<RoutingOwnerResult>.Empty;

    /// <summary>How evenly the pools were served.</summary>
    public IReadOnlyList<RoutingPoolResult> Pools { get; init => field = ResultList<RoutingPoolResult>.Of(value); } = ResultList<RoutingPoolResult>.Empty;

    /// <summary>From whom to whom misrouted and unassigned leads would have to go, the most first.</summary>
    public IReadOnlyList<RoutingMove> Moves { get; init => field = ResultList<RoutingMove>.Of(value); } = ResultList<RoutingMove>.Empty;

    /// <summary>What is wrong with the rules, and how many leads are where they should not be.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The accuracy: of all leads first, then by rule and by owner.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>What it is.</summary>
    public string Title => "Lead routing";

    /// <summary>Always null: the accuracy is a KPI.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Lead routing: 96 of 100 correct, 3 misrouted, 1 unassigned</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "Lead routing: {0} of {1} correct, {2} misrouted, {3} unassigned, {4} without a rule", Correct, Leads - NoRule, Misrouted, Unassigned, NoRule);
}

/// <summary>What one rule decided.</summary>
public sealed class RoutingRuleResult
{
    /// <summary>Its place in the order, from 1; 0 for the fallback.</summary>
    public int Order { get; init; }

    /// <summary>Its name.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>Where it sends leads.</summary>
    public string Target { get; init; } = string.Empty;

    /// <summary>How many leads it decided.</summary>
    public long Leads { get; init; }

    /// <summary>How many of them are where it sends them.</summary>
    public long Correct { get; init; }

    /// <summary>How many nobody has.</summary>
    public long Unassigned { get; init; }

    /// <summary>Correct in percent of its leads; null where it decided none.</summary>
    public double? Accuracy => Leads == 0 ? null : 100.0 * Correct / Leads;

    /// <summary>Reads like <c>DACH -> Ada Abel: 96 of 100</c>.</summary>
    public override string ToString() => $"{Rule} -> {Target}: {Correct} of {Leads}";
}

/// <summary>What one owner, queue or pool should have and has.</summary>
public sealed class RoutingOwnerResult
{
    /// <summary>The name.</summary>
    public string Owner { get; init; } = string.Empty;

    /// <summary>How many leads the rules put here.</summary>
    public long Expected { get; init; }

    /// <summary>How many of them are here.</summary>
    public long Correct { get; init; }

    /// <summary>How many leads are here in all; null for a pool, whose members have them.</summary>
    public long? Actual { get; init; }

    /// <summary>Whether leads may go here; null where the policy does not list it.</summary>
    public bool? IsActive { get; init; }

    /// <summary>Correct in percent of expected; null where none is expected.</summary>
    public double? Accuracy => Expected == 0 ? null : 100.0 * Correct / Expected;

    /// <summary>Reads like <c>Ada Abel: 96 of 100, has 120</c>.</summary>
    public override string ToString() => $"{Owner}: {Correct} of {Expected}{(Actual is null ? string.Empty : $", has {Actual}")}";
}

/// <summary>How evenly a pool was served.</summary>
public sealed class RoutingPoolResult
{
    /// <summary>The rule of the pool.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>What each member should have and has.</summary>
    public IReadOnlyList<RoutingShare> Members { get; init => field = ResultList<RoutingShare>.Of(value); } = ResultList<RoutingShare>.Empty;

    /// <summary>How likely chance alone makes a difference as large as this one; null where there are too few leads to say.</summary>
    public double? PValue { get; init; }

    /// <summary>How it was reckoned: <c>ChiSquare</c> or <c>Exact</c>; null for neither.</summary>
    public string? Test { get; init; }

    /// <summary>Reads like <c>DACH: Ada Abel 40 of 33.3, Ben Boyd 10 of 16.7</c>.</summary>
    public override string ToString() => $"{Rule}: {string.Join(", ", Members)}";
}

/// <summary>The share of a member of a pool.</summary>
public sealed class RoutingShare
{
    /// <summary>The owner.</summary>
    public string Owner { get; init; } = string.Empty;

    /// <summary>The weight.</summary>
    public int Weight { get; init; }

    /// <summary>How many leads the weight gives.</summary>
    public double Expected { get; init; }

    /// <summary>How many the member has.</summary>
    public long Actual { get; init; }

    /// <summary>Reads like <c>Ada Abel 40 of 33.3</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1} of {2:0.#}", Owner, Actual, Expected);
}

/// <summary>How many leads go from one owner to another.</summary>
public sealed class RoutingMove
{
    /// <summary>Who has them, or would get them now; null for nobody.</summary>
    public string? From { get; init; }

    /// <summary>Who should have them, or would get them then; null for nobody.</summary>
    public string? To { get; init; }

    /// <summary>How many leads.</summary>
    public long Leads { get; init; }

    /// <summary>Reads like <c>Ben Boyd -> Ada Abel: 12</c>.</summary>
    public override string ToString() => $"{From ?? "(nobody)"} -> {To ?? "(nobody)"}: {Leads}";
}
