using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Normalizing;

/// <summary>Brings a raw value into the form in which its field is compared; null where the value says nothing.</summary>
internal static class Normalizers
{
    // Longer texts are none, and a letter repeated so often is no name of a street either.
    private const int LongestPlaceholder = 128;

    [ThreadStatic]
    private static CharBuffer? _buffer;

    /// <summary>The normaliser of a kind of field.</summary>
    /// <param name="kind">The kind; not a whole name, which <see cref="PersonNames"/> splits.</param>
    /// <param name="samples">Some values, by which the order of day and month is found.</param>
    public static Normalizer Of(MatchKind kind, IEnumerable<string> samples) => kind switch
    {
        MatchKind.GivenName => By(PersonNames.Given),
        MatchKind.FamilyName => By(PersonNames.Family),
        MatchKind.Email => EmailParts.Normalize,
        MatchKind.Phone => PhoneDigits.Normalize,
        MatchKind.Company => By(CompanyNames.Normalize),
        MatchKind.Website => By(Website),
        MatchKind.Street => Street,
        MatchKind.PostalCode or MatchKind.Identifier => (text, to) => Code(text, to, Placeholders(kind)),
        MatchKind.Date => By(new DayParser(samples).Normalize),
        _ => (text, to) => Words(text, to, Placeholders(kind)),
    };

    /// <summary>A normaliser that makes strings, for values of which there are few.</summary>
    public static Normalizer By(Func<string, string?> normalize) => (text, to) => to.Append(normalize(text.ToString()).AsSpan());

    /// <summary>The normalised form of one text; null where it says nothing.</summary>
    public static string? Text(Normalizer normalize, string text)
    {
        var buffer = _buffer ??= new CharBuffer();
        buffer.Length = 0;
        normalize(text.AsSpan(), buffer);
        return buffer.Length == 0 ? null : buffer.From(0).ToString();
    }

    private static void Words(ReadOnlySpan<char> text, CharBuffer to, PlaceholderKind placeholders)
    {
        if (!IsPlaceholder(text, placeholders)) MatchText.Normalize(text, to);
    }

    [MethodImpl(Hot.Loop)]
    private static void Street(ReadOnlySpan<char> text, CharBuffer to)
    {
        var start = to.Length;
        Words(text, to, PlaceholderKind.Address);
        if (to.Length == start) return;
        Span<char> some = stackalloc char[256];
        var folded = to.From(start);
        var copy = folded.Length <= some.Length ? some.Slice(0, folded.Length) : new char[folded.Length];
        folded.CopyTo(copy);
        to.Length = start;
        for (ReadOnlySpan<char> rest = copy; rest.Length > 0;)
        {
            var end = rest.IndexOf(' ');
            var word = end < 0 ? rest : rest.Slice(0, end);
            if (to.Length > start && word.Length > 0) to.Append(' ');
            to.Append(AddressWords.CanonicalOf(word) is { } canonical ? canonical.AsSpan() : word);
            rest = end < 0 ? default : rest.Slice(end + 1);
        }
    }

    [MethodImpl(Hot.Loop)]
    private static void Code(ReadOnlySpan<char> text, CharBuffer to, PlaceholderKind placeholders)
    {
        if (IsPlaceholder(text, placeholders)) return;
        var start = to.Length;
        MatchText.Normalize(text, to);
        var letters = to.From(start);
        var count = 0;
        foreach (var c in letters)
            if (c != ' ') letters[count++] = c;
        to.Length = start + count;
    }

    [MethodImpl(Hot.Loop)]
    private static bool IsPlaceholder(ReadOnlySpan<char> text, PlaceholderKind kind)
    {
        Span<char> lower = stackalloc char[LongestPlaceholder];
        text = text.Trim();
        if (text.Length > lower.Length) return false;
        for (var i = 0; i < text.Length; i++) lower[i] = char.ToLowerInvariant(text[i]);
        return PlaceholderValues.IsPlaceholder(kind, lower.Slice(0, text.Length));
    }

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
