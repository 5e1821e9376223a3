using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Records;

namespace MopsPS.Core.Places;

/// <summary>How countries write postcodes (Data/Places/postcodes.csv).</summary>
public static class Postcodes
{
    private static readonly Lazy<Rule?[]> Rules = new(Load);

    /// <summary>Checks a postcode and writes it as the country does.</summary>
    /// <param name="country">The country.</param>
    /// <param name="text">What someone wrote: <c>sw1a1aa</c>, <c>D-80331</c>, <c>2134</c> for Boston.</param>
    public static PostcodeCheck Check(Country country, string text)
    {
        if (Rules.Value[country.Index] is not { } rule) return default;
        var none = new PostcodeCheck(null, 0, true);
        if (text.Length > 24 || Bare(text) is not { Length: > 0 } bare) return none;
        // A tool kept it as a number: 02134 became 2134, or 2134.0 where some cells are empty.
        var isNumber = text.TrimEnd().EndsWith(".0", StringComparison.Ordinal) && bare.All(IsDigit);
        if (isNumber)
        {
            bare = bare.Substring(0, bare.Length - 1);
            if (rule.Fit(bare, lenient: false) is { } whole) return new PostcodeCheck(whole, 0.97, true);
        }
        else if (rule.Fit(bare, lenient: false) is { } exact)
        {
            return new PostcodeCheck(exact, 1, true);
        }

        foreach (var prefix in rule.Prefixes)
            if (bare.StartsWith(prefix, StringComparison.Ordinal) && rule.Fit(bare.Substring(prefix.Length), lenient: false) is { } domestic)
                return new PostcodeCheck(domestic, 0.99, true);
        if (rule.Pads && bare.All(IsDigit) && rule.Fit("0" + bare, lenient: false) is { } padded) return new PostcodeCheck(padded, 0.95, true);
        return rule.Fit(bare, lenient: true) is { } read ? new PostcodeCheck(read, 0.9, true) : none;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => c is >= 'A' and <= 'Z';

    // Letters and digits, in capitals; null when there is anything that no postcode has.
    private static string? Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
            if (IsDigit(plain) || IsLetter(plain)) bare.Append(plain);
            else if (plain is >= 'a' and <= 'z') bare.Append(char.ToUpperInvariant(plain));
            else if (!char.IsWhiteSpace(plain) && plain is not ('-' or '–' or '.' or ',' or '\'' or '〒' or '_' or '‐' or '/')) return null;
        }

        return bare.ToString();
    }

    private static Rule?[] Load()
    {
        var rules = new Rule?[Countries.All.Count];
        foreach (var row in EmbeddedTable.Read("Places/postcodes.csv"))
            if (Countries.TryGet(row[0], out var country))
                rules[country!.Index] = new Rule(EmbeddedTable.Values(row[1]), EmbeddedTable.Values(row[2]), row[3] == "yes");
        return rules;
    }

    private sealed class Rule(string[] formats, string[] prefixes, bool pads)
    {
        private readonly Format[] _formats = [.. formats.Select(format => new Format(format))];

        public string[] Prefixes { get; } = prefixes;

        public bool Pads { get; } = pads;

        /// <summary>Lays the bare characters into the first format that they fit; lenient reads O as 0 and I as 1 where a digit must be, and back.</summary>
        public string? Fit(string bare, bool lenient)
        {
            foreach (var format in _formats)
                if (format.Fit(bare, lenient) is { } text) return text;
            return null;
        }
    }

    private sealed class Format
    {
        private readonly string _signs;
        private readonly string _literals;
        private readonly int _places;

        public Format(string signs)
        {
            _signs = signs;
            _places = signs.Count(sign => sign is '#' or '@' or '*');
            // Letters that belong to the format (LV-1010) may be left out.
            _literals = new string([.. signs.TakeWhile(IsLetter)]);
        }

        public string? Fit(string bare, bool lenient)
        {
            var at = bare.Length - _places;
            if (at != 0 && (at != _literals.Length || !bare.StartsWith(_literals, StringComparison.Ordinal))) return null;
            var text = new char[_signs.Length];
            var slips = 0;
            for (var i = 0; i < text.Length; i++)
            {
                var sign = _signs[i];
                if (sign is not ('#' or '@' or '*'))
                {
                    text[i] = sign;
                    continue;
                }

                var c = bare[at++];
                if (sign == '#' && !IsDigit(c)) (c, slips) = (lenient ? AsDigit(c) : '\0', slips + 1);
                else if (sign == '@' && !IsLetter(c)) (c, slips) = (lenient ? AsLetter(c) : '\0', slips + 1);
                if (c == '\0' || slips > 1) return null;
                text[i] = c;
            }

            return new string(text);
        }

        private static char AsDigit(char c) => c switch { 'O' => '0', 'I' or 'L' => '1', _ => '\0' };

        private static char AsLetter(char c) => c switch { '0' => 'O', '1' => 'I', _ => '\0' };
    }
}
