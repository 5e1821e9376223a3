using System.Globalization;

namespace MopsPS;

/// <summary>A frequent value or pattern of a column.</summary>
public sealed class ProfileValue
{
    /// <summary>The value, masked where it is personal; or the pattern: A and a for letters, 9 for digits, + behind a letter for several.</summary>
    public string Value { get; init; } = string.Empty;

    /// <summary>How often it occurs; a lower bound where the count is not exact.</summary>
    public long Count { get; init; }

    /// <summary>The share of the values that are not blank, in percent.</summary>
    public double Share { get; init; }

    /// <summary>Whether the count is exact; else the true one may be higher by at most one in eight thousand of the values.</summary>
    public bool IsExact { get; init; }

    /// <summary>Reads like <c>Germany (412)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1}{2})", Value, IsExact ? string.Empty : ">=", Count);
}
