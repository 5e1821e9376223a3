using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Phone numbers as national digits; a switchboard that many share tells little, which its frequency sees to.</summary>
internal sealed class PhoneField : MatchField
{
    public PhoneField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Phone, FieldScope.Place, values, rows) =>
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.Make(this, "first digits of", text => KeyMaker.Start(text, Math.Max(5, text.Length - 4)), near: (.6, 1), rough: (1, 0)),
            KeyMaker.Make(this, "last digits of", text => KeyMaker.End(text, Math.Max(5, text.Length - 4)), near: (0, .5), rough: (1, 0)),
        ];

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var left = Values[a];
        var right = Values[b];
        if (Math.Abs(left.Length - right.Length) > 3 || LettersApart(a, b) > 6) return 0;
        // One number with an area code, the other without.
        if (left.Length != right.Length && Math.Min(left.Length, right.Length) >= 7
            && (left.EndsWith(right) || right.EndsWith(left))) return 1;
        return Math.Min(left.Length, right.Length) >= 7 && LettersApart(a, b) <= 2 && Similarity.Edits(left, right, 1) <= 1 ? 1 : 0;
    }
}
