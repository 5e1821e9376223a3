using System;
using System.Text;
using MopsPS.Core.Matching.Normalizing;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Reconciliation;

/// <summary>How two values stand to each other.</summary>
internal enum ValueVerdict
{
    Equal,
    Different,
    Lost,
    Added,
}

/// <summary>Compares values of the two sides, each read in its own culture and time zone. Not for several threads at once.</summary>
internal sealed class ValueComparer(RecordCompareOptions options)
{
    private readonly DateParser _leftDates = new(options.LeftCulture, options.Zone, options.LeftZone);
    private readonly DateParser _rightDates = new(options.RightCulture, options.Zone, options.RightZone);
    private readonly NumberParser _leftNumbers = new(options.LeftCulture);
    private readonly NumberParser _rightNumbers = new(options.RightCulture);

    // The same text may mean two things where the sides are written differently.
    private readonly bool _isAlike = Equals(options.LeftCulture, options.RightCulture) && Equals(options.LeftZone ?? options.Zone, options.RightZone ?? options.Zone);

    /// <summary>Whether values that are the same bytes are the same in all these fields.</summary>
    public bool TrustsBytes(ComparePlan plan) =>
        _isAlike || !Array.Exists(plan.Fields, slot => plan.Slots[slot].As is ComparedAs.Date or ComparedAs.Number);

    /// <summary>Compares two values.</summary>
    /// <param name="slot">How.</param>
    /// <param name="left">The value of the left side as it stands.</param>
    /// <param name="right">The value of the right side.</param>
    /// <param name="isUnreadable">Whether a number or date that is due cannot be read; the values were then compared as text.</param>
    public ValueVerdict Compare(CompareSlot slot, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, out bool isUnreadable)
    {
        isUnreadable = false;
        left = CompareText.Trim(left);
        right = CompareText.Trim(right);
        if (left.IsEmpty || right.IsEmpty) return Blank(left.IsEmpty, right.IsEmpty);
        if (left.SequenceEqual(right) && (_isAlike || slot.As is not (ComparedAs.Date or ComparedAs.Number))) return ValueVerdict.Equal;
        switch (slot.As)
        {
            case ComparedAs.Exact:
                return Of(left.SequenceEqual(right));
            case ComparedAs.Id:
                return Of((SalesforceId.TryNormalize(left, out var ours) ? ours : left).SequenceEqual(SalesforceId.TryNormalize(right, out var theirs) ? theirs : right));
            case ComparedAs.Date:
                return Dates(slot, left, right, out isUnreadable);
            case ComparedAs.Number:
                return Numbers(slot, left, right, out isUnreadable);
            case ComparedAs.Auto:
                return Of(SameText(left, right) || SameNumber(slot, left, right) || SameDate(slot, left, right));
            case ComparedAs.Text:
                return Of(SameText(left, right));
            default:
                return Of(SameForm(slot.As, left, right));
        }
    }

    /// <summary>A moment of the left or right side in UTC seconds; null where there is none or it cannot be read.</summary>
    public long? Moment(ReadOnlySpan<byte> value, bool isLeft) =>
        (isLeft ? _leftDates : _rightDates).Parse(value, out var date) == DateProblem.None && !date.IsDateOnly ? date.UtcSeconds : null;

    private static ValueVerdict Of(bool isSame) => isSame ? ValueVerdict.Equal : ValueVerdict.Different;

    private static ValueVerdict Blank(bool left, bool right) => left && right ? ValueVerdict.Equal : right ? ValueVerdict.Lost : ValueVerdict.Added;

    private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value.ToArray());

    private bool SameText(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        (!options.IsCaseSensitive && CompareText.EqualAscii(left, right)) || CompareText.Plain(Text(left), options.IsCaseSensitive) == CompareText.Plain(Text(right), options.IsCaseSensitive);

    private bool SameForm(ComparedAs form, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        string ours = Text(left), theirs = Text(right);
        switch (form)
        {
            case ComparedAs.Email:
                return CompareText.Email(ours) == CompareText.Email(theirs);
            case ComparedAs.Phone:
                return CompareText.SamePhone(ours, theirs) || SameText(left, right);
            case ComparedAs.Company:
                return SameText(left, right) || (CompanyNames.Normalize(ours) is { } company && company == CompanyNames.Normalize(theirs));
            case ComparedAs.Website:
                return CompareText.Website(ours) == CompareText.Website(theirs);
            case ComparedAs.Country:
                return SameText(left, right) || CompareCountry.Same(ours, theirs);
            case ComparedAs.Boolean:
                return SameText(left, right) || (CompareText.Boolean(ours) is { } truth && truth == CompareText.Boolean(theirs));
            default:
                return CompareText.List(ours, options.IsCaseSensitive) == CompareText.List(theirs, options.IsCaseSensitive);
        }
    }

    private ValueVerdict Dates(CompareSlot slot, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, out bool isUnreadable)
    {
        var ours = _leftDates.Parse(left, out var before);
        var theirs = _rightDates.Parse(right, out var after);
        isUnreadable = ours is not (DateProblem.None or DateProblem.Empty) || theirs is not (DateProblem.None or DateProblem.Empty);
        if (isUnreadable) return Of(SameText(left, right));
        if (ours == DateProblem.Empty || theirs == DateProblem.Empty) return Blank(ours == DateProblem.Empty, theirs == DateProblem.Empty);
        return Of(Near(slot, before, after));
    }

    private bool Near(CompareSlot slot, DateValue left, DateValue right)
    {
        if (!left.IsDateOnly && !right.IsDateOnly) return Math.Abs(left.UtcSeconds - right.UtcSeconds) <= slot.Tolerance.Seconds;
        return Math.Abs((long)_leftDates.DayOf(left.UtcSeconds) - _leftDates.DayOf(right.UtcSeconds)) * CivilDate.SecondsPerDay <= slot.Tolerance.Seconds;
    }

    private ValueVerdict Numbers(CompareSlot slot, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, out bool isUnreadable)
    {
        var ours = _leftNumbers.Parse(left, out var before);
        var theirs = _rightNumbers.Parse(right, out var after);
        isUnreadable = ours == false || theirs == false;
        if (isUnreadable) return Of(SameText(left, right));
        return ours is null || theirs is null ? Blank(ours is null, theirs is null) : Of(slot.Tolerance.Allows(before, after));
    }

    // Only what can be nothing but a number: 007, +49 and 12E5 may be codes.
    private bool SameNumber(CompareSlot slot, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        IsPlainNumber(left) && IsPlainNumber(right) && _leftNumbers.Parse(left, out var ours) == true && _rightNumbers.Parse(right, out var theirs) == true && slot.Tolerance.Allows(ours, theirs);

    private bool SameDate(CompareSlot slot, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        IsDateLike(left) && IsDateLike(right) && _leftDates.Parse(left, out var ours) == DateProblem.None && _rightDates.Parse(right, out var theirs) == DateProblem.None && Near(slot, ours, theirs);

    private static bool IsPlainNumber(ReadOnlySpan<byte> value)
    {
        var at = value[0] == '-' ? 1 : 0;
        if (value.Length - at > 1 && value[at] == '0' && value[at + 1] is >= (byte)'0' and <= (byte)'9') return false;
        if (at == value.Length || value[at] is not (>= (byte)'0' and <= (byte)'9')) return false;
        for (; at < value.Length; at++)
            if (value[at] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',')) return false;
        return true;
    }

    // A long number may be milliseconds since 1970, but one of the two at least must look like a date.
    private static bool IsDateLike(ReadOnlySpan<byte> value) => value.Length is >= 6 and <= 64 && value[0] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z');
}
