using System;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>HTML that is too large or too deep to be judged; no mail client shows it whole either.</summary>
internal sealed class HtmlLimitException : Exception
{
    public HtmlLimitException(string message, int offset)
        : base(message) => Offset = offset;

    /// <summary>Where the limit was passed, zero-based.</summary>
    public int Offset { get; }
}
