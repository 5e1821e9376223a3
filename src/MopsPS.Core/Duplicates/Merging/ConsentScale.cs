using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Tells which consent is stricter. 0 is the strictest; a value that nobody ranked has no place.</summary>
internal sealed class ConsentScale
{
    /// <summary>A value that says nothing.</summary>
    public const int Silent = int.MaxValue;

    /// <summary>A value that has no place on the scale.</summary>
    public const int NotRanked = -1;

    private static readonly HashSet<string> True = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "1", "yes", "y", "t", "x", "on", "ja", "j", "wahr", "oui", "o", "vrai", "si", "sí", "s", "sim", "verdadero", "vero", "tak", "opted out", "opt-out", "optout", "unsubscribed",
    };

    private static readonly HashSet<string> False = new(StringComparer.OrdinalIgnoreCase)
    {
        "false", "0", "no", "n", "f", "off", "nein", "falsch", "non", "faux", "não", "nao", "falso", "nee", "nej", "nei", "nie", "opted in", "opt-in", "optin", "subscribed",
    };

    private readonly MergePolicy _policy;

    public ConsentScale(MergePolicy policy) => _policy = policy;

    /// <summary>Whether a value means yes.</summary>
    public static bool IsTrue(string? value) => value is not null && True.Contains(value.Trim());

    /// <summary>Whether a column holds a consent.</summary>
    public bool Holds(string column, string? field) => field is "HasOptedOut" or "DoNotCall" || Ranks(column, field) is not null;

    /// <summary>How strict a value is.</summary>
    public int Strictness(string column, string? field, string? value)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0) return Silent;
        if (Ranks(column, field) is { } ranks)
        {
            for (var i = 0; i < ranks.Count; i++)
                if (string.Equals(ranks[i], text, StringComparison.OrdinalIgnoreCase)) return i;
            return NotRanked;
        }

        return True.Contains(text) ? 0 : False.Contains(text) ? 1 : NotRanked;
    }

    private IReadOnlyList<string>? Ranks(string column, string? field) =>
        _policy.Consent.FirstOrDefault(entry => string.Equals(entry.Key, column, StringComparison.OrdinalIgnoreCase)
            || string.Equals(entry.Key, field, StringComparison.OrdinalIgnoreCase)).Value;
}
