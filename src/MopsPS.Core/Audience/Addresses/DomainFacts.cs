using MopsPS.Core.Matching.Data;

namespace MopsPS.Core.Audience.Addresses;

/// <summary>What is known of a domain.</summary>
internal sealed class DomainFacts
{
    /// <summary>The mail provider, or null.</summary>
    public EmailProvider? Provider { get; init; }

    /// <summary>The domain whose mailboxes these are, in UTF-8; null for its own.</summary>
    public byte[]? AliasOf { get; init; }
}
