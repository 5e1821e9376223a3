using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Consent;

namespace MopsPS.Core.Duplicates.Merging;

/// <summary>Tells which consent is stricter. 0 is the strictest; a value that nobody ranked has no place.</summary>
internal sealed class ConsentScale
{
    /// <summary>A value that says nothing.</summary>
    public const int Silent = int.MaxValue;

    /// <summary>A value that has no place on the scale.</summary>
    public const int NotRanked = -1;

    private readonly MergePolicy _policy;
    private readonly ConsentPolicy _consent;
    private readonly ConsentWords _words;

    public ConsentScale(MergePolicy policy, ConsentPolicy consent)
    {
        _policy = policy;
        _consent = consent;
        _words = new ConsentWords(consent.Values);
    }

    /// <summary>Whether a value of an opt-out column says that the person opted out.</summary>
    public bool IsOptOut(string? value) => _words.OptOut(value) == true;

    /// <summary>Whether a column holds a consent.</summary>
    public bool Holds(string column, string? field) => Ranks(column, field) is not null || IsOptOutColumn(column, field) || IsConsentColumn(column, field);

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

        if (IsOptOutColumn(column, field)) return _words.OptOut(text) switch { true => 0, false => 1, _ => NotRanked };
        var state = _words.Consent(text);
        return state == ConsentState.Unreadable ? NotRanked : (int)state;
    }

    private bool IsOptOutColumn(string column, string? field) =>
        field is "HasOptedOut" or "DoNotCall" || Means(_consent.OptOut, column, field) || _consent.Purposes.Values.Any(purpose => Means(purpose.OptOut, column, field));

    private bool IsConsentColumn(string column, string? field) => _consent.Purposes.Values.Any(purpose => Means(purpose.Columns, column, field));

    private static bool Means(IReadOnlyList<string> names, string column, string? field) => names.Any(name => ConsentColumns.Means(name, column, field));

    private IReadOnlyList<string>? Ranks(string column, string? field) =>
        _policy.Consent.FirstOrDefault(entry => string.Equals(entry.Key, column, StringComparison.OrdinalIgnoreCase)
            || string.Equals(entry.Key, field, StringComparison.OrdinalIgnoreCase)).Value;
}
