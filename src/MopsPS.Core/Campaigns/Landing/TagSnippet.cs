using AngleSharp.Dom;

namespace MopsPS.Core.Campaigns.Landing;

/// <summary>A piece of a page that loads or starts analytics, a tag manager or a pixel.</summary>
/// <param name="Kind">What it is: <c>ga4</c>, <c>gtm</c>, <c>matomo</c> …</param>
/// <param name="Id">The id as the policy writes it: <c>G-ABC123</c>, <c>GTM-ABC123</c>, <c>matomo:3</c>.</param>
/// <param name="Part">Which piece.</param>
/// <param name="Offset">Where it stands.</param>
/// <param name="Element">The element.</param>
internal sealed record TagSnippet(string Kind, string Id, TagPart Part, int Offset, IElement Element)
{
    /// <summary>Whether a consent manager holds it back: no browser runs <c>type="text/plain"</c>.</summary>
    public bool IsHeldBack =>
        (Element.GetAttribute("type") is { Length: > 0 } type && type.Trim().ToLowerInvariant() is not ("text/javascript" or "application/javascript" or "module" or "text/ecmascript")) ||
        (Element.LocalName == "iframe" && !Element.HasAttribute("src"));
}

/// <summary>The pieces of a snippet.</summary>
internal enum TagPart
{
    /// <summary>Loads the code.</summary>
    Loader,

    /// <summary>Starts it for an id.</summary>
    Config,

    /// <summary>For browsers without scripts.</summary>
    NoScript,
}
