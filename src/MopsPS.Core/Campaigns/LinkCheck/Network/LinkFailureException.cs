using System;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>A request that got no answer, and why.</summary>
internal sealed class LinkFailureException : Exception
{
    public LinkFailureException(LinkStatus status, string message, Exception? inner = null) : base(message, inner) => Status = status;

    public LinkFailureException() : this(LinkStatus.ConnectionFailed, "The connection failed.")
    {
    }

    public LinkFailureException(string message) : this(LinkStatus.ConnectionFailed, message)
    {
    }

    public LinkFailureException(string message, Exception innerException) : this(LinkStatus.ConnectionFailed, message, innerException)
    {
    }

    /// <summary>What became of the link.</summary>
    public LinkStatus Status { get; }
}
