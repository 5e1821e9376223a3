using AngleSharp.Dom;
using MopsPS.Core.Utm.Parsing;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>A link of a page or mail.</summary>
internal sealed class PageLink
{
    /// <summary>The address as the attribute has it, entities decoded.</summary>
    public string Href { get; init; } = string.Empty;

    /// <summary>Where the attribute stands.</summary>
    public int Offset { get; init; }

    /// <summary>The element; null for links inside Outlook's conditional comments.</summary>
    public IElement? Element { get; init; }

    /// <summary>What the reader clicks on: text and alternative texts of images, spaces folded.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Whether the text comes from visible text, so that it can be held against the target.</summary>
    public bool IsVisible { get; init; } = true;

    /// <summary>The address taken apart.</summary>
    public WebUrl Url { get; init; } = null!;

    /// <summary>What it is for.</summary>
    public LinkRole Role { get; init; }

    /// <summary>Whether the address begins with a token that a mailing tool replaces by the whole address.</summary>
    public bool IsToken { get; init; }

    /// <summary>The field of findings.</summary>
    public string Field => Element is null ? "Outlook link" : Element.LocalName + " href";
}

/// <summary>What a link is for, told by its address and text.</summary>
internal enum LinkRole
{
    /// <summary>To a page of the campaign, or anything else.</summary>
    Content,

    /// <summary>Ends the mails.</summary>
    Unsubscribe,

    /// <summary>Changes which mails come.</summary>
    Preferences,

    /// <summary>Shows the mail in the browser.</summary>
    ViewOnline,

    /// <summary>The privacy notice, imprint or terms.</summary>
    Legal,
}
