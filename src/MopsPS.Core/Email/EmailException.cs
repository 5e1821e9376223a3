using System;

namespace MopsPS.Core.Email;

/// <summary>There is nothing to measure.</summary>
public sealed class EmailException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public EmailException(string message) : base(message)
    {
    }
}
