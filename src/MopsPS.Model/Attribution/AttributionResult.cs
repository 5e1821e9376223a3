using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>Attribution of one set of journeys by one or more models.</summary>
public sealed class AttributionResult : IMopsResult
{
    /// <summary>How many conversions there are.</summary>
    public double Conversions { get; init; }

    /// <summary>What they are worth, in the unit of the input; null where the input has no values.</summary>
    public double? Value { get; init; }

    /// <summary>How many journeys ended without a conversion.</summary>
    public double NonConversions { get; init; }

    /// <summary>How many different journeys were read, or rows of aggregated paths.</summary>
    public int Journeys { get; init; }

    /// <summary>How many touchpoints stand in them, those left out by the lookback not counted.</summary>
    public long Touchpoints { get; init; }

    /// <summary>How many days before the conversion a touchpoint counts; null where the input has no dates.</summary>
    public double? LookbackDays { get; init; }

    /// <summary>Only conversions from this moment on, in UTC; null for all.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Only conversions before this moment, in UTC; null for all.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The models in the order asked for.</summary>
    public IReadOnlyList<AttributionModelInfo> Models { get; init => field = ResultList<AttributionModelInfo>.Of(value); } = ResultList<AttributionModelInfo>.Empty;

    /// <summary>What each model gives to each channel: model by model, the largest credit first.</summary>
    public IReadOnlyList<AttributionCredit> Credits { get; init => field = ResultList<AttributionCredit>.Of(value); } = ResultList<AttributionCredit>.Empty;

    /// <summary>The channels with the conversions of all models side by side, by name.</summary>
    public IReadOnlyList<AttributionComparison> Comparison { get; init => field = ResultList<AttributionComparison>.Of(value); } = ResultList<AttributionComparison>.Empty;

    /// <summary>What the input lacks and what was left out, with counts.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Touchpoint completeness: conversions that a touchpoint of a known channel precedes.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>A fixed name.</summary>
    public string Title => "Attribution";

    /// <summary>Always null: attribution is measured by its KPI.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>1,204 conversions over 9 channels by 4 models</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0:#,0.##} conversions over {1} channels by {2} models", Conversions, Comparison.Count, Models.Count);
}
