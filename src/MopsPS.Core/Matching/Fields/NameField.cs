using System;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Given names and family names: nicknames, initials, parts of double names, typos and sound-alikes.</summary>
internal sealed class NameField : MatchField
{
    private readonly bool _isGiven;
    private readonly string[] _squeezed;
    private readonly ulong[] _sounds;
    private readonly bool[] _hasForms;

    public NameField(string name, MatchKind kind, NormalValues values, int[][] rows) : base(name, kind, FieldScope.Entity, values, rows)
    {
        _isGiven = kind == MatchKind.GivenName;
        _squeezed = Array.ConvertAll(values.Text, Folding.Squeeze);
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.MakeAt(this, "sound of", value => Phonetics.DoubleMetaphone(_squeezed[value], out _), near: (.25, .85), rough: (.4, .75)),
            KeyMaker.MakeAt(this, "start of", value => KeyMaker.Start(_squeezed[value], 4), near: (.45, 1), rough: (.7, 1)),
            KeyMaker.MakeAt(this, "end of", value => KeyMaker.End(_squeezed[value], 4), near: (0, .6), rough: (0, .3)),
        ];
        _sounds = Keys[1].ByValue;
        // Most names have no other form at all: no table needs to be asked for them.
        _hasForms = Array.ConvertAll(values.Text, text => text.IndexOf(' ') >= 0 || (_isGiven && Nicknames.GroupsOf(text).Length > 0));
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
    public int Crossed(int value, NameField other, int otherValue)
    {
        if (value < 0 || otherValue < 0) return -1;
        if (Values.Hash[value] == other.Values.Hash[otherValue]) return 2;
        string mine = _squeezed[value], theirs = other._squeezed[otherValue];
        if (mine.Length == 1 || theirs.Length == 1) return mine[0] == theirs[0] ? 1 : 0;
        return Bits.Count(Values.Letters[value] ^ other.Values.Letters[otherValue]) <= 2 && IsTypo(mine, theirs) ? 1 : 0;
    }

    /// <inheritdoc/>
    public override int Compare(int a, int b)
    {
        var left = _squeezed[a];
        var right = _squeezed[b];
        if (left.Length == 1 || right.Length == 1) return left[0] == right[0] ? (_isGiven ? Initial : 1) : 0;
        var apart = LettersApart(a, b);
        var result = 0;
        if (apart <= 4 && IsTypo(left, right))
        {
            if (!AreTwoNames(Values.Text[a], Values.Text[b])) return Typo;
            result = 1;
        }
        else if ((left[0] == right[0] && _sounds[a] == _sounds[b]) || (MayBeAlike(a, b, apart) && Similarity.JaroWinkler(left, right) >= .85))
        {
            result = 1;
        }

        if (_hasForms[a] || _hasForms[b])
        {
            if (_isGiven ? AreForms(Values.Text[a], Values.Text[b]) : ArePart(Values.Text[a], Values.Text[b])) return Typo - 1;
        }

        return result;
    }

    /// <summary>Whether two squeezed names differ by no more than a slip of the pen.</summary>
    public static bool IsTypo(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0) return false;
        if (string.Equals(left, right, StringComparison.Ordinal)) return true;
        var shortest = Math.Min(left.Length, right.Length);
        return Similarity.Edits(left, right, 1) <= 1 ? shortest >= 3
            : shortest >= 6 && Similarity.Edits(left, right, 2) <= 2 && left[0] == right[0];
    }

    // Mark and Mary, Martin and Martinez: one letter apart, and both names of their own.
    private bool AreTwoNames(string left, string right) => _isGiven
        ? GivenNames.TryGet(left, out _) && GivenNames.TryGet(right, out _) && !Nicknames.AreRelated(left, right)
        : Surnames.TryGet(left, out _) && Surnames.TryGet(right, out _);

    private static bool AreForms(string left, string right)
    {
        if (Nicknames.AreRelated(left, right)) return true;
        var a = FirstWord(left);
        var b = FirstWord(right);
        if (a.Length == left.Length && b.Length == right.Length) return false;
        // Mary Ann is Mary, and J. Robert is J. as much as Robert; Maria Anna and Maria Theresa are two names of one start.
        return (a.Length == left.Length || b.Length == right.Length) && (string.Equals(a, b, StringComparison.Ordinal) || Nicknames.AreRelated(a, b));
    }

    private static bool ArePart(string left, string right)
    {
        if (left.IndexOf(' ') < 0 && right.IndexOf(' ') < 0) return false;
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        if (shorter.Length < 3 || shorter.Length == longer.Length) return false;
        return (longer.StartsWith(shorter, StringComparison.Ordinal) && longer[shorter.Length] == ' ')
            || (longer.EndsWith(shorter, StringComparison.Ordinal) && longer[longer.Length - shorter.Length - 1] == ' ');
    }

    private static string FirstWord(string text)
    {
        var gap = text.IndexOf(' ');
        return gap < 0 ? text : text.Substring(0, gap);
    }
}
