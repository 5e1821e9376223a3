using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Writes names of persons that are in capitals or small letters only as names are written: <c>McDonald</c>, <c>O'Brien</c>, <c>van der Berg</c>, <c>Smith-Jones</c>, <c>King Jr</c>.
/// Where a particle is written with a capital in one country and a small letter in another, the country decides; without one the value stays.
/// </summary>
internal sealed class NameCasing : FieldRepair
{
    // Particles of Germanic names: small where they come from, with a capital in Belgium, either way in the Americas.
    private static readonly HashSet<string> Germanic = new(StringComparer.Ordinal) { "van", "von", "der", "den", "zu", "zur", "zum", "vom", "af", "av", "ter", "ten", "'t", "und" };
    private static readonly HashSet<string> GermanicIn = new(StringComparer.Ordinal) { "NL", "DE", "AT", "CH", "LI", "LU", "ZA", "SE", "DK", "NO", "FI" };

    // Particles of Romance and Arabic names.
    private static readonly HashSet<string> Local = new(StringComparer.Ordinal) { "de", "du", "des", "da", "das", "do", "dos", "di", "del", "della", "dello", "dei", "degli", "la", "le", "las", "los", "el", "al", "bin", "ibn" };
    private static readonly HashSet<string> SmallIn = new(StringComparer.Ordinal) { "NL", "DE", "AT", "FR", "ES", "PT", "BR", "MX", "AR", "CO", "CL", "PE" };
    private static readonly HashSet<string> CapitalIn = new(StringComparer.Ordinal) { "IT", "BE" };

    private static readonly HashSet<string> MacNames = new(StringComparer.Ordinal)
    {
        "macdonald", "macleod", "macgregor", "macarthur", "macintyre", "macmillan", "macpherson", "macdougall", "macfarlane", "macneil", "macdonnell", "macallister", "macdermott", "mackinnon", "maclean", "maclaren",
    };

    private static readonly Dictionary<string, string> Suffixes = new[]
    {
        "Jr", "Sr", "Jr.", "Sr.", "II", "III", "IV", "PhD", "Ph.D.", "MD", "M.D.", "MBA", "CPA", "Esq", "Esq.", "DDS", "RN", "Mr", "Mrs", "Ms", "Dr", "Dr.", "Prof", "Prof.",
    }.ToDictionary(suffix => suffix.ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly HashSet<string> Initials = new(StringComparer.Ordinal) { "aj", "jj", "tj", "rj", "jt", "dj", "cj", "pj", "mj", "kj", "bj", "jp", "jr", "jd", "jc", "tc", "kc", "rc", "lj" };

    // Letters that only Turkish and its neighbours have: there I is the capital of ı, and İ that of i.
    private static readonly char[] Turkish = ['İ', 'Ş', 'Ğ'];

    private readonly Dictionary<string, string> _exceptions;
    private readonly NamePart _part;

    public NameCasing(IReadOnlyList<string> exceptions, NamePart part)
    {
        _part = part;
        _exceptions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in exceptions) _exceptions[word] = word;
    }

    public override bool NeedsCountry => _part != NamePart.Given;

    public override bool IsPlainlyClean(ReadOnlySpan<byte> utf8)
    {
        if (!LetterCase.IsMixed(utf8) || utf8[utf8.Length - 1] is (byte)',' or (byte)';' or (byte)':' || !IsAsciiLetter(utf8[0])) return false;
        foreach (var value in utf8)
            if (value is (>= (byte)'0' and <= (byte)'9') or (byte)'_') return false;
        return true;
    }

    public override FieldVerdict Judge(string text, Country? country)
    {
        if (text.Any(c => c is '@' or '_' || char.IsDigit(c))) return FieldVerdict.Unsure(RepairRule.NameCasing, "is no name as people have them");
        // Signs that lists and forms leave behind.
        var name = text.TrimEnd(',', ';', ':', ' ').TrimStart('*', '-', ',', ';', '.', ' ');
        if (!LetterCase.IsUniform(name, out var isUpper)) return name == text || name.Length == 0 ? FieldVerdict.Clean : FieldVerdict.Change(name, RepairRule.NameCasing, 0.93);
        var confidence = name == text ? 0.97 : 0.93;
        var words = name.Split(' ');
        var isTurkish = isUpper && name.IndexOfAny(Turkish) >= 0;
        for (var i = 0; i < words.Length; i++) words[i] = isTurkish ? LetterCase.TurkishTitle(words[i]) : Word(words, i, isUpper, country, ref confidence);
        var wanted = string.Join(" ", words);
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.NameCasing, confidence, confidence < 0.9 ? "may be written in several ways" : null);
    }

    private string Word(string[] words, int index, bool isUpper, Country? country, ref double confidence)
    {
        var word = words[index];
        var lower = word.ToLowerInvariant();
        if (_exceptions.TryGetValue(word, out var exact)) return exact;
        var isLast = index == words.Length - 1;
        if ((isLast && index > 0) || _part == NamePart.Whole)
            if (Suffixes.TryGetValue(lower, out var suffix) && (index > 0 || _part == NamePart.Whole) && !(_part == NamePart.Given)) return suffix;
        // A particle stands before something, and not before a family name that it is itself.
        if (!isLast && _part != NamePart.Given && (_part == NamePart.Family || index > 0))
        {
            if (lower is "y" or "e" && index > 0) return lower;
            if (Germanic.Contains(lower)) return Particle(lower, country, GermanicIn, isMostlySmall: true, ref confidence);
            // Le Goff and Du Pont have capitals in France, de Gaulle has none.
            if (Local.Contains(lower) && lower != "de" && country?.Alpha2 == "FR") return LetterCase.Title(lower);
            if (Local.Contains(lower)) return Particle(lower, country, SmallIn, isMostlySmall: false, ref confidence);
        }

        // One or two letters may be initials: JT, AJ.
        if (lower.Length == 2 && _part != NamePart.Family && lower.All(char.IsLetter) && (Initials.Contains(lower) || !HasVowel(lower)))
        {
            if (!isUpper) confidence = Math.Min(confidence, 0.85);
            return word.ToUpperInvariant();
        }

        // Several forms of one word: hyphens and dots.
        var start = 0;
        var parts = new List<string>();
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && word[i] is not ('-' or '.' or '/' or '(')) continue;
            parts.Add(Part(word.Substring(start, i - start), ref confidence));
            if (i < word.Length) parts.Add(word[i].ToString());
            start = i + 1;
        }

        return string.Concat(parts);
    }

    private static string Particle(string lower, Country? country, HashSet<string> smallIn, bool isMostlySmall, ref double confidence)
    {
        if (country is not null && smallIn.Contains(country.Alpha2)) return lower;
        if (country is not null && CapitalIn.Contains(country.Alpha2)) return LetterCase.Title(lower);
        confidence = Math.Min(confidence, 0.85);
        return isMostlySmall ? lower : LetterCase.Title(lower);
    }

    private string Part(string part, ref double confidence)
    {
        var lower = part.ToLowerInvariant();
        if (lower.Length == 0) return part;
        if (_exceptions.TryGetValue(part, out var exact)) return exact;
        var apostrophe = lower.IndexOfAny(['\'', '’', 'ʼ', '`', '´']);
        if (apostrophe == 1 && lower.Length > 3) return LetterCase.Title(lower.Substring(0, 1)) + part[1] + Part(part.Substring(2), ref confidence);
        if (apostrophe > 1) return LetterCase.Title(lower.Substring(0, apostrophe)) + lower.Substring(apostrophe);
        if (lower.StartsWith("mc", StringComparison.Ordinal) && lower.Length > 4) return "Mc" + LetterCase.Title(lower.Substring(2));
        if (lower.StartsWith("mac", StringComparison.Ordinal) && lower.Length > 5 && _part != NamePart.Given)
        {
            if (MacNames.Contains(lower))
            {
                confidence = Math.Min(confidence, 0.92);
                return "Mac" + LetterCase.Title(lower.Substring(3));
            }

            // Mackenzie and MacKenzie are both in use; Machado is neither.
            if (!Surnames.TryGet(lower, out _)) confidence = Math.Min(confidence, 0.85);
        }

        return LetterCase.Title(lower);
    }

    private static bool IsAsciiLetter(byte value) => value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z');

    private static bool HasVowel(string lower) => lower.IndexOfAny(['a', 'e', 'i', 'o', 'u', 'y']) >= 0;
}

/// <summary>Which part of a person's name a field holds.</summary>
internal enum NamePart
{
    /// <summary>The given name.</summary>
    Given,

    /// <summary>The family name.</summary>
    Family,

    /// <summary>The whole name.</summary>
    Whole,
}
