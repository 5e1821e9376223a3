using System;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>How much of an HTML file is read before it is refused. Mails and landing pages of the field stay below a tenth of each.</summary>
internal sealed record HtmlLimits
{
    /// <summary>The limits as they are used.</summary>
    public static readonly HtmlLimits Default = new();

    /// <summary>The longest text in characters.</summary>
    public int Characters { get; init; } = 16 * 1024 * 1024;

    /// <summary>The most start tags.</summary>
    public int Elements { get; init; } = 100_000;

    /// <summary>The deepest nesting; browsers stop at 512 (Blink's maximum DOM tree depth).</summary>
    public int Depth { get; init; } = 400;

    /// <summary>
    /// The most elements that unclosed formatting tags (b, font, a …) may be made into again in later blocks
    /// (html.spec.whatwg.org, "reconstruct the active formatting elements"): 3,000 of them in 3,000 paragraphs are 4.5 million elements.
    /// </summary>
    public long Reconstructed { get; init; } = 500_000;

    /// <summary>The longest time for one file.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);
}
