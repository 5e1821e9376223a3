using System;

namespace MopsPS.Core.Campaigns;

/// <summary>How campaigns are checked in one run.</summary>
public sealed class CampaignQAOptions
{
    /// <summary>When the run is made; its day is the one on which waivers, signatures and the launch are judged.</summary>
    public DateTimeOffset Time { get; init; } = DateTimeOffset.Now;

    /// <summary>Who makes it.</summary>
    public string User { get; init; } = string.Empty;

    /// <summary>The version of the module.</summary>
    public string ModuleVersion { get; init; } = string.Empty;

    /// <summary>Whether personal data is shown as it is.</summary>
    public bool ShowPersonalData { get; init; }

    /// <summary>Areas that are checked; empty for all. The others are in no checklist, and without all required areas there is no go.</summary>
    public System.Collections.Generic.IReadOnlyList<CampaignArea> Areas { get; init; } = [];

    /// <summary>Whether links are opened over the network.</summary>
    public bool CheckLinks { get; init; }

    /// <summary>Where the artifacts of runs lie; a folder of this path inside a campaign is no part of it.</summary>
    public string? ArtifactFolder { get; init; }

    /// <summary>The most threads; 0 for as many as there are processors. The result is the same for any number.</summary>
    public int MaxThreads { get; init; }
}
