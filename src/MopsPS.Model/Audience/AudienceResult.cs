using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>Whether an audience may be sent to: every row is kept, excluded for a reason, or reported as unreadable. Holds no personal data.</summary>
public sealed class AudienceResult : IMopsResult
{
    /// <summary>The names of the files; empty for objects of the pipeline.</summary>
    public IReadOnlyList<string> Files { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The purpose of consent.</summary>
    public string Purpose { get; init; } = string.Empty;

    /// <summary>The moment (UTC) at which consent is to hold.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>Rows that came in: kept, excluded and unreadable.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that stay.</summary>
    public int Kept { get; init; }

    /// <summary>Rows that have a reason against them.</summary>
    public int Excluded { get; init; }

    /// <summary>Rows of the files that could not be read; each is reported.</summary>
    public int Unreadable { get; init; }

    /// <summary>The least rows expected to stay; null for no bound.</summary>
    public int? MinimumSize { get; init; }

    /// <summary>The most rows expected to stay; null for no bound.</summary>
    public int? MaximumSize { get; init; }

    /// <summary>Every check in its order, with its count or why it was not made.</summary>
    public IReadOnlyList<AudienceExclusion> Exclusions { get; init => field = ResultList<AudienceExclusion>.Of(value); } = ResultList<AudienceExclusion>.Empty;

    /// <summary>The suppression lists.</summary>
    public IReadOnlyList<SuppressionList> Suppressions { get; init => field = ResultList<SuppressionList>.Of(value); } = ResultList<SuppressionList>.Empty;

    /// <summary>The rules of the segment.</summary>
    public IReadOnlyList<AudienceSegment> Segment { get; init => field = ResultList<AudienceSegment>.Of(value); } = ResultList<AudienceSegment>.Empty;

    /// <summary>Consent by region, the most rows first.</summary>
    public IReadOnlyList<AudienceRegion> Regions { get; init => field = ResultList<AudienceRegion>.Of(value); } = ResultList<AudienceRegion>.Empty;

    /// <summary>The file with the rows that stay; null where none was written.</summary>
    public string? OutputPath { get; init; }

    /// <summary>The file with the rows that do not; null where none was written.</summary>
    public string? ExclusionPath { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => "Audience" + (Files.Count == 0 ? string.Empty : " " + string.Join(", ", Files));

    /// <summary>Whether the audience, as it came in, may be sent to: nothing of severity Warning or Error was found that the policy does not suppress.</summary>
    public bool? IsCompliant { get; init; }

    /// <summary>The same result with the files that were written.</summary>
    internal AudienceResult With(string? outputPath, string? exclusionPath) => new()
    {
        Files = Files,
        Purpose = Purpose,
        AsOf = AsOf,
        Rows = Rows,
        Kept = Kept,
        Excluded = Excluded,
        Unreadable = Unreadable,
        MinimumSize = MinimumSize,
        MaximumSize = MaximumSize,
        Exclusions = Exclusions,
        Suppressions = Suppressions,
        Segment = Segment,
        Regions = Regions,
        OutputPath = outputPath,
        ExclusionPath = exclusionPath,
        Findings = Findings,
        Kpis = Kpis,
        IsCompliant = IsCompliant,
    };

    /// <summary>Reads like <c>Audience spring.csv: 900 of 1,000 rows kept, 100 excluded, 0 unreadable</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} of {2:#,0} rows kept, {3:#,0} excluded, {4:#,0} unreadable", Title, Kept, Rows, Excluded, Unreadable);
}
