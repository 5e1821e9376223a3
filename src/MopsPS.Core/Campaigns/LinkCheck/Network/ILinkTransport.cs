using System;
using System.Threading;
using System.Threading.Tasks;

namespace MopsPS.Core.Campaigns.LinkCheck.Network;

/// <summary>Asks for the head of an answer. No cookies, no credentials, no proxy, no redirect of its own; the body stays where it is.</summary>
internal interface ILinkTransport : IDisposable
{
    /// <summary>Asks once.</summary>
    /// <param name="url">The address; its fragment is not sent.</param>
    /// <param name="isHead">Whether to ask by HEAD and not by GET.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LinkFailureException">There was no answer.</exception>
    Task<LinkAnswer> Ask(Uri url, bool isHead, CancellationToken cancellation);
}
