using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MopsPS.Core.Matching.Data;

/// <summary>
/// Writes letters with diacritics, Cyrillic and Greek in ASCII. Latin by Unicode decomposition and the letters that have none
/// (ß, ø, ł, æ …); Cyrillic as in passports (ICAO Doc 9303, near to ISO 9 without its diacritics), Greek near to ELOT 743.
/// For comparing names, not for spelling them: it loses what it must.
/// </summary>
public static class Transliteration
{
    private static readonly Dictionary<char, string> Letters = Build();

    /// <summary>Writes a text in ASCII; <c>ö</c> is <c>o</c>, <c>ß</c> is <c>ss</c>, <c>Щ</c> is <c>Shch</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text in ASCII, save letters of other scripts, which stay; the same string when it was ASCII already.</returns>
    public static string ToAscii(string text) => FirstOther(text) is var at and >= 0 ? Convert(text, at, digraphs: false) : text;

    /// <summary>The other customary spelling: <c>Müller</c> is <c>Mueller</c>, <c>Søren</c> is <c>Soeren</c>, <c>Åberg</c> is <c>Aaberg</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The other spelling in ASCII, or null when the text has no letter with two spellings.</returns>
    public static string? Alternative(string text) =>
        text.IndexOfAny(TwoSpellings) >= 0 ? Convert(text, FirstOther(text), digraphs: true) : null;

    private static readonly char[] TwoSpellings = ['ä', 'ö', 'ü', 'ø', 'å', 'Ä', 'Ö', 'Ü', 'Ø', 'Å'];

    private static int FirstOther(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (text[i] >= 0x80) return i;
        return -1;
    }

    private static string Convert(string text, int first, bool digraphs)
    {
        var ascii = new StringBuilder(text.Length + 8);
        ascii.Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80) ascii.Append(c);
            else if (digraphs && Digraph(c) is { } pair) ascii.Append(pair);
            else if (c is 'υ' or 'ύ' && ascii.Length > 0 && i > 0 && text[i - 1] is 'ο' or 'Ο') ascii.Append('u');
            else if (Letters.TryGetValue(c, out var letters)) ascii.Append(letters);
            else if (char.IsSurrogate(c)) ascii.Append(c);
            else Decompose(c, ascii);
        }

        return ascii.ToString();
    }

    private static void Decompose(char c, StringBuilder ascii)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) return;
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (part < 0x80) ascii.Append(part);
            else if (Letters.TryGetValue(part, out var letters)) ascii.Append(letters);
            else if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) ascii.Append(part);
        }
    }

    private static string? Digraph(char c) => c switch
    {
        'ä' => "ae",
        'ö' or 'ø' => "oe",
        'ü' => "ue",
        'å' => "aa",
        'Ä' => "Ae",
        'Ö' or 'Ø' => "Oe",
        'Ü' => "Ue",
        'Å' => "Aa",
        _ => null,
    };

    private static Dictionary<char, string> Build()
    {
        const string pairs =
            "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ħ=h ı=i ĸ=k ŋ=n ŧ=t ə=a ƒ=f ſ=s ŀ=l ĳ=ij ɓ=b ɗ=d ƙ=k " +
            "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch " +
            "ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=ye ґ=g ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ќ=k ѕ=dz қ=k ғ=g ң=n ө=o ү=u ұ=u һ=h ә=a " +
            "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o " +
            "’=' ‘=' ‛=' ʼ=' ´=' `=' “=\" ”=\" „=\" –=- —=- ‐=- ‑=- −=- ·=. …=...";
        var letters = new Dictionary<char, string> { ['ẞ'] = "SS", ['\u00A0'] = " ", ['\u3000'] = " " };
        foreach (var pair in pairs.Split(' '))
        {
            var (letter, latin) = (pair[0], pair.Substring(2));
            letters[letter] = latin;
            var capital = char.ToUpperInvariant(letter);
            if (capital != letter && capital >= 0x80)
                letters[capital] = latin.Length == 0 ? "" : char.ToUpperInvariant(latin[0]) + latin.Substring(1);
        }

        return letters;
    }
}
