using System;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Address lines: house number and street apart, street types in one spelling.</summary>
internal sealed class StreetField : MatchField
{
    private readonly string[] _numbers;
    private readonly string[] _streets;
    private readonly ulong[] _letters;

    public StreetField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Street, FieldScope.Place, values, rows)
    {
        _numbers = Array.ConvertAll(values.Text, NumberOf);
        _streets = Array.ConvertAll(values.Text, StreetOf);
        _letters = Array.ConvertAll(_streets, NormalValues.LettersOf);
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.MakeAt(this, "number and start of", value => _numbers[value].Length > 0 && _streets[value].Length > 2 ? _numbers[value] + " " + _streets[value].Substring(0, 3) : null, near: (.3, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "longest word of", value => KeyMaker.LongestWord(_streets[value]), near: (0, .6), rough: (0, .3)),
        ];
    }

    /// <inheritdoc/>
    public override int Compare(int a, int b)
    {
        var left = _streets[a];
        var right = _streets[b];
        var numbers = _numbers[a].Length > 0 && _numbers[b].Length > 0;
        var sameNumber = numbers && string.Equals(_numbers[a], _numbers[b], StringComparison.Ordinal);
        var same = string.Equals(left, right, StringComparison.Ordinal);
        var alike = same || IsAlike(left, right, _letters[a], _letters[b]);
        if (alike) return sameNumber || !numbers && (_numbers[a].Length == 0 == (_numbers[b].Length == 0) || same) ? 3 : numbers && Similarity.Edits(_numbers[a], _numbers[b], 1) <= 1 && _numbers[a].Length > 1 ? 2 : 1;
        return sameNumber ? 2 : 0;
    }

    private static bool IsAlike(string left, string right, ulong leftLetters, ulong rightLetters)
    {
        if (left.Length < 3 || right.Length < 3) return false;
        var apart = Bits.Count(leftLetters ^ rightLetters);
        if (apart <= 4 && Similarity.Edits(left, right, 2) <= (Math.Min(left.Length, right.Length) >= 8 ? 2 : 1)) return true;
        if (left.Length > right.Length ? Contains(left, right) : Contains(right, left)) return true;
        return apart <= (Bits.Count(leftLetters) + Bits.Count(rightLetters)) / 4 && Similarity.JaroWinkler(left, right) >= .9;
    }

    private static bool Contains(string longer, string part)
    {
        if (part.Length < 5 || longer.Length < part.Length + 2) return false;
        var at = longer.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || longer[at - 1] == ' ') && (at + part.Length == longer.Length || longer[at + part.Length] == ' ');
    }

    private static string NumberOf(string text)
    {
        foreach (var word in text.Split(' '))
            if (word.Length > 0 && word[0] is >= '0' and <= '9') return word;
        return "";
    }

    private static string StreetOf(string text)
    {
        var number = NumberOf(text);
        if (number.Length == 0) return text;
        var at = text.IndexOf(number, StringComparison.Ordinal);
        return (text.Substring(0, at) + text.Substring(at + number.Length)).Replace("  ", " ").Trim();
    }
}
