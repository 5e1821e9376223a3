using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>How many records duplicate another one: in all, of the new ones, by source and by month. The first created record of a group is no duplicate.</summary>
public sealed class DuplicateRate : IMopsResult
{
    /// <summary>The records, without the known ones.</summary>
    public long Records { get; init; }

    /// <summary>The known records, given with -Against.</summary>
    public long Known { get; init; }

    /// <summary>The records that are not the first of their group.</summary>
    public long Duplicates { get; init; }

    /// <summary>The new records: all that did not come with -Against, or those created since -Since; null where nothing says which are new.</summary>
    public long? New { get; init; }

    /// <summary>The new records whose group has an old one; null where nothing says which are new.</summary>
    public long? NewDuplicates { get; init; }

    /// <summary>By source, the largest first; empty without a source column.</summary>
    public IReadOnlyList<DuplicateRateSegment> BySource { get; init => field = ResultList<DuplicateRateSegment>.Of(value); } = ResultList<DuplicateRateSegment>.Empty;

    /// <summary>By month of creation; empty without a date column.</summary>
    public IReadOnlyList<DuplicateRateSegment> ByMonth { get; init => field = ResultList<DuplicateRateSegment>.Of(value); } = ResultList<DuplicateRateSegment>.Empty;

    /// <summary>The records without a date of creation.</summary>
    public long Undated { get; init; }

    /// <summary>The records whose date could not be read; they count as undated, too.</summary>
    public long UnreadDates { get; init; }

    /// <summary>The threshold from which records are the same.</summary>
    public double Threshold { get; init; }

    /// <inheritdoc/>
    public string Title { get; init; } = "Duplicate rate";

    /// <inheritdoc/>
    public bool? IsCompliant => null;

    /// <inheritdoc/>
    public IReadOnlyList<Finding> Findings => ResultList<Finding>.Empty;

    /// <inheritdoc/>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Reads like <c>12 of 240 records are duplicates (5.0 %)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Duplicates} of {Records} records are duplicates ({(Records == 0 ? 0 : 100.0 * Duplicates / Records):0.0} %)");
}
