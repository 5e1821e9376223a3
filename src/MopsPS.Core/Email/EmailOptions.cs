using System.Collections.Generic;

namespace MopsPS.Core.Email;

/// <summary>What is measured, and by what.</summary>
public sealed record EmailOptions
{
    /// <summary>The name of the segment by send in <see cref="By"/>.</summary>
    public const string Send = "Send";

    /// <summary>The name of the segment by recipient domain in <see cref="By"/>.</summary>
    public const string Domain = "Domain";

    /// <summary>What makes segments: <see cref="Send"/>, <see cref="Domain"/> or columns; each combination is a result. Empty for all messages only.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The length of the periods; None for one.</summary>
    public FunnelPeriod Period { get; init; }

    /// <summary>What every row means, for exports of one kind of event without a column for it; null where a column tells.</summary>
    public EmailEvent? Event { get; init; }

    /// <summary>Whether repeat bouncers are shown with their addresses; else they are masked.</summary>
    public bool ShowRecipients { get; init; }
}
