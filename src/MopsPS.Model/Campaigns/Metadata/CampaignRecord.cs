using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>One campaign of an export, with what is wrong with its record.</summary>
public sealed class CampaignRecord : IMopsResult
{
    /// <summary>The key of the campaign; null where the export has none.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The type.</summary>
    public string? Type { get; init; }

    /// <summary>The status.</summary>
    public string? Status { get; init; }

    /// <summary>The day of the start.</summary>
    public DateTime? Start { get; init; }

    /// <summary>The day of the end.</summary>
    public DateTime? End { get; init; }

    /// <summary>The owner: a name or an id.</summary>
    public string? Owner { get; init; }

    /// <summary>The key of the parent.</summary>
    public string? ParentId { get; init; }

    /// <summary>The level in the hierarchy: 1 for a campaign without a parent; null in a circle.</summary>
    public int? Level { get; init; }

    /// <summary>How many fields the campaign needs.</summary>
    public int Required { get; init; }

    /// <summary>How many of them are filled in.</summary>
    public int Filled { get; init; }

    /// <summary>The needed fields that are empty.</summary>
    public IReadOnlyList<string> Missing { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Where it stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => Name.Length > 0 ? Name : Id ?? "(no name)";

    /// <summary>Whether nothing of severity Warning or Error was found that the policy does not suppress.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>Reads like <c>2026q4_emea_launch: 5 of 6 fields, CMP001; CMP007</c>.</summary>
    public override string ToString() => $"{Title}: {Filled} of {Required} fields{(Findings.Count == 0 ? string.Empty : $", {Findings}")}";
}
