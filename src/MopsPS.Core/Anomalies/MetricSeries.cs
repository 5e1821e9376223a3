using System;
using System.Collections.Generic;

namespace MopsPS.Core.Anomalies;

/// <summary>One series before it is judged.</summary>
/// <param name="Segment">The segment, or null for all.</param>
/// <param name="Points">The points in order of their steps.</param>
internal sealed record MetricSeries(string? Segment, IReadOnlyList<MetricPoint> Points);

/// <summary>One measured point.</summary>
/// <param name="Step">Its number in a row of equal steps, so that gaps keep the season in place.</param>
/// <param name="Date">The first day of its interval.</param>
/// <param name="Value">What was measured; a ratio as a fraction.</param>
/// <param name="Whole">The whole of a ratio; more than 0.</param>
internal readonly record struct MetricPoint(int Step, DateTime Date, double Value, double? Whole);
