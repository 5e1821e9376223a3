using System;

namespace MopsPS.Core.Changes;

/// <summary>Why a change log takes no entry.</summary>
public enum ChangeLogProblem
{
    /// <summary>Another process holds the log for longer than was waited.</summary>
    Busy,

    /// <summary>The end of the log is not as its last writer left it; an entry more would hide that.</summary>
    Broken,

    /// <summary>The entry lacks what the policy asks for.</summary>
    NotAllowed,
}

/// <summary>A change log takes no entry.</summary>
public sealed class ChangeLogException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="problem">Why.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">What was thrown, or null.</param>
    public ChangeLogException(ChangeLogProblem problem, string message, Exception? inner = null) : base(message, inner) => Problem = problem;

    /// <summary>Why.</summary>
    public ChangeLogProblem Problem { get; }
}
