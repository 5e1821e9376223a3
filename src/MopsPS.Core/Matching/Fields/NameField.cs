using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Given names and family names: nicknames, initials, parts of double names, typos and sound-alikes.</summary>
internal sealed class NameField : MatchField
{
    // What the classes of the tables of names stand for: the share of people who bear such a name, by order of magnitude.
    private static readonly double[] GivenClass = [0, 1.2e-2, 5e-3, 2e-3, 1e-3, 5e-4];
    private static readonly double[] FamilyClass = [0, 6e-3, 2.5e-3, 1e-3, 6e-4, 3e-4];

    private readonly bool _isGiven;
    private readonly string[] _squeezed;
    private readonly uint[] _sounds;
    private readonly byte[] _class;
    private readonly bool[] _hasBlank;
    private readonly Nicknames.Membership?[] _nicknames;
    private readonly Nicknames.Membership?[] _firstNicknames;

    public NameField(string name, MatchKind kind, NormalValues values, int[][] rows) : base(name, kind, FieldScope.Entity, values, rows)
    {
        _isGiven = kind == MatchKind.GivenName;
        _squeezed = new string[values.Count];
        _class = new byte[values.Count];
        _hasBlank = new bool[values.Count];
        _nicknames = new Nicknames.Membership?[_isGiven ? values.Count : 0];
        _firstNicknames = new Nicknames.Membership?[_nicknames.Length];
        values.Workers.Ranges(values.Count, 4096, (from, to) =>
        {
            for (var value = from; value < to; value++) Look(value, values.Text(value));
        });
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.MakeAt(this, "sound of", (value, _) => Phonetics.DoubleMetaphone(_squeezed[value], out var _).AsSpan(), near: (.25, .85), rough: (.4, .75)),
            KeyMaker.MakeAt(this, "start of", (value, _) => KeyMaker.Start(_squeezed[value].AsSpan(), 4), near: (.45, 1), rough: (.7, 1)),
            KeyMaker.MakeAt(this, "end of", (value, _) => KeyMaker.End(_squeezed[value].AsSpan(), 4), near: (0, .6), rough: (0, .3)),
        ];
        _sounds = Keys[1].ByValue;
    }

    /// <summary>The level of a given name and its initial.</summary>
    public const int Initial = 2;

    /// <summary>The level for names that stand in each other's column.</summary>
    public int Swapped => Array.IndexOf(Levels.Names, "Swapped");

    /// <summary>The level for a difference of one letter or so.</summary>
    public int Typo => Array.IndexOf(Levels.Names, "Typo");

    /// <summary>A name without blanks.</summary>
    public string Squeezed(int value) => _squeezed[value];

    /// <summary>Whether a given name is somebody's family name: 2 yes, 1 but for a slip of the pen or as an initial, 0 no, -1 where either is missing.</summary>
    [MethodImpl(Hot.Loop)]
    public int Crossed(int value, NameField other, int otherValue)
    {
        if (value < 0 || otherValue < 0) return -1;
        if (Values.Hash[value] == other.Values.Hash[otherValue]) return 2;
        string mine = _squeezed[value], theirs = other._squeezed[otherValue];
        if (mine.Length == 1 || theirs.Length == 1) return mine[0] == theirs[0] ? 1 : 0;
        return Bits.Count(Values.Letters[value] ^ other.Values.Letters[otherValue]) <= 2 && IsTypo(mine, theirs) ? 1 : 0;
    }

    /// <inheritdoc/>
    public override double Expected(int value) => _class[value] == 0 ? Levels.Frequency : (_isGiven ? GivenClass : FamilyClass)[_class[value]];

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var left = _squeezed[a];
        var right = _squeezed[b];
        if (left.Length == 1 || right.Length == 1) return left[0] == right[0] ? (_isGiven ? Initial : 1) : 0;
        var apart = LettersApart(a, b);
        var result = 0;
        if (apart <= 4 && IsTypo(left, right))
        {
            if (!AreTwoNames(a, b)) return Typo;
            result = 1;
        }
        else if ((left[0] == right[0] && _sounds[a] == _sounds[b]) || (MayBeAlike(a, b, apart) && Similarity.MayReach(left.AsSpan(), right.AsSpan(), Values.Letters[a], Values.Letters[b], .85) && Similarity.JaroWinkler(left.AsSpan(), right.AsSpan()) >= .85))
        {
            result = 1;
        }

        return (_isGiven ? AreForms(a, b) : (_hasBlank[a] || _hasBlank[b]) && ArePart(Values[a], Values[b])) ? Typo - 1 : result;
    }

    /// <summary>Whether two squeezed names differ by no more than a slip of the pen.</summary>
    [MethodImpl(Hot.Loop)]
    public static bool IsTypo(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0) return false;
        if (string.Equals(left, right, StringComparison.Ordinal)) return true;
        var shortest = Math.Min(left.Length, right.Length);
        return Similarity.Edits(left.AsSpan(), right.AsSpan(), 1) <= 1 ? shortest >= 3
            : shortest >= 6 && Similarity.Edits(left.AsSpan(), right.AsSpan(), 2) <= 2 && left[0] == right[0];
    }

    // What the tables know of a name; asked once for each name and not for each pair.
    private void Look(int value, string text)
    {
        _squeezed[value] = Folding.Squeeze(text);
        _hasBlank[value] = _squeezed[value].Length < text.Length;
        if (!_isGiven)
        {
            if (Surnames.TryGet(text, out var frequency)) _class[value] = (byte)frequency;
            return;
        }

        if (GivenNames.TryGet(text, out var name)) _class[value] = (byte)name.Frequency;
        _nicknames[value] = Nicknames.Find(text);
        _firstNicknames[value] = _hasBlank[value] ? Nicknames.Find(text.Substring(0, text.IndexOf(' '))) : _nicknames[value];
    }

    // Mark and Mary, Martin and Martinez: one letter apart, and both names of their own.
    [MethodImpl(Hot.Loop)]
    private bool AreTwoNames(int a, int b) =>
        _class[a] > 0 && _class[b] > 0 && !(_isGiven && AreRelated(_nicknames[a], _nicknames[b])) && !AreOneSpelling(_squeezed[a], _squeezed[b]);

    // Muller, which is Müller without its dots, and Mueller; Jorg and Joerg, Soren and Soeren, Aberg and Aaberg: an accented letter written in the two customary ways.
    [MethodImpl(Hot.Loop)]
    private static bool AreOneSpelling(string left, string right)
    {
        int i = 0, j = 0;
        var isLetter = false;
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                isLetter = left[i] is 'a' or 'o' or 'u';
                i++;
                j++;
                continue;
            }

            var letter = isLetter ? left[i - 1] : '\0';
            if (isLetter && i < left.Length && IsMark(letter, left[i])) i++;
            else if (isLetter && j < right.Length && IsMark(letter, right[j])) j++;
            else return false;
            isLetter = false;
        }

        return true;
    }

    private static bool IsMark(char letter, char next) => next == 'e' || (letter == 'a' && next == 'a');

    private static bool AreRelated(Nicknames.Membership? left, Nicknames.Membership? right) =>
        left is not null && right is not null && Nicknames.Relation(left, right) != NameRelation.None;

    [MethodImpl(Hot.Loop)]
    private bool AreForms(int a, int b)
    {
        if (AreRelated(_nicknames[a], _nicknames[b])) return true;
        // Mary Ann is Mary, and J. Robert is J. as much as Robert; Maria Anna and Maria Theresa are two names of one start.
        if (_hasBlank[a] == _hasBlank[b]) return false;
        return AreRelated(_firstNicknames[a], _firstNicknames[b]) || FirstWord(Values[a]).SequenceEqual(FirstWord(Values[b]));
    }

    [MethodImpl(Hot.Loop)]
    private static bool ArePart(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var shorter = left.Length < right.Length ? left : right;
        var longer = left.Length < right.Length ? right : left;
        if (shorter.Length < 3 || shorter.Length == longer.Length) return false;
        return (longer.StartsWith(shorter) && longer[shorter.Length] == ' ') || (longer.EndsWith(shorter) && longer[longer.Length - shorter.Length - 1] == ' ');
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text) => text.IndexOf(' ') is var gap and >= 0 ? text.Slice(0, gap) : text;
}
