using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Writes names of companies that are in capitals or small letters only as companies are written: <c>Müller GmbH</c>, <c>Bank of Boston LLC</c>, <c>IBM Deutschland</c>.
/// A short word that may be an acronym or a word is not decided: the value stays.
/// </summary>
internal sealed class CompanyCasing : FieldRepair
{
    private readonly Dictionary<string, string> _exceptions = new(StringComparer.OrdinalIgnoreCase);

    public CompanyCasing(IReadOnlyList<string> exceptions)
    {
        foreach (var word in exceptions) _exceptions[word] = word;
    }

    public override bool IsPlainlyClean(ReadOnlySpan<byte> utf8) => LetterCase.IsMixed(utf8) && utf8[utf8.Length - 1] is not ((byte)',' or (byte)';');

    public override FieldVerdict Judge(string text, Country? country)
    {
        if (_exceptions.TryGetValue(text, out var whole)) return whole == text ? FieldVerdict.Clean : FieldVerdict.Change(whole, RepairRule.CompanyCasing, 1);
        var name = text.TrimEnd(',', ';', ' ');
        if (!LetterCase.IsUniform(name, out var isUpper)) return name == text || name.Length == 0 ? FieldVerdict.Clean : FieldVerdict.Change(name, RepairRule.CompanyCasing, 0.95);
        var words = name.Split(' ');
        // A single short word in capitals is an acronym, as it stands: IBM.
        if (isUpper && words.Length == 1 && name.Count(char.IsLetter) <= 4 && name == text) return FieldVerdict.Clean;
        var confidence = 0.96;
        for (var i = 0; i < words.Length; i++) words[i] = Word(words[i], i, words.Length, isUpper, ref confidence);
        var wanted = string.Join(" ", words);
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.CompanyCasing, confidence, confidence < 0.9 ? "has a short word that may be an acronym" : null);
    }

    private string Word(string word, int index, int count, bool isUpper, ref double confidence)
    {
        if (_exceptions.TryGetValue(word.Trim(',', '.'), out var exact)) return Around(word, exact);
        if (CompanyWordCasing.LegalForm(word, index > 0) is { } form) return form;
        // "S.A." and the like which no table has, and initials: J.P.
        var lower = word.ToLowerInvariant();
        if (CompanyWordCasing.IsInitials(lower)) return word.ToUpperInvariant();
        if (index > 0 && index < count - 1 && CompanyWordCasing.IsSmall(lower)) return lower;
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && (char.IsLetterOrDigit(word[i]) || word[i] is '\'' or '’')) continue;
            if (i > start) parts.Add(Part(word.Substring(start, i - start), isUpper, ref confidence));
            if (i < word.Length) parts.Add(word[i].ToString());
            start = i + 1;
        }

        return string.Concat(parts);
    }

    private string Part(string part, bool isUpper, ref double confidence)
    {
        if (_exceptions.TryGetValue(part, out var exact)) return exact;
        var lower = part.ToLowerInvariant();
        if (CompanyWordCasing.Acronym(lower) is { } acronym) return acronym;
        if (lower.Length == 1) return lower.ToUpperInvariant();
        var apostrophe = lower.IndexOfAny(['\'', '’']);
        if (apostrophe == 1 && lower.Length > 3) return lower.Substring(0, 1).ToUpperInvariant() + part[1] + LetterCase.Title(lower.Substring(2));
        if (lower.StartsWith("mc", StringComparison.Ordinal) && lower.Length > 4) return "Mc" + LetterCase.Title(lower.Substring(2));
        if (lower.Any(char.IsDigit))
        {
            confidence = Math.Min(confidence, 0.85);
            return isUpper ? part : lower;
        }

        if (lower.All(char.IsLetter) && lower.Length <= 4 && !CompanyWordCasing.IsWord(lower))
        {
            // No word has no vowel; what has one may be either.
            var isAcronym = lower.IndexOfAny(['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü', 'é', 'è', 'á', 'å', 'ø']) < 0;
            confidence = Math.Min(confidence, isAcronym ? (isUpper ? 0.95 : 0.9) : 0.8);
            if (isAcronym) return part.ToUpperInvariant();
        }

        return LetterCase.Title(lower);
    }

    private static string Around(string word, string exact)
    {
        var start = 0;
        while (start < word.Length && word[start] is ',' or '.') start++;
        var end = word.Length;
        while (end > start && word[end - 1] is ',' or '.') end--;
        return word.Substring(0, start) + exact + word.Substring(end);
    }
}
