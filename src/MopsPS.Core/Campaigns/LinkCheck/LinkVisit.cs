using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>What happened when a link was opened, before rules judge it.</summary>
internal sealed class LinkVisit
{
    public LinkStatus Status { get; set; }

    public string Reason { get; set; } = string.Empty;

    public string? ContentType { get; set; }

    /// <summary>The answers with the full addresses.</summary>
    public List<(string Url, int StatusCode, bool IsHead, int Requests)> Hops { get; } = [];

    public bool LeftHttps { get; set; }
}
