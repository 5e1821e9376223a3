using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Text;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>Brings a raw value into the form in which its field is compared; null where the value says nothing.</summary>
internal static class Normalizers
{
    /// <summary>The normaliser of a kind of field.</summary>
    /// <param name="kind">The kind; not a whole name, which <see cref="PersonNames"/> splits.</param>
    /// <param name="samples">Some values, by which the order of day and month is found.</param>
    public static Func<string, string?> Of(MatchKind kind, IEnumerable<string> samples) => kind switch
    {
        MatchKind.GivenName => PersonNames.Given,
        MatchKind.FamilyName => PersonNames.Family,
        MatchKind.Email => EmailParts.Normalize,
        MatchKind.Phone => PhoneDigits.Normalize,
        MatchKind.Company => CompanyNames.Normalize,
        MatchKind.Website => Website,
        MatchKind.Street => text => Words(text, kind, AddressWords.Canonical),
        MatchKind.PostalCode or MatchKind.Identifier => text => Code(text, kind),
        MatchKind.Date => new DayParser(samples).Normalize,
        _ => text => Words(text, kind, null),
    };

    private static string? Words(string text, MatchKind kind, Func<string, string>? canonical)
    {
        if (PlaceholderValues.IsPlaceholder(Placeholders(kind), text.Trim().ToLowerInvariant())) return null;
        var folded = MatchText.Normalize(text);
        if (canonical is null || folded.Length == 0) return folded;
        var words = folded.Split(' ');
        for (var i = 0; i < words.Length; i++) words[i] = canonical(words[i]);
        return string.Join(" ", words.Where(word => word.Length > 0));
    }

    private static string? Code(string text, MatchKind kind) =>
        PlaceholderValues.IsPlaceholder(Placeholders(kind), text.Trim().ToLowerInvariant()) ? null : Folding.Squeeze(MatchText.Normalize(text));

    private static PlaceholderKind Placeholders(MatchKind kind) => kind switch
    {
        MatchKind.PostalCode => PlaceholderKind.Postcode,
        MatchKind.Street or MatchKind.City or MatchKind.State or MatchKind.Country => PlaceholderKind.Address,
        _ => PlaceholderKind.Any,
    };

    private static string? Website(string text)
    {
        var host = text.Trim().ToLowerInvariant();
        var scheme = host.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) host = host.Substring(scheme + 3);
        var end = host.IndexOfAny(['/', '?', '#', ':']);
        if (end >= 0) host = host.Substring(0, end);
        if (host.IndexOf('.') <= 0 || host.IndexOf(' ') >= 0) return null;
        return PublicSuffixes.RegistrableDomain(host);
    }
}
