using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>How the QA of campaigns does over many runs: in time or not, and what slipped through.</summary>
public sealed class CampaignQAMeasure : IMopsResult
{
    /// <summary>The segment, for example <c>Owner = Ada Abel</c>; null for all campaigns.</summary>
    public string? Segment { get; init; }

    /// <summary>The day up to which is counted.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>How many runs there are.</summary>
    public int Runs { get; init; }

    /// <summary>The campaigns, the latest launch first.</summary>
    public IReadOnlyList<CampaignQARecord> Campaigns { get; init => field = ResultList<CampaignQARecord>.Of(value); } = ResultList<CampaignQARecord>.Empty;

    /// <summary>How many rows the defects export has; null without one.</summary>
    public int? Defects { get; init; }

    /// <summary>How many of them name no campaign of the runs; they count for none.</summary>
    public int UnmatchedDefects { get; init; }

    /// <summary>How many of them are dated before the launch; the QA found them in time, and they count for none.</summary>
    public int EarlyDefects { get; init; }

    /// <summary>Launches without a go or with a late one, and what could not be used; for all campaigns only, so that none is told twice.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>On-time rate, first-pass rate and, with a defects export, defect rate.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>The segment.</summary>
    public string Title => "Campaign QA" + (Segment is null ? string.Empty : $" [{Segment}]");

    /// <summary>Always null: the QA is measured by its KPIs.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>Campaign QA: 12 campaigns, 31 runs</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} campaigns, {2} runs", Title, Campaigns.Count, Runs);
}

/// <summary>The QA of one campaign over its runs.</summary>
public sealed class CampaignQARecord
{
    /// <summary>The campaign's name, as the last run has it.</summary>
    public string Campaign { get; init; } = string.Empty;

    /// <summary>Who owns it; null where the brief does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>The day of the launch; null where none is known.</summary>
    public DateTime? LaunchDate { get; init; }

    /// <summary>The last day on which a go is in time; null where no launch day is known.</summary>
    public DateTime? Deadline { get; init; }

    /// <summary>How many runs there are.</summary>
    public int Runs { get; init; }

    /// <summary>When the first run was made.</summary>
    public DateTimeOffset FirstRun { get; init; }

    /// <summary>What the first run decided.</summary>
    public CampaignDecision FirstDecision { get; init; }

    /// <summary>When the last run was made.</summary>
    public DateTimeOffset LastRun { get; init; }

    /// <summary>What the last run decided.</summary>
    public CampaignDecision LastDecision { get; init; }

    /// <summary>When it first was a go; null where it never was.</summary>
    public DateTimeOffset? FirstGo { get; init; }

    /// <summary>Whether the last run up to the deadline was a go; null before the deadline and without a launch day.</summary>
    public bool? IsOnTime { get; init; }

    /// <summary>Whether the launch day is reached.</summary>
    public bool IsLaunched { get; init; }

    /// <summary>How many defects were found after the launch; null without a defects export.</summary>
    public int? Defects { get; init; }

    /// <summary>Reads like <c>Spring launch: Go after 3 runs, on time</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1} after {2} runs{3}", Campaign, LastDecision, Runs, IsOnTime is bool onTime ? onTime ? ", on time" : ", late" : string.Empty);
}
