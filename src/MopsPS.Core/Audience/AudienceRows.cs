using System;
using System.Collections.Generic;
using MopsPS.Core.Audience.Addresses;

namespace MopsPS.Core.Audience;

/// <summary>What is kept of each row until all are known: 24 bytes, no text.</summary>
internal sealed class AudienceRows
{
    /// <summary>What somebody said of a mailbox holds for all its rows.</summary>
    private const int OfMailbox = (1 << (int)AudienceReason.Unsubscribed) | (1 << (int)AudienceReason.HardBounced) | (1 << (int)AudienceReason.ConsentDenied);

    private const int IsDuplicate = 1 << (int)AudienceReason.Duplicate;

    private Key128[] _keys = new Key128[1024];
    private int[] _reasons = new int[1024];
    private int[] _places = new int[1024];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The reasons against a row, one bit each.</summary>
    public int this[int row] => _reasons[row];

    /// <summary>Adds a row.</summary>
    /// <param name="key">The key of its mailbox; none where there is none.</param>
    /// <param name="reasons">The reasons against it.</param>
    /// <param name="place">The number of its region.</param>
    public void Add(Key128 key, int reasons, int place)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _reasons, Count * 2);
            Array.Resize(ref _places, Count * 2);
        }

        _keys[Count] = key;
        _reasons[Count] = reasons;
        _places[Count++] = place;
    }

    /// <summary>The number of a row's region.</summary>
    public int PlaceOf(int row) => _places[row];

    /// <summary>
    /// Gives rows of one mailbox what was said of it in any of them, then keeps one: the first without a reason, else the first. The counts do not depend on the order of rows.
    /// </summary>
    /// <param name="enabled">The reasons that are checked.</param>
    public void Resolve(int enabled)
    {
        // The mailboxes, each with a number; reasons of mailboxes by that number, and the row that represents it.
        var numbers = new KeyMap();
        var said = new List<int>();
        var first = new List<int>();
        var rowNumbers = new int[Count];
        for (var row = 0; row < Count; row++)
        {
            if (_keys[row].IsNone)
            {
                rowNumbers[row] = -1;
                continue;
            }

            if (numbers.Add(_keys[row], said.Count))
            {
                rowNumbers[row] = said.Count;
                said.Add(_reasons[row] & OfMailbox);
                first.Add(-1);
                continue;
            }

            numbers.TryGet(_keys[row], out var number);
            rowNumbers[row] = number;
            said[number] |= _reasons[row] & OfMailbox;
        }

        for (var pass = 0; pass < 2; pass++)
        {
            for (var row = 0; row < Count; row++)
            {
                var number = rowNumbers[row];
                if (number < 0) continue;
                if (pass == 0) _reasons[row] |= said[number];
                if (first[number] < 0 && (pass == 1 || _reasons[row] == 0)) first[number] = row;
            }
        }

        if ((enabled & IsDuplicate) == 0) return;
        for (var row = 0; row < Count; row++)
            if (rowNumbers[row] >= 0 && first[rowNumbers[row]] != row) _reasons[row] |= IsDuplicate;
    }
}
