namespace MopsPS.Core.Utm.Channels;

/// <summary>What kind of site a source is by Google's list (SOURCE_CATEGORY_SEARCH, _SHOPPING, _SOCIAL, _VIDEO).</summary>
public enum SourceCategory
{
    /// <summary>The source is not on the list.</summary>
    None,

    /// <summary>A search site.</summary>
    Search,

    /// <summary>A shopping site.</summary>
    Shopping,

    /// <summary>A social site.</summary>
    Social,

    /// <summary>A video site.</summary>
    Video,
}
