using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS;

/// <summary>What <c>Test-MopsPolicy</c> found in one policy.</summary>
public sealed class PolicyTestResult : IMopsResult
{
    /// <summary>Makes the result.</summary>
    /// <param name="title">The file or preset that was tested.</param>
    /// <param name="policy">The policy, or null where it cannot be used.</param>
    /// <param name="problems">The mistakes and warnings.</param>
    public PolicyTestResult(string title, MopsPolicy? policy, IReadOnlyList<PolicyProblem> problems)
    {
        Title = title;
        Policy = policy;
        Problems = ResultList<PolicyProblem>.Of(problems ?? throw new ArgumentNullException(nameof(problems)));
        ErrorCount = problems.Count(problem => problem.Severity == Severity.Error);
        WarningCount = problems.Count(problem => problem.Severity == Severity.Warning);
        Findings = ResultList<Finding>.Of(problems.Select(ToFinding).ToArray());
    }

    /// <summary>The file or preset that was tested.</summary>
    public string Title { get; }

    /// <summary>Whether the policy can be used; warnings do not forbid it.</summary>
    public bool? IsCompliant => ErrorCount == 0;

    /// <summary>How many mistakes.</summary>
    public int ErrorCount { get; }

    /// <summary>How many warnings.</summary>
    public int WarningCount { get; }

    /// <summary>Every mistake and warning with its place.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    /// <summary>The policy as it resolves, or null where it cannot be used.</summary>
    public MopsPolicy? Policy { get; }

    /// <summary>The same mistakes as findings, for reports and gates; their rule id is <c>Policy</c>.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Empty: a policy test has no metrics.</summary>
    public IReadOnlyList<Kpi> Kpis => ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>mops.policy.json: 2 errors, 1 warnings</c>.</summary>
    public override string ToString() => $"{Title}: {ErrorCount} errors, {WarningCount} warnings";

    private static Finding ToFinding(PolicyProblem problem) => new("Policy", problem.Severity, problem.Message)
    {
        Target = problem.JsonPath,
        Value = problem.Value,
        Suggestion = problem.Suggestion,
        Source = new SourcePosition(problem.File, 0, problem.Line, null, problem.Column),
        HelpUri = "about_MopsPS_Policy",
    };
}
