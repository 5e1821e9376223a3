using System;

namespace MopsPS.Core.Attribution;

/// <summary>The conversions cannot be attributed.</summary>
public sealed class AttributionException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="kind">A stable name: <c>NoData</c>, <c>NoConversions</c>, <c>MixedInput</c> or <c>ModelNotPossible</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public AttributionException(string kind, string message) : base(message) => Kind = kind;

    /// <summary>A stable name.</summary>
    public string Kind { get; }
}
