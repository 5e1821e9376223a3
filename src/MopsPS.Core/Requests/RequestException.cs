using System;

namespace MopsPS.Core.Requests;

/// <summary>There is nothing to measure or to sort.</summary>
public sealed class RequestException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public RequestException(string message) : base(message)
    {
    }
}
