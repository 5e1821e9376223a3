using System;

namespace MopsPS.Core.Events;

/// <summary>Reports that cannot become campaign members.</summary>
public sealed class EventException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">A stable name, from which the error id is made.</param>
    /// <param name="message">What is wrong and what to do next.</param>
    public EventException(string kind, string message) : base(message) => Kind = kind;

    /// <summary>A stable name: <c>NoTable</c>, <c>NoPeople</c>, <c>NoCampaign</c>, <c>NoStatus</c>.</summary>
    public string Kind { get; }
}
