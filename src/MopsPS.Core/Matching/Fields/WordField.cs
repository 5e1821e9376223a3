using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Towns, states, countries and categories: short texts from a list, with slips of the pen.</summary>
internal sealed class WordField : MatchField
{
    private readonly bool _isCity;

    public WordField(string name, MatchKind kind, FieldScope scope, NormalValues values, int[][] rows) : base(name, kind, scope, values, rows)
    {
        _isCity = kind == MatchKind.City;
        Keys = _isCity
            ? [KeyMaker.Exact(this), KeyMaker.MakeAt(this, "start of", (value, room) => KeyMaker.Start(Folding.Squeeze(Values[value], room), 4), near: (.4, 1), rough: (.7, 1))]
            : [KeyMaker.Exact(this)];
    }

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var apart = LettersApart(a, b);
        if (!MayBeAlike(a, b, apart)) return 0;
        var left = Values[a];
        var right = Values[b];
        var shortest = Math.Min(left.Length, right.Length);
        if (!_isCity)
        {
            // Two numbers of a list differ as any two values do; of words, a slip of the pen still tells.
            if (shortest < 3) return shortest == 2 && left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0] && left[0] > '9' ? 1 : 0;
            return apart <= 2 && Similarity.Edits(left, right, 1) <= 1 && (left[0] > '9' || shortest >= 4) ? 1 : 0;
        }

        if (shortest >= 3 && apart <= 4 && (Similarity.Edits(left, right, 1) <= 1 || (shortest >= 6 && Similarity.Edits(left, right, 2) <= 2))) return 2;
        return Similarity.MayReach(left, right, Values.Letters[a], Values.Letters[b], .85) && Similarity.JaroWinkler(left, right) >= .85 ? 1 : 0;
    }
}
