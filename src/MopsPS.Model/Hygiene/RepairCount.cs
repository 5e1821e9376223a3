using System.Globalization;

namespace MopsPS;

/// <summary>How often one rule repaired one column.</summary>
public sealed class RepairCount
{
    /// <summary>The column.</summary>
    public string Column { get; init; } = string.Empty;

    /// <summary>The canonical field; null for a column that plays no known part.</summary>
    public string? Field { get; init; }

    /// <summary>The rule.</summary>
    public RepairRule Rule { get; init; }

    /// <summary>How many values were repaired.</summary>
    public long Repaired { get; init; }

    /// <summary>How many stay, because the repair is not sure enough or there is none.</summary>
    public long Declined { get; init; }

    /// <summary>Reads like <c>Country, Country: 812 repaired, 3 declined</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}, {1}: {2} repaired, {3} declined", Column, Rule, Repaired, Declined);
}
