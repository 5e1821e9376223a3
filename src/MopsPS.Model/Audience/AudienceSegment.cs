using System.Globalization;

namespace MopsPS;

/// <summary>One rule of the segment, checked on the rows.</summary>
public sealed class AudienceSegment
{
    /// <summary>The rule, for example <c>Country In US, CA</c>.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>Rows that do not fit it.</summary>
    public int Rows { get; init; }

    /// <summary>Of these, rows whose value is no number or date where one is needed.</summary>
    public int Unreadable { get; init; }

    /// <summary>Why it was not checked; null where it was.</summary>
    public string? NotChecked { get; init; }

    /// <summary>Reads like <c>Country In US, CA: 12 rows outside</c>.</summary>
    public override string ToString() => NotChecked is null
        ? string.Format(CultureInfo.InvariantCulture, "{0}: {1:#,0} rows outside", Rule, Rows) : $"{Rule}: not checked ({NotChecked})";
}
