using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Address lines: house number and street apart, street types in one spelling.</summary>
internal sealed class StreetField : MatchField
{
    private readonly TextPool _streets;
    private readonly ulong[] _letters;
    private readonly ushort[] _numberStarts;
    private readonly ushort[] _numberLengths;

    public StreetField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Street, FieldScope.Place, values, rows)
    {
        _letters = new ulong[values.Count];
        _numberStarts = new ushort[values.Count];
        _numberLengths = new ushort[values.Count];
        _streets = TextPool.Make(values.Count, values.Workers, Part);
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.MakeAt(this, "number and start of", NumberAndStart, near: (.3, 1), rough: (1, 0)),
            KeyMaker.MakeAt(this, "longest word of", (value, _) => KeyMaker.LongestWord(_streets[value]), near: (0, .6), rough: (0, .3)),
        ];
    }

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var left = _streets[a];
        var right = _streets[b];
        var leftNumber = Number(a);
        var rightNumber = Number(b);
        var numbers = leftNumber.Length > 0 && rightNumber.Length > 0;
        var sameNumber = numbers && leftNumber.SequenceEqual(rightNumber);
        var same = left.SequenceEqual(right);
        var alike = same || IsAlike(left, right, _letters[a], _letters[b]);
        if (alike) return sameNumber || !numbers && (leftNumber.Length == 0 == (rightNumber.Length == 0) || same) ? 3 : numbers && Similarity.Edits(leftNumber, rightNumber, 1) <= 1 && leftNumber.Length > 1 ? 2 : 1;
        return sameNumber ? 2 : 0;
    }

    [MethodImpl(Hot.Loop)]
    private static bool IsAlike(ReadOnlySpan<char> left, ReadOnlySpan<char> right, ulong leftLetters, ulong rightLetters)
    {
        if (left.Length < 3 || right.Length < 3) return false;
        var apart = Bits.Count(leftLetters ^ rightLetters);
        if (apart <= 4 && Similarity.Edits(left, right, 2) <= (Math.Min(left.Length, right.Length) >= 8 ? 2 : 1)) return true;
        if (left.Length > right.Length ? Contains(left, right) : Contains(right, left)) return true;
        return apart <= (Bits.Count(leftLetters) + Bits.Count(rightLetters)) / 4 && Similarity.MayReach(left, right, leftLetters, rightLetters, .9) && Similarity.JaroWinkler(left, right) >= .9;
    }

    [MethodImpl(Hot.Loop)]
    private static bool Contains(ReadOnlySpan<char> longer, ReadOnlySpan<char> part)
    {
        if (part.Length < 5 || longer.Length < part.Length + 2) return false;
        var at = longer.IndexOf(part);
        return at >= 0 && (at == 0 || longer[at - 1] == ' ') && (at + part.Length == longer.Length || longer[at + part.Length] == ' ');
    }

    private ReadOnlySpan<char> Number(int value) => Values[value].Slice(_numberStarts[value], _numberLengths[value]);

    private ReadOnlySpan<char> NumberAndStart(int value, CharBuffer room)
    {
        if (_numberLengths[value] == 0 || _streets[value].Length <= 2) return default;
        room.Append(Number(value));
        room.Append(' ');
        room.Append(_streets[value].Slice(0, 3));
        return room.From(0);
    }

    // The first word that starts with a digit is the number; what is left of the text is the street.
    [MethodImpl(Hot.Loop)]
    private void Part(int value, CharBuffer to)
    {
        var text = Values[value];
        int at = 0, end = 0;
        while (at < text.Length && text[at] is not (>= '0' and <= '9')) at = text.Slice(at).IndexOf(' ') is var gap and >= 0 ? at + gap + 1 : text.Length;
        if (at < text.Length)
        {
            end = text.Slice(at).IndexOf(' ') is var gap and >= 0 ? at + gap : text.Length;
            _numberStarts[value] = (ushort)at;
            _numberLengths[value] = (ushort)(end - at);
        }

        var start = to.Length;
        to.Append(text.Slice(0, at).TrimEnd(' '));
        var after = text.Slice(end).TrimStart(' ');
        if (end > 0 && after.Length > 0)
        {
            if (to.Length > start) to.Append(' ');
            to.Append(after);
        }

        _letters[value] = NormalValues.LettersOf(to.From(start));
    }
}
