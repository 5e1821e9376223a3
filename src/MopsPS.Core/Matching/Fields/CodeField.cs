using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Postcodes and identifiers: letters and digits that are typed wrong or swapped.</summary>
internal sealed class CodeField : MatchField
{
    private readonly bool _isPostal;

    public CodeField(string name, MatchKind kind, FieldScope scope, NormalValues values, int[][] rows) : base(name, kind, scope, values, rows)
    {
        _isPostal = kind == MatchKind.PostalCode;
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.Make(this, "start of", KeyMaker.FirstHalf, near: (.5, 1), rough: (.8, 1)),
            KeyMaker.Make(this, "end of", KeyMaker.SecondHalf, near: (0, .5), rough: (0, .2)),
        ];
    }

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var left = Values[a];
        var right = Values[b];
        var edits = LettersApart(a, b) <= (_isPostal ? 2 : 4) ? Similarity.Edits(left, right, _isPostal ? 1 : 2) : 3;
        if (edits <= 1 && Math.Min(left.Length, right.Length) >= 4) return 2;
        if (_isPostal) return left.Length >= 4 && right.Length >= 4 && left[0] == right[0] && left[1] == right[1] ? 1 : 0;
        return edits <= 2 && Math.Min(left.Length, right.Length) >= 6 ? 1 : 0;
    }
}
