using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>How complete and right the campaign records of an export are.</summary>
public sealed class CampaignSummary : IMopsResult
{
    /// <summary>The day on which dates were judged.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>How many campaigns there are.</summary>
    public int Campaigns { get; init; }

    /// <summary>Campaigns with nothing of severity Warning or Error.</summary>
    public int Compliant { get; init; }

    /// <summary>Campaigns that have all the fields they need.</summary>
    public int Complete { get; init; }

    /// <summary>The fields, the one that is missing most often first.</summary>
    public IReadOnlyList<CampaignFieldCount> Fields { get; init => field = ResultList<CampaignFieldCount>.Of(value); } = ResultList<CampaignFieldCount>.Empty;

    /// <summary>What concerns the export as a whole.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The completeness.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Campaigns by rule, the most frequent first.</summary>
    public IReadOnlyList<CampaignRuleCount> Rules { get; init => field = ResultList<CampaignRuleCount>.Of(value); } = ResultList<CampaignRuleCount>.Empty;

    /// <inheritdoc/>
    public string Title => "Campaign records";

    /// <summary>Always null: the completeness is measured by its KPI, and each campaign has its own verdict.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Campaign records: 90 of 100 compliant, 95 complete</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} of {2:#,0} compliant, {3:#,0} complete", Title, Compliant, Campaigns, Complete);
}

/// <summary>How often a needed field is filled in.</summary>
public sealed class CampaignFieldCount
{
    /// <summary>The field.</summary>
    public string Field { get; init; } = string.Empty;

    /// <summary>Campaigns that need it.</summary>
    public int Required { get; init; }

    /// <summary>Campaigns that have it.</summary>
    public int Filled { get; init; }

    /// <summary>Filled in percent of needed.</summary>
    public double? Percent => Required == 0 ? null : 100.0 * Filled / Required;

    /// <summary>Reads like <c>Owner: 95 of 100</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} of {2:#,0}", Field, Filled, Required);
}

/// <summary>How many campaigns a rule found something in.</summary>
public sealed class CampaignRuleCount
{
    /// <summary>The rule.</summary>
    public string RuleId { get; init; } = string.Empty;

    /// <summary>Its name.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Campaigns with a finding that is not suppressed.</summary>
    public int Campaigns { get; init; }

    /// <summary>Reads like <c>CMP007 EndBeforeStart: 3</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2:#,0}", RuleId, Name, Campaigns);
}
