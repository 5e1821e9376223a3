using System.Globalization;

namespace MopsPS;

/// <summary>The consent of an audience in one region of the policy.</summary>
public sealed class AudienceRegion
{
    /// <summary>The region of the policy, such as eu; empty for all other countries and unknown ones.</summary>
    public string Region { get; init; } = string.Empty;

    /// <summary>The law, as the policy names it.</summary>
    public string Law { get; init; } = string.Empty;

    /// <summary>Whether consent comes first.</summary>
    public ConsentRule Rule { get; init; }

    /// <summary>Rows with an address.</summary>
    public int Rows { get; init; }

    /// <summary>Rows with express consent.</summary>
    public int Granted { get; init; }

    /// <summary>Rows with implied consent.</summary>
    public int Implied { get; init; }

    /// <summary>Rows that say nothing.</summary>
    public int Unknown { get; init; }

    /// <summary>Rows that say no, or something that cannot be read.</summary>
    public int Denied { get; init; }

    /// <summary>Rows that may be written to as far as consent goes.</summary>
    public int Allowed { get; init; }

    /// <summary>Rows that stay in the audience.</summary>
    public int Kept { get; init; }

    /// <summary>Reads like <c>eu (GDPR, OptIn): 90 of 120 allowed, 85 kept</c>.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} ({1}{2}): {3:#,0} of {4:#,0} allowed, {5:#,0} kept", Region.Length == 0 ? "other" : Region, Law.Length == 0 ? string.Empty : Law + ", ", Rule, Allowed, Rows, Kept);
}
