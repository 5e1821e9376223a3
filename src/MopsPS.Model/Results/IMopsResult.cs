using System.Collections.Generic;

namespace MopsPS;

/// <summary>
/// What every result of an analysis has in common, so that reports, gates and the history store take any of them.
/// </summary>
public interface IMopsResult
{
    /// <summary>What was looked at, for people; for example the URL or the name of the summary. Never personal data.</summary>
    string Title { get; }

    /// <summary>Whether the thing checked is in order; null where the result is not a check of one thing (a summary, say).</summary>
    bool? IsCompliant { get; }

    /// <summary>What was found; empty where nothing was.</summary>
    IReadOnlyList<Finding> Findings { get; }

    /// <summary>The metrics that the result carries; empty where there are none.</summary>
    IReadOnlyList<Kpi> Kpis { get; }
}
