using System.Globalization;

namespace MopsPS;

/// <summary>How the database grew in a month.</summary>
public sealed class HealthMonth
{
    /// <summary>The month: <c>2026-11</c>.</summary>
    public string Month { get; init; } = string.Empty;

    /// <summary>How many records were created in it.</summary>
    public long Created { get; init; }

    /// <summary>How many there were at its end, of those that are still there.</summary>
    public long Total { get; init; }

    /// <summary>Reads like <c>2026-11: 412 created, 9310 in all</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} created, {2} in all", Month, Created, Total);
}
