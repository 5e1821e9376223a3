using System.Collections.Generic;

namespace MopsPS.Core.Utm;

/// <summary>What came of building a link: the link or the reasons against it.</summary>
public sealed class TaggedLinkBuild
{
    internal TaggedLinkBuild(TaggedLink? link, IReadOnlyList<Finding> refusals, string display)
    {
        Link = link;
        Refusals = refusals;
        Display = display;
    }

    /// <summary>The link; null where it was refused.</summary>
    public TaggedLink? Link { get; }

    /// <summary>Why it was refused; empty where it was built.</summary>
    public IReadOnlyList<Finding> Refusals { get; }

    /// <summary>The link as it may be shown in a message: personal data masked.</summary>
    public string Display { get; }
}
