using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MopsPS.Core.Attribution;

namespace MopsPS.Core.Tests.Attribution;

/// <summary>Makes sets of journeys from plain texts, and credits from them.</summary>
internal static class Journeys
{
    public static readonly Dictionary<string, double> NoCosts = [];

    public static JourneySet Paths(params (string Path, double Conversions, double? Value, double NonConversions)[] rows)
    {
        var builder = new PathSetBuilder(">");
        foreach (var (path, conversions, value, nulls) in rows) builder.Add(path, conversions, value, nulls);
        return builder.Build();
    }

    public static Dictionary<string, double> Credits(this JourneySet set, AttributionModel model, AttributionOptions? options = null) =>
        set.Compute(model, options).ToDictionary(credit => credit.Channel, credit => credit.Conversions);

    public static IReadOnlyList<AttributionCredit> Compute(this JourneySet set, AttributionModel model, AttributionOptions? options = null) =>
        AttributionEngine.Compute(model, set, options ?? new AttributionOptions(), NoCosts, CancellationToken.None);

    public static long Day(int day, int hour = 0) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(day).AddHours(hour).Ticks;
}
