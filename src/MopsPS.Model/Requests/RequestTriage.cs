using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS;

/// <summary>Where a new request belongs, and what must be asked before work on it can start.</summary>
public sealed class RequestTriage : IMopsResult
{
    /// <summary>The request's key; null where the export has none.</summary>
    public string? Id { get; init; }

    /// <summary>Its summary; e-mail addresses in it are masked.</summary>
    public string? Summary { get; init; }

    /// <summary>The category; null where nothing speaks for one, or as much for two.</summary>
    public string? Category { get; init; }

    /// <summary>The categories that something speaks for, the strongest first.</summary>
    public IReadOnlyList<string> Candidates { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The words of the request that speak for the category.</summary>
    public IReadOnlyList<string> Evidence { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Where it is written how such a request is done; null for nowhere.</summary>
    public string? Runbook { get; init; }

    /// <summary>Who does such requests; null for nobody in particular.</summary>
    public string? Owner { get; init; }

    /// <summary>The questions that are still open.</summary>
    public IReadOnlyList<string> Questions { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>Where it stands.</summary>
    public SourcePosition? Source { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Always empty.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => Id ?? Summary ?? "request";

    /// <summary>Whether it has a category and no question is open.</summary>
    public bool? IsCompliant => Category is not null && Questions.Count == 0;

    /// <summary>Reads like <c>MOPS-12: List import; open: Deadline, Consent</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1}{2}", Title, Category ?? (Candidates.Count > 0 ? string.Join(" or ", Candidates) : "no category"),
        Questions.Count > 0 ? "; open: " + string.Join(" ", Questions.Select(question => question)) : string.Empty);
}
