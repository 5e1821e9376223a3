using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>What comparing two exports gave, in figures. Holds no values of records. Each row of either side is in exactly one of the counts of its side.</summary>
public sealed record RecordComparison : IMopsResult
{
    /// <summary>What they were compared for.</summary>
    public ComparisonPurpose Purpose { get; init; }

    /// <summary>The left side, by the names of its files.</summary>
    public string LeftName { get; init; } = string.Empty;

    /// <summary>The right side, by the names of its files.</summary>
    public string RightName { get; init; } = string.Empty;

    /// <summary>The key, by the names of its parts; empty where records were matched.</summary>
    public IReadOnlyList<string> Key { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The rows of the left side.</summary>
    public long LeftRows { get; init; }

    /// <summary>The rows of the right side.</summary>
    public long RightRows { get; init; }

    /// <summary>The pairs of one left and one right record that were compared.</summary>
    public long Compared { get; init; }

    /// <summary>The pairs in which nothing differs.</summary>
    public long Equal { get; init; }

    /// <summary>The pairs in which at least one field differs.</summary>
    public long Different { get; init; }

    /// <summary>The rows of the left side that are not on the right side.</summary>
    public long Missing { get; init; }

    /// <summary>The rows of the right side that are not on the left side.</summary>
    public long Extra { get; init; }

    /// <summary>The keys that several rows of one side have.</summary>
    public long RepeatedKeys { get; init; }

    /// <summary>The rows of the left side that are on the right side, but not one to one.</summary>
    public long LeftRepeated { get; init; }

    /// <summary>The rows of the right side that are on the left side, but not one to one.</summary>
    public long RightRepeated { get; init; }

    /// <summary>The rows of the left side without a key.</summary>
    public long LeftBlank { get; init; }

    /// <summary>The rows of the right side without a key.</summary>
    public long RightBlank { get; init; }

    /// <summary>The rows of the left side that the policy excludes from the comparison.</summary>
    public long LeftExcluded { get; init; }

    /// <summary>The rows of the right side that the policy excludes.</summary>
    public long RightExcluded { get; init; }

    /// <summary>The rows of the left side that may be any of several.</summary>
    public long Ambiguous { get; init; }

    /// <summary>The pairs whose delay was measured.</summary>
    public long DelayMeasured { get; init; }

    /// <summary>The median delay in minutes; null where none was measured.</summary>
    public double? DelayMedianMinutes { get; init; }

    /// <summary>The 95th percentile of the delay in minutes.</summary>
    public double? DelayP95Minutes { get; init; }

    /// <summary>The pairs that arrived later than agreed.</summary>
    public long Late { get; init; }

    /// <summary>The pairs that have a date of arrival before the date of the change; they are not among the measured.</summary>
    public long BeforeChange { get; init; }

    /// <summary>The pairs that lack one of the two dates, or have one that cannot be read.</summary>
    public long NoDelay { get; init; }

    /// <summary>The pairs whose statuses fit together.</summary>
    public long StatusAligned { get; init; }

    /// <summary>The pairs whose statuses do not fit together.</summary>
    public long StatusMisaligned { get; init; }

    /// <summary>The pairs with a status on the left side of which the policy's status map says nothing; they count neither way.</summary>
    public long StatusUnmapped { get; init; }

    /// <summary>How often each field differs, in the order of the left side's columns.</summary>
    public IReadOnlyList<RecordFieldCount> Fields { get; init => field = ResultList<RecordFieldCount>.Of(value); } = ResultList<RecordFieldCount>.Empty;

    /// <summary>What was found, by rule.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The KPIs of the purpose.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <inheritdoc/>
    public string Title => $"{LeftName} against {RightName}";

    /// <inheritdoc/>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>forms.csv against leads.csv: 1,000 and 990 rows, 5 missing, 0 extra, 12 different, 3 repeated keys</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1:#,0} and {2:#,0} rows, {3:#,0} missing, {4:#,0} extra, {5:#,0} different, {6:#,0} repeated keys",
        Title, LeftRows, RightRows, Missing, Extra, Different, RepeatedKeys);
}
