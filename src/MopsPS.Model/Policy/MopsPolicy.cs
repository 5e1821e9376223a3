using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>
/// What a team has agreed, read from <c>mops.policy.json</c>. Pure data: nothing in it is executed. Each area of the
/// module has a section; a section that the file leaves out has the values of the preset that the file builds on.
/// </summary>
public sealed class MopsPolicy
{
    /// <summary>The name of the policy, for example the team's.</summary>
    public string Name { get; init; } = "default";

    /// <summary>The team's own version of the policy, kept in reports; any text.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The preset the policy builds on.</summary>
    public string Preset { get; init; } = "default";

    /// <summary>The file it was read from; null for a preset or a hashtable.</summary>
    public string? Path { get; init; }

    /// <summary>The UTM taxonomy and link rules.</summary>
    public UtmPolicy Utm { get; init; } = new();

    /// <summary>Naming conventions by name (for example <c>campaign</c>), used by links and by campaign checks.</summary>
    public IReadOnlyDictionary<string, NamingConvention> Naming { get; init; } =
        new Dictionary<string, NamingConvention>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the funnel is counted.</summary>
    public FunnelPolicy Funnel { get; init; } = new();

    /// <summary>How duplicates are merged.</summary>
    public MergePolicy Merge { get; init; } = new();

    /// <summary>How consent is read, and what each region asks for.</summary>
    public ConsentPolicy Consent { get; init; } = new();

    /// <summary>Who is no part of any audience.</summary>
    public AudiencePolicy Audience { get; init; } = new();

    /// <summary>How campaign records are to be kept.</summary>
    public CampaignsPolicy Campaigns { get; init; } = new();

    /// <summary>How links are opened.</summary>
    public LinkCheckPolicy LinkCheck { get; init; } = new();

    /// <summary>When the teams work, by the name of the calendar.</summary>
    public IReadOnlyDictionary<string, BusinessHoursPolicy> BusinessHours { get; init; } =
        new Dictionary<string, BusinessHoursPolicy>(StringComparer.OrdinalIgnoreCase) { ["default"] = new() };

    /// <summary>How fast leads are to be answered.</summary>
    public SlaPolicy Sla { get; init; } = new();

    /// <summary>How attendance becomes the status of a campaign member.</summary>
    public EventsPolicy Events { get; init; } = new();

    /// <summary>Which differences between two sources of a metric matter.</summary>
    public MetricsPolicy Metrics { get; init; } = new();

    /// <summary>What two systems are expected to agree in.</summary>
    public ReconciliationPolicy Reconciliation { get; init; } = new();
    /// <summary>Who gets which leads.</summary>
    public RoutingPolicy Routing { get; init; } = new();

    /// <summary>What an entry of the change log must have.</summary>
    public ChangesPolicy Changes { get; init; } = new();
    /// <summary>What is agreed for requests to marketing operations.</summary>
    public RequestPolicy Requests { get; init; } = new();

    /// <summary>The norms for sent e-mail.</summary>
    public EmailPolicy Email { get; init; } = new();

    /// <summary>How campaigns are checked before the launch.</summary>
    public CampaignQAPolicy CampaignQA { get; init; } = new();

    /// <summary>How records are repaired and what their health is measured against.</summary>
    public HygienePolicy Hygiene { get; init; } = new();

    /// <summary>KPI targets by KPI id, over the built-in ones.</summary>
    public IReadOnlyDictionary<string, double> KpiTargets { get; init; } =
        new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Switches and severities by rule id or rule name.</summary>
    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } =
        new Dictionary<string, RuleSetting>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Findings that the team has accepted for a time.</summary>
    public IReadOnlyList<Suppression> Suppressions { get; init => field = ResultList<Suppression>.Of(value); } = ResultList<Suppression>.Empty;

    /// <summary>Reads like <c>default 1 (mops.policy.json)</c>.</summary>
    public override string ToString() => Path is null ? $"{Name} {Version}" : $"{Name} {Version} ({System.IO.Path.GetFileName(Path)})";
}
