using System;
using MopsPS.Core.Campaigns.Html;
using MopsPS.Core.Records.Reading;

namespace MopsPS.Core.Campaigns.Content;

/// <summary>A plain-text part.</summary>
/// <param name="Source">The text.</param>
/// <param name="Place">From its offsets to line and column of the file.</param>
/// <param name="Asset">The file, where it is one of its own; null inside a message.</param>
internal sealed record TextDocument(HtmlSource Source, Func<int, (int Line, int Column)> Place, CampaignAsset? Asset)
{
    /// <summary>Reads a file.</summary>
    public static TextDocument Of(byte[] content, CampaignAsset asset)
    {
        var (encoding, preamble) = TextSample.Detect(content, content.Length, true, null);
        var source = new HtmlSource(encoding.GetString(content, preamble, content.Length - preamble));
        return new TextDocument(source, source.PlaceOf, asset);
    }
}
