using System;

namespace MopsPS.Core.Anomalies;

/// <summary>There is nothing to judge.</summary>
public sealed class AnomalyException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public AnomalyException(string message) : base(message)
    {
    }
}
