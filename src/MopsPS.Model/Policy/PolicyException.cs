using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS;

/// <summary>A policy cannot be used; carries every mistake, not only the first.</summary>
public sealed class PolicyException : Exception
{
    /// <summary>Makes the exception of the mistakes found.</summary>
    /// <param name="problems">All mistakes and warnings; at least one error.</param>
    public PolicyException(IReadOnlyList<PolicyProblem> problems)
        : base(Describe(problems ?? throw new ArgumentNullException(nameof(problems)))) => Problems = problems;

    /// <summary>Every mistake, in the order of the text.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    private static string Describe(IReadOnlyList<PolicyProblem> problems) =>
        "The policy has mistakes; Test-MopsPolicy lists them as objects." + Environment.NewLine +
        string.Join(Environment.NewLine, problems.Take(20).Select(problem => problem.ToString()));
}
