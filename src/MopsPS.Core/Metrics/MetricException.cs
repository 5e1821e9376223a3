using System;

namespace MopsPS.Core.Metrics;

/// <summary>Sources of metrics that cannot be compared.</summary>
public sealed class MetricException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">A stable name, from which the error id is made.</param>
    /// <param name="message">What is wrong and what to do next.</param>
    public MetricException(string kind, string message) : base(message) => Kind = kind;

    /// <summary>A stable name: <c>NoData</c>, <c>OneSource</c>, <c>ReferenceUnknown</c>, <c>NoMetric</c>, <c>LongTable</c>.</summary>
    public string Kind { get; }
}
