using System;

namespace MopsPS.Core.Campaigns.Metadata;

/// <summary>Campaign records cannot be checked at all.</summary>
public sealed class CampaignMetadataException : Exception
{
    /// <summary>Makes the exception.</summary>
    public CampaignMetadataException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do next.</param>
    public CampaignMetadataException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do next.</param>
    /// <param name="innerException">What caused it.</param>
    public CampaignMetadataException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
