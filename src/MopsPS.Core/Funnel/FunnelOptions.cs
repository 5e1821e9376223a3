using System;
using System.Collections.Generic;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Funnel;

/// <summary>What a funnel is counted by.</summary>
public sealed record FunnelOptions
{
    /// <summary>The stages and their rules; without stages, the preset that suits the export is taken.</summary>
    public FunnelPolicy Definition { get; init; } = new();

    /// <summary>Where the stages come from, for people.</summary>
    public string DefinitionName { get; init; } = "the policy";

    /// <summary>The columns that make segments, each with <c>file.</c> in front where it is in a joined file.</summary>
    public IReadOnlyList<string> By { get; init; } = Array.Empty<string>();

    /// <summary>The length of periods.</summary>
    public FunnelPeriod Period { get; init; }

    /// <summary>How records are put into periods.</summary>
    public FunnelView View { get; init; }

    /// <summary>The first moment on the reporting clock; null for no bound.</summary>
    public DateTime? Since { get; init; }

    /// <summary>The last moment on the reporting clock, a day without a time with all its hours; null for no bound.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The moment on the reporting clock up to which the data is complete, a day with all its hours; null for the latest date in it.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Now: what is dated later cannot have happened.</summary>
    public DateTime NowUtc { get; init; } = DateTime.UtcNow;

    /// <summary>The rules as the policy sets them; null for all as built in.</summary>
    public RuleSet? Rules { get; init; }

    /// <summary>Whether it is an error that no file has the definition's amount; otherwise there is no value then.</summary>
    public bool NeedsAmount { get; init; }

    /// <summary>Whether the stages over all segments and periods are worked out where there are some; without them the summary's Stages are empty.</summary>
    public bool WithTotal { get; init; } = true;

    /// <summary>The policy, for the target of the whole rate.</summary>
    public MopsPolicy Policy { get; init; } = new();

    /// <summary>Receives single values that could not be used, at most <see cref="MaxProblems"/> of each rule.</summary>
    public Action<Finding>? OnProblem { get; init; }

    /// <summary>How many single values of each rule are shown; all are counted.</summary>
    public int MaxProblems { get; init; } = 10;
}
