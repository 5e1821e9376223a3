using System;

namespace MopsPS.Core.Routing;

/// <summary>There is nothing to audit.</summary>
public sealed class RoutingException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public RoutingException(string message) : base(message)
    {
    }
}
