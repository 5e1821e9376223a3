using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Days as yyyyMMdd: typos, swapped day and month, and parts that agree. What is no day is compared letter by letter.</summary>
internal sealed class DateField : MatchField
{
    private const int ThreeDigits = 1;
    private const int SameYear = 2;
    private const int TwoDigits = 3;
    private const int TwoParts = 4;
    private const int OneDigit = 5;
    private const int Swapped = 6;

    public DateField(string name, NormalValues values, int[][] rows) : base(name, MatchKind.Date, FieldScope.Entity, values, rows) =>
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.Make(this, "year and month of", text => IsDay(text) ? text.Slice(0, 6) : default, near: (0, .25), rough: (0, .5)),
            KeyMaker.MakeAt(this, "year and day of", (value, room) => YearAndDay(Values[value], room), near: (.25, .5), rough: (.3, .6)),
            KeyMaker.MakeAt(this, "month and day of", (value, room) => MonthAndDay(Values[value], room), near: (.5, 1), rough: (.6, 1)),
        ];

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var left = Values[a];
        var right = Values[b];
        if (!IsDay(left) || !IsDay(right)) return Similarity.Edits(left, right, 1) <= 1 ? OneDigit : 0;
        var differing = 0;
        for (var i = 0; i < 8; i++)
            if (left[i] != right[i]) differing++;
        if (differing == 1) return OneDigit;
        var sameYear = Same(left, right, 0, 4);
        if (sameYear && left[4] == right[6] && left[5] == right[7] && left[6] == right[4] && left[7] == right[5]) return Swapped;
        if (differing == 2 && Similarity.Edits(left, right, 1) == 1) return OneDigit;
        var month = Same(left, right, 4, 2);
        var day = Same(left, right, 6, 2);
        if (((sameYear ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0)) >= 2) return TwoParts;
        return differing == 2 ? TwoDigits : sameYear ? SameYear : differing == 3 ? ThreeDigits : 0;
    }

    private static bool IsDay(ReadOnlySpan<char> text) => text.Length == 8;

    private static ReadOnlySpan<char> YearAndDay(ReadOnlySpan<char> text, CharBuffer room) => IsDay(text) ? Join(text.Slice(0, 4), text.Slice(6), room) : default;

    private static ReadOnlySpan<char> MonthAndDay(ReadOnlySpan<char> text, CharBuffer room)
    {
        if (!IsDay(text)) return default;
        var month = text.Slice(4, 2);
        var day = text.Slice(6, 2);
        return month.SequenceCompareTo(day) <= 0 ? Join(month, day, room) : Join(day, month, room);
    }

    private static ReadOnlySpan<char> Join(ReadOnlySpan<char> first, ReadOnlySpan<char> second, CharBuffer room)
    {
        room.Append(first);
        room.Append(second);
        return room.From(0);
    }

    private static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int start, int length) => left.Slice(start, length).SequenceEqual(right.Slice(start, length));
}
