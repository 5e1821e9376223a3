using AngleSharp.Dom;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>A piece of text of a page as a reader sees it, or does not.</summary>
internal sealed class PageText
{
    /// <summary>The text, entities decoded, white space as it stands.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Where it starts in the source, zero-based.</summary>
    public int Offset { get; init; }

    /// <summary>Where it ends in the source.</summary>
    public int End { get; init; }

    /// <summary>The element that holds it.</summary>
    public IElement Element { get; init; } = null!;

    /// <summary>The block that holds it: texts of one block without a break between them are one line of text.</summary>
    public IElement? Block { get; init; }

    /// <summary>Whether a line break stands before it.</summary>
    public bool StartsLine { get; init; }

    /// <summary>How it looks.</summary>
    public PageLook Look { get; init; }

    /// <summary>The number of the outermost hidden element around it, for what is hidden together; 0 for visible text.</summary>
    public int HiddenIn { get; init; }
}
