namespace MopsPS.Core.Campaigns.Html;

/// <summary>What the styles make of a text.</summary>
internal readonly record struct PageLook
{
    public PageLook()
    {
    }

    /// <summary>Why it is not seen; null where it is.</summary>
    public string? Hidden { get; init; }

    /// <summary>Whether a media query may show it again.</summary>
    public bool MayBeShown { get; init; }

    /// <summary>The colour of the text; null where it cannot be known.</summary>
    public CssColor? Color { get; init; } = CssColor.Black;

    /// <summary>The colour behind it; null where it cannot be known, under an image, say.</summary>
    public CssColor? Background { get; init; } = CssColor.White;

    /// <summary>The size in pixels; 0 where it cannot be known.</summary>
    public double FontSize { get; init; } = 16;

    /// <summary>Whether it is bold.</summary>
    public bool IsBold { get; init; }
}
