using System;

namespace MopsPS.Core.Audience;

/// <summary>An audience cannot be checked at all.</summary>
public sealed class AudienceException : Exception
{
    /// <summary>Makes the exception.</summary>
    public AudienceException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do next.</param>
    public AudienceException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do next.</param>
    /// <param name="innerException">What caused it.</param>
    public AudienceException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
