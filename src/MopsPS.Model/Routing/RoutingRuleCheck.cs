using System.Collections.Generic;

namespace MopsPS;

/// <summary>What is wrong with routing rules.</summary>
public enum RoutingProblemKind
{
    /// <summary>Earlier rules take every lead that it fits: it never decides.</summary>
    Shadowed,

    /// <summary>Two rules with different targets overlap and neither is a special case of the other: only their order decides.</summary>
    Conflict,

    /// <summary>Without the rule every lead would go to the same target.</summary>
    Redundant,

    /// <summary>Leads that no rule fits.</summary>
    Gap,
}

/// <summary>What the check of routing rules found, without any lead.</summary>
public sealed class RoutingRuleCheck : IMopsResult
{
    /// <summary>How many rules there are.</summary>
    public int Rules { get; init; }

    /// <summary>Whether everything was looked at; where not, the findings say what was not.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The problems, each with a lead that shows it.</summary>
    public IReadOnlyList<RoutingProblem> Problems { get; init => field = ResultList<RoutingProblem>.Of(value); } = ResultList<RoutingProblem>.Empty;

    /// <summary>The problems as findings, and targets that take no leads.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Always empty.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>What it is.</summary>
    public string Title => "Routing rules";

    /// <summary>Whether there is no finding of severity Error or Warning.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>Reads like <c>Routing rules: 12 rules, 3 problems</c>.</summary>
    public override string ToString() => $"Routing rules: {Rules} rules, {Problems.Count} problems";
}

/// <summary>One problem of routing rules.</summary>
public sealed class RoutingProblem
{
    /// <summary>What it is.</summary>
    public RoutingProblemKind Kind { get; init; }

    /// <summary>The rule; null for a gap.</summary>
    public string? Rule { get; init; }

    /// <summary>The other rules: those that take its leads, or the one that it conflicts with.</summary>
    public IReadOnlyList<string> Others { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The leads that it is about, in words.</summary>
    public string? Leads { get; init; }

    /// <summary>One such lead; null for a shadowed rule, which no lead reaches.</summary>
    public RoutingLead? Witness { get; init; }

    /// <summary>Reads like <c>Conflict: DACH, Enterprise; for example Germany, 1000 employees</c>.</summary>
    public override string ToString() =>
        $"{Kind}: {string.Join(", ", Rule is null ? Others : [Rule, .. Others])}{(Witness is null ? string.Empty : $"; for example {Witness}")}";
}

/// <summary>What routing looks at in a lead; null for what is not known.</summary>
public sealed class RoutingLead
{
    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>The postcode.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The number of employees, or a band of them.</summary>
    public string? Employees { get; init; }

    /// <summary>The industry.</summary>
    public string? Industry { get; init; }

    /// <summary>The language.</summary>
    public string? Language { get; init; }

    /// <summary>The domain of the e-mail address or website.</summary>
    public string? Domain { get; init; }

    /// <summary>The company.</summary>
    public string? Company { get; init; }

    /// <summary>The day of the routing, <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Reads like <c>Germany, postcode 10115, 1000 employees</c>.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Add(Country, "");
        Add(State, "");
        Add(PostalCode, "postcode ");
        if (Employees is not null) parts.Add(Employees + " employees");
        Add(Industry, "industry ");
        Add(Language, "language ");
        Add(Domain, "domain ");
        Add(Company, "company ");
        Add(Date, "on ");
        return parts.Count == 0 ? "any lead" : string.Join(", ", parts);

        void Add(string? value, string name)
        {
            if (value is not null) parts.Add(name + value);
        }
    }
}

/// <summary>What changed rules would move.</summary>
public sealed class RoutingChange : IMopsResult
{
    /// <summary>How many leads there were.</summary>
    public long Leads { get; init; }

    /// <summary>How many would go elsewhere.</summary>
    public long Moved { get; init; }

    /// <summary>From where to where, the most first.</summary>
    public IReadOnlyList<RoutingMove> Moves { get; init => field = ResultList<RoutingMove>.Of(value); } = ResultList<RoutingMove>.Empty;

    /// <summary>The leads that would move, at most as many as -MaxLeads says.</summary>
    public IReadOnlyList<RoutingLeadMove> Rows { get; init => field = ResultList<RoutingLeadMove>.Of(value); } = ResultList<RoutingLeadMove>.Empty;

    /// <summary>The check of the changed rules.</summary>
    public RoutingRuleCheck Check { get; init; } = new();

    /// <summary>What is wrong with the changed rules.</summary>
    public IReadOnlyList<Finding> Findings => Check.Findings;

    /// <summary>Always empty.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>What it is.</summary>
    public string Title => "Changed routing rules";

    /// <summary>Always null: a change is no check.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Changed routing rules: 120 of 5000 leads move</c>.</summary>
    public override string ToString() => $"Changed routing rules: {Moved} of {Leads} leads move";
}

/// <summary>A lead that changed rules would move.</summary>
public sealed class RoutingLeadMove
{
    /// <summary>The id of the record, masked where it is an e-mail address; else its row.</summary>
    public string Record { get; init; } = string.Empty;

    /// <summary>The rule that decides now.</summary>
    public string? Rule { get; init; }

    /// <summary>Where it puts the lead.</summary>
    public string? From { get; init; }

    /// <summary>The rule that would decide then.</summary>
    public string? NewRule { get; init; }

    /// <summary>Where that puts it.</summary>
    public string? To { get; init; }

    /// <summary>The owner that it has; null for nobody.</summary>
    public string? Actual { get; init; }

    /// <summary>Where the lead stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <summary>Reads like <c>00Q1: Ben Boyd -> Ada Abel</c>.</summary>
    public override string ToString() => $"{Record}: {From ?? "(nobody)"} -> {To ?? "(nobody)"}";
}
