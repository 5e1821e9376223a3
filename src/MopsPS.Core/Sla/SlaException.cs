using System;

namespace MopsPS.Core.Sla;

/// <summary>There is nothing to measure.</summary>
public sealed class SlaException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public SlaException(string message) : base(message)
    {
    }
}
