using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Checks;

/// <summary>What was said of one check on one file, or on the campaign as a whole.</summary>
internal sealed class CheckOutcome
{
    /// <summary>Whether it was made.</summary>
    public bool Ran { get; set; }

    /// <summary>Whether it is about one file.</summary>
    public bool IsFile { get; set; }

    /// <summary>Why it could not be made.</summary>
    public string? NotRun { get; set; }

    /// <summary>Why it has nothing to look at.</summary>
    public string? NotApplicable { get; set; }

    /// <summary>What was found.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>How many more were found than are kept.</summary>
    public int More { get; set; }
}
