using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>What the links of a summary are grouped by.</summary>
public enum UtmGrouping
{
    /// <summary>All links together.</summary>
    None,

    /// <summary>By utm_source.</summary>
    Source,

    /// <summary>By utm_medium.</summary>
    Medium,

    /// <summary>By utm_campaign.</summary>
    Campaign,

    /// <summary>By GA4 default channel group.</summary>
    Channel,

    /// <summary>By file.</summary>
    File,

    /// <summary>By owner.</summary>
    Owner,
}

/// <summary>The whole of a link check: the compliance KPI, counts, segments and what shows only across all links.</summary>
public sealed class UtmSummary : IMopsResult
{
    /// <summary>How many links were checked.</summary>
    public int Links { get; init; }

    /// <summary>How many of them have UTM parameters.</summary>
    public int Tagged { get; init; }

    /// <summary>How many links count for compliance: those that need tags.</summary>
    public int Counted { get; init; }

    /// <summary>How many of the counted links are compliant.</summary>
    public int Compliant { get; init; }

    /// <summary>Compliant links in percent of the counted ones; null where none counts.</summary>
    public double? Compliance => Kpis.Count == 0 ? null : Kpis[0].Value;

    /// <summary>How many links have a certain correction.</summary>
    public int Correctable { get; init; }

    /// <summary>The counts of each segment, most links first; empty without grouping.</summary>
    public IReadOnlyList<UtmSegment> Segments { get; init => field = ResultList<UtmSegment>.Of(value); } = ResultList<UtmSegment>.Empty;

    /// <summary>How often each rule found something that is not suppressed, most often first.</summary>
    public IReadOnlyList<UtmRuleCount> Rules { get; init => field = ResultList<UtmRuleCount>.Of(value); } = ResultList<UtmRuleCount>.Empty;

    /// <summary>Spellings of the same value across the links.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The parameters with more than 50,000 different values: those are generated, and their spellings were not compared.</summary>
    public IReadOnlyList<string> NotCompared { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>UTM compliance of all links, then of each segment.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>A fixed name.</summary>
    public string Title => "UTM summary";

    /// <summary>Always null: a summary is measured by its KPI.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>12 links, 10 tagged, 8 of 10 compliant</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} links, {1} tagged, {2} of {3} compliant", Links, Tagged, Compliant, Counted);
}

/// <summary>The counts of one segment of links.</summary>
public sealed class UtmSegment
{
    /// <summary>The grouping.</summary>
    public UtmGrouping By { get; init; }

    /// <summary>The value, for example <c>google</c>; <c>(none)</c> for links without one.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How many links there are.</summary>
    public int Links { get; init; }

    /// <summary>How many links count for compliance.</summary>
    public int Counted { get; init; }

    /// <summary>How many of the counted links are compliant.</summary>
    public int Compliant { get; init; }

    /// <summary>Compliant links in percent of the counted ones; null where none counts.</summary>
    public double? Compliance => Counted == 0 ? null : 100.0 * Compliant / Counted;

    /// <summary>Reads like <c>Source google: 8 of 10 compliant</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2} of {3} compliant", By, Name, Compliant, Counted);
}

/// <summary>How often a rule found something.</summary>
public sealed class UtmRuleCount
{
    /// <summary>The rule.</summary>
    public string RuleId { get; init; } = string.Empty;

    /// <summary>The name of the rule.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How many findings there are, suppressed ones not counted.</summary>
    public int Count { get; init; }

    /// <summary>Reads like <c>UTM003 WrongCase: 12</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2}", RuleId, Name, Count);
}
