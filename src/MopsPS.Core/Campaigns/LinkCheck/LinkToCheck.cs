namespace MopsPS.Core.Campaigns.LinkCheck;

/// <summary>A link and where it stands.</summary>
/// <param name="Url">The link as it stands.</param>
/// <param name="Source">Where it stands; null where that is not known.</param>
public sealed record LinkToCheck(string Url, SourcePosition? Source = null);
