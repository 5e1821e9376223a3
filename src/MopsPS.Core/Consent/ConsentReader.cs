using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Consent;

/// <summary>Reads consent, opt-out and bounces from rows as the policy says, with no text per row. Not for several threads at once.</summary>
public sealed class ConsentReader
{
    private readonly DateParser _dates;
    private readonly Utf8Cache<ConsentState> _consent;
    private readonly Utf8Cache<bool?> _optOut;
    private readonly Utf8Cache<bool> _bounced;

    /// <summary>Makes a reader.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="dates">Reads dates.</param>
    public ConsentReader(ConsentPolicy policy, DateParser dates)
    {
        if (policy is null) throw new ArgumentNullException(nameof(policy));
        _dates = dates ?? throw new ArgumentNullException(nameof(dates));
        var words = new ConsentWords(policy.Values);
        _consent = new Utf8Cache<ConsentState>(words.Consent, Utf8Cache.Usual);
        _optOut = new Utf8Cache<bool?>(words.OptOut, Utf8Cache.Usual);
        _bounced = new Utf8Cache<bool>(words.Bounced, Utf8Cache.Usual);
    }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">Its columns.</param>
    public ConsentReading Read(RecordReader row, ConsentColumns columns)
    {
        if (row is null) throw new ArgumentNullException(nameof(row));
        if (columns is null) throw new ArgumentNullException(nameof(columns));
        var unread = -1;
        var state = ConsentState.Unknown;
        foreach (var column in columns.Consent)
        {
            var one = _consent.Get(row.GetUtf8(column));
            if (one == ConsentState.Unreadable && unread < 0) unread = column;
            state = ConsentWords.Stricter(state, one);
        }

        bool? unsubscribed = false;
        foreach (var column in columns.OptOut)
        {
            var one = _optOut.Get(row.GetUtf8(column));
            if (one is null && unread < 0) unread = column;
            unsubscribed = unsubscribed == true || one == true ? true : one is null ? null : unsubscribed;
        }

        var bounced = false;
        foreach (var column in columns.HardBounced) bounced = bounced || _bounced.Get(row.GetUtf8(column));
        return new ConsentReading
        {
            State = state,
            IsUnsubscribed = unsubscribed,
            IsHardBounced = bounced,
            GivenUtc = First(row, columns.Date, isEnd: false, ref unread),
            ExpiresUtc = First(row, columns.Expires, isEnd: true, ref unread),
            UnreadColumn = unread,
        };
    }

    private long? First(RecordReader row, IReadOnlyList<int> columns, bool isEnd, ref int unread)
    {
        foreach (var column in columns)
        {
            var problem = _dates.Parse(row.GetUtf8(column), out var value);
            // Consent given on a day or lasting to a day is so for that whole day.
            if (problem == DateProblem.None) return isEnd && value.IsDateOnly ? value.UtcSeconds + CivilDate.SecondsPerDay - 1 : value.UtcSeconds;
            if (problem == DateProblem.Empty) continue;
            if (unread < 0) unread = column;
            if (isEnd) return long.MinValue;
        }

        return null;
    }
}
