using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>Who gets which leads: rules in order, the first that fits decides.</summary>
public sealed class RoutingPolicy
{
    /// <summary>The people (and the queues) that may own leads, with the other names that exports have for them; empty where the team keeps no list.</summary>
    public IReadOnlyList<RoutingOwner> Owners { get; init => field = ResultList<RoutingOwner>.Of(value); } = ResultList<RoutingOwner>.Empty;

    /// <summary>Owners that stand for nobody, beside an empty one.</summary>
    public IReadOnlyList<string> Unassigned { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Of(["Unassigned"]);

    /// <summary>After how many days a lead that nobody took or touched is stalled.</summary>
    public double StalledDays { get; init; } = 2;

    /// <summary>The rules, in the order in which they are tried.</summary>
    public IReadOnlyList<RoutingRule> Rules { get; init => field = ResultList<RoutingRule>.Of(value); } = ResultList<RoutingRule>.Empty;

    /// <summary>Where a lead goes that no rule fits; null for nowhere.</summary>
    public RoutingTarget? Fallback { get; init; }
}

/// <summary>Somebody who may own leads.</summary>
public sealed class RoutingOwner
{
    /// <summary>The name that rules and results use.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Other names of exports: an id, an e-mail address, a former name.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Whether leads may go to this owner.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>One rule. What it leaves out does not matter to it.</summary>
public sealed class RoutingRule
{
    /// <summary>The name, for example <c>DACH enterprise</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Countries by name or code, or regions such as DACH or EMEA.</summary>
    public IReadOnlyList<string> Countries { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>States by name, abbreviation or code (<c>US-CA</c>).</summary>
    public IReadOnlyList<string> States { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Postcodes: one (<c>94105</c>), all that begin alike (<c>94*</c>), or a range (<c>94000..96199</c>).</summary>
    public IReadOnlyList<string> Postcodes { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The least number of employees; null for no limit.</summary>
    public int? EmployeesFrom { get; init; }

    /// <summary>The most employees; null for no limit.</summary>
    public int? EmployeesTo { get; init; }

    /// <summary>Industries, in any case.</summary>
    public IReadOnlyList<string> Industries { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Languages by code or English name; <c>de</c> means <c>de-AT</c>, too.</summary>
    public IReadOnlyList<string> Languages { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Named accounts by domain (subdomains included) or company name (legal forms do not matter).</summary>
    public IReadOnlyList<string> Accounts { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The first day on which it holds; null for always.</summary>
    public DateTime? From { get; init; }

    /// <summary>The last day on which it holds; null for ever.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Later rules, with wildcards, before which it goes on purpose: that it takes leads of theirs is no conflict.</summary>
    public IReadOnlyList<string> Overrides { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Who gets the leads.</summary>
    public RoutingTarget Target { get; init; } = new();

    /// <summary>Reads like <c>DACH enterprise -> Ada Abel</c>.</summary>
    public override string ToString() => $"{Name} -> {Target}";
}

/// <summary>Where leads go: to an owner, a queue, or the members of a pool in turn.</summary>
public sealed class RoutingTarget
{
    /// <summary>The owner; null for a queue or a pool.</summary>
    public string? Owner { get; init; }

    /// <summary>The queue; null for an owner or a pool.</summary>
    public string? Queue { get; init; }

    /// <summary>The members of the pool with their weights; empty for an owner or a queue.</summary>
    public IReadOnlyList<RoutingMember> Pool { get; init => field = ResultList<RoutingMember>.Of(value); } = ResultList<RoutingMember>.Empty;

    /// <summary>Reads like <c>Ada Abel</c>, <c>queue DACH</c> or <c>pool (Ada Abel 2, Ben Boyd 1)</c>.</summary>
    public override string ToString() => Owner ?? (Queue is null ? $"pool ({string.Join(", ", Pool)})" : "queue " + Queue);
}

/// <summary>A member of a round robin.</summary>
public sealed class RoutingMember
{
    /// <summary>The owner.</summary>
    public string Owner { get; init; } = string.Empty;

    /// <summary>How many leads to those of the others.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Reads like <c>Ada Abel 2</c>.</summary>
    public override string ToString() => $"{Owner} {Weight}";
}
