using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>One check of an audience: how many rows it excludes, or why it was not made.</summary>
public sealed class AudienceExclusion
{
    /// <summary>The reason.</summary>
    public AudienceReason Reason { get; init; }

    /// <summary>Rows that have it as their first reason. They add up to all that is excluded.</summary>
    public int Rows { get; init; }

    /// <summary>Rows that have it at all.</summary>
    public int AllRows { get; init; }

    /// <summary>Why the check was not made; null where it was.</summary>
    public string? NotChecked { get; init; }

    /// <summary>Where the first rows stand, five at most.</summary>
    public IReadOnlyList<SourcePosition> Examples { get; init => field = ResultList<SourcePosition>.Of(value); } = ResultList<SourcePosition>.Empty;

    /// <summary>Reads like <c>Suppressed: 12 rows (14 in all)</c>.</summary>
    public override string ToString() => NotChecked is null
        ? string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} rows ({2:#,0} in all)", Reason, Rows, AllRows)
        : $"{Reason}: not checked ({NotChecked})";
}
