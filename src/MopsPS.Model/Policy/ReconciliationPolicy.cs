using System;
using System.Collections.Generic;

namespace MopsPS;

/// <summary>What two systems are expected to agree in.</summary>
public sealed class ReconciliationPolicy
{
    /// <summary>E-mail addresses whose records are left out on both sides: addresses, domains, or wildcards such as <c>*+test@*</c>.</summary>
    public IReadOnlyList<string> Exclude { get; init => field = ResultList<string>.Of(value); } = ResultList<string>.Empty;

    /// <summary>The longest time in minutes from a change on the left side to its arrival on the right side that keeps the agreement.</summary>
    public double SyncDelayMinutes { get; init; } = 60;

    /// <summary>By a status of the left side, the statuses of the right side that fit it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> StatusMap { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tolerances by field: a number (<c>0.01</c>), a share (<c>1%</c>) or a time (<c>00:05:00</c>).</summary>
    public IReadOnlyDictionary<string, string> Tolerance { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
