using System;

namespace MopsPS.Core.Reconciliation;

/// <summary>Two exports that cannot be compared as asked.</summary>
public sealed class CompareException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">A stable name, from which the error id is made.</param>
    /// <param name="message">What is wrong and what to do next.</param>
    public CompareException(string kind, string message) : base(message) => Kind = kind;

    /// <summary>A stable name: <c>NoRecords</c>, <c>NoField</c>, <c>ToleranceInvalid</c>.</summary>
    public string Kind { get; }
}
