using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>What became of the repairs that were taken back, in all.</summary>
public sealed class RepairUndoResult : IMopsResult
{
    /// <summary>How many records were read.</summary>
    public long Records { get; init; }

    /// <summary>How many repaired values the rollback file has.</summary>
    public long Values { get; init; }

    /// <summary>How many came back.</summary>
    public long Restored { get; init; }

    /// <summary>How many were as before already.</summary>
    public long AlreadyUndone { get; init; }

    /// <summary>How many stay because the value or its record was changed after the repair.</summary>
    public long Changed { get; init; }

    /// <summary>How many belong to records that are not there.</summary>
    public long Missing { get; init; }

    /// <summary>What stays, for each column how often, with the first example.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>Always empty: there is nothing to measure.</summary>
    public IReadOnlyList<Kpi> Kpis { get; } = ResultList<Kpi>.Empty;

    /// <summary>Repair taken back.</summary>
    public string Title => "Repair taken back";

    /// <summary>Whether every value is as it was before the repair.</summary>
    public bool? IsCompliant => Changed + Missing == 0;

    /// <summary>Reads like <c>412 repairs: 409 taken back, 0 were already, 2 changed since, 1 without its record</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} repairs: {1} taken back, {2} were already, {3} changed since, {4} without its record", Values, Restored, AlreadyUndone, Changed, Missing);
}
