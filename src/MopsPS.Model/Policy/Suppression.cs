using System;
using System.Globalization;

namespace MopsPS;

/// <summary>Findings that a team has accepted for a time. Reason and expiry are required: an exception nobody remembers is a hole.</summary>
public sealed class Suppression
{
    /// <summary>The rule id or name; required.</summary>
    public string Rule { get; init; } = string.Empty;

    /// <summary>A wildcard pattern (<c>*</c>, <c>?</c>, no regard to case) over the finding's target; null for all targets.</summary>
    public string? Target { get; init; }

    /// <summary>A wildcard pattern over the finding's value; null for all values.</summary>
    public string? Value { get; init; }

    /// <summary>Why it is accepted; required.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The last day (UTC) on which it holds; required.</summary>
    public DateTime Expires { get; init; }

    /// <summary>Reads like <c>UTM014 until 2027-03-31: the old blog has no https</c>.</summary>
    public override string ToString() => $"{Rule} until {Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {Reason}";
}
