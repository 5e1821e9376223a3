using System.Collections.Generic;

namespace MopsPS.Core.Matching.Fields;

/// <summary>What a caller says of the fields; empty lists leave everything to be found.</summary>
public sealed record MatchFieldOptions
{
    /// <summary>Columns or canonical fields to compare by, and no others.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Columns that are identifiers: they agree or they do not.</summary>
    public IReadOnlyList<string> Exact { get; init; } = [];

    /// <summary>Columns that are not compared.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];
}
