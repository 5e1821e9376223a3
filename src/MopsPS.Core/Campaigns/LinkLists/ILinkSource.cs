using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.LinkLists;

/// <summary>What a checker keeps of a file whose links may be opened.</summary>
internal interface ILinkSource
{
    /// <summary>The web addresses in the order of the file; none that ends or changes a subscription.</summary>
    IReadOnlyList<ListedLink> Links { get; }
}
