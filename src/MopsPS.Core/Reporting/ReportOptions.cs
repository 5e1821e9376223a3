using System;

namespace MopsPS.Core.Reporting;

/// <summary>What a report says about itself, and how much of the input it shows.</summary>
public sealed record ReportOptions
{
    /// <summary>The heading.</summary>
    public string Title { get; init; } = "Marketing operations report";

    /// <summary>When the report was made; given by the caller, so that the same input gives the same bytes.</summary>
    public DateTimeOffset Date { get; init; }

    /// <summary>The policy to name, or null.</summary>
    public MopsPolicy? Policy { get; init; }

    /// <summary>How many rows each section keeps; counts stay exact. 0 for all.</summary>
    public int MaxRows { get; init; }

    /// <summary>A folder for a temporary file that holds what is more than memory should; null to hold all in memory. Used where <see cref="MaxRows"/> is 0.</summary>
    public string? SpoolFolder { get; init; }

    /// <summary>Whether rows of results are kept; a file of findings only has no use for them.</summary>
    public bool KeepsTables { get; init; } = true;

    /// <summary>Whether e-mail addresses and phone numbers in all texts are masked.</summary>
    public bool Mask { get; init; }
}
