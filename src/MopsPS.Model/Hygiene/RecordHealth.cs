using System;
using System.Collections.Generic;
using System.Globalization;

namespace MopsPS;

/// <summary>The health of a database: KPIs, findings, and a profile of each column.</summary>
public sealed class RecordHealth : IMopsResult
{
    /// <summary>How many records there are.</summary>
    public long Rows { get; init; }

    /// <summary>The moment (UTC) of the measurement.</summary>
    public DateTime AsOf { get; init; }

    /// <summary>The columns, in their order.</summary>
    public IReadOnlyList<ColumnProfile> Columns { get; init => field = ResultList<ColumnProfile>.Of(value); } = ResultList<ColumnProfile>.Empty;

    /// <summary>The growth by month; empty where the export has no creation date.</summary>
    public IReadOnlyList<HealthMonth> Growth { get; init => field = ResultList<HealthMonth>.Of(value); } = ResultList<HealthMonth>.Empty;

    /// <summary>Consent by region; empty where the export has none.</summary>
    public IReadOnlyList<HealthRegion> Consent { get; init => field = ResultList<HealthRegion>.Of(value); } = ResultList<HealthRegion>.Empty;

    /// <summary>How many addresses are missing; null where the export has no column for them.</summary>
    public long? EmailMissing { get; init; }

    /// <summary>How many addresses are not well-formed.</summary>
    public long? EmailInvalid { get; init; }

    /// <summary>How many addresses belong to functions.</summary>
    public long? EmailRole { get; init; }

    /// <summary>How many addresses live for minutes.</summary>
    public long? EmailDisposable { get; init; }

    /// <summary>How many addresses are of free providers.</summary>
    public long? EmailFree { get; init; }

    /// <summary>How many records are inactive; null where the export does not say.</summary>
    public long? Inactive { get; init; }

    /// <summary>How many records never had an activity; null where the export does not say.</summary>
    public long? NeverEngaged { get; init; }

    /// <summary>How many records are kept too long; null where the policy has no such rule or the export has no dates.</summary>
    public long? RetentionOverdue { get; init; }

    /// <summary>How many records are duplicates of another; null where it was not asked.</summary>
    public long? Duplicates { get; init; }

    /// <summary>What needs attention.</summary>
    public IReadOnlyList<Finding> Findings { get; init => field = ResultList<Finding>.Of(value); } = ResultList<Finding>.Empty;

    /// <summary>The KPIs with their targets.</summary>
    public IReadOnlyList<Kpi> Kpis { get; init => field = ResultList<Kpi>.Of(value); } = ResultList<Kpi>.Empty;

    /// <summary>Health of records.</summary>
    public string Title => "Health of records";

    /// <summary>Always null: health is measured by KPIs.</summary>
    public bool? IsCompliant => null;

    /// <summary>Reads like <c>9310 records in 22 columns: 4 findings</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} records in {1} columns: {2} findings", Rows, Columns.Count, Findings.Count);
}
