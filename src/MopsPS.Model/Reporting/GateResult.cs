using System.Collections.Generic;

namespace MopsPS;

/// <summary>What a gate decided. No input, or nothing that could be judged, is never a pass.</summary>
public sealed class GateResult : IMopsResult
{
    /// <summary>What was looked at, for people.</summary>
    public string Title => "Gate";

    /// <summary>Whether everything asked for holds.</summary>
    public bool Passed => ExitCode == 0;

    /// <summary>0 passed, 1 failed, 2 could not be judged.</summary>
    public int ExitCode { get; init; }

    /// <summary>Why it did not pass; empty where it did.</summary>
    public IReadOnlyList<string> Reasons { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>How many results, findings and KPIs came in.</summary>
    public int InputCount { get; init; }

    /// <summary>How many results were judged compliant or not.</summary>
    public int JudgedCount { get; init; }

    /// <summary>How many of them are compliant.</summary>
    public int CompliantCount { get; init; }

    /// <summary>Compliant out of judged in percent; null where nothing was judged.</summary>
    public double? CompliancePercent => JudgedCount == 0 ? null : 100.0 * CompliantCount / JudgedCount;

    /// <summary>Findings of severity Error that are not suppressed.</summary>
    public int ErrorCount { get; init; }

    /// <summary>Findings of severity Warning that are not suppressed.</summary>
    public int WarningCount { get; init; }

    /// <summary>Findings of severity Information that are not suppressed.</summary>
    public int InformationCount { get; init; }

    /// <summary>Findings that the policy suppresses; they do not count.</summary>
    public int SuppressedCount { get; init; }

    /// <summary>KPIs that miss their target.</summary>
    public int MissedKpiCount { get; init; }

    /// <summary>Whether the gate passed.</summary>
    public bool? IsCompliant => Passed;

    /// <summary>Empty: the findings belong to the results that came in.</summary>
    public IReadOnlyList<Finding> Findings => ResultList<Finding>.Empty;

    /// <summary>Empty: the KPIs belong to the results that came in.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>Gate failed (1): 3 findings of severity Error or above</c>.</summary>
    public override string ToString() => Passed ? "Gate passed (0)"
        : $"Gate {(ExitCode == 1 ? "failed" : "could not be judged")} ({(ExitCode == 1 ? "1" : "2")}): {string.Join("; ", Reasons)}";
}
