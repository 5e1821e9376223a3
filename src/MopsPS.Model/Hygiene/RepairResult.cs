using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>What a repair did, in all.</summary>
public sealed class RepairResult : IMopsResult
{
    /// <summary>How many rows were read.</summary>
    public long Rows { get; init; }

    /// <summary>How many rows have a repaired value.</summary>
    public long RowsRepaired { get; init; }

    /// <summary>How many values were looked at: those that are not empty in columns that can be repaired.</summary>
    public long Values { get; init; }

    /// <summary>How many values were repaired.</summary>
    public long Repaired { get; init; }

    /// <summary>How many values stay although they are not in order.</summary>
    public long Declined { get; init; }

    /// <summary>The confidence from which values were changed.</summary>
    public double Threshold { get; init; }

    /// <summary>The counts by column and rule, the most first.</summary>
    public IReadOnlyList<RepairCount> Counts { get; init => field = ResultList<RepairCount>.Of(value); } = ResultList<RepairCount>.Empty;

    /// <summary>What was declined: for each column and rule how often, with the first example.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The share of values in order afterwards.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Repair of records.</summary>
    public string Title => "Repair of records";

    /// <summary>Always null: a repair is measured by its KPI.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>1000 rows: 412 values repaired in 380 rows, 9 declined</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} rows: {1} values repaired in {2} rows, {3} declined", Rows, Repaired, RowsRepaired, Declined);
}
