using System;
using System.Collections.Generic;
using MopsPS.Core.Audience.Addresses;
using MopsPS.Core.Records;

namespace MopsPS.Core.Audience;

/// <summary>What is kept of each row until all are known: 32 bytes, no text.</summary>
internal sealed class AudienceRows
{
    /// <summary>What somebody said of a mailbox holds for all its rows.</summary>
    private const int OfMailbox = (1 << (int)AudienceReason.Unsubscribed) | (1 << (int)AudienceReason.HardBounced) | (1 << (int)AudienceReason.ConsentDenied);

    private const int IsDuplicate = 1 << (int)AudienceReason.Duplicate;

    private Key128[] _keys = new Key128[1024];
    private int[] _reasons = new int[1024];
    private int[] _places = new int[1024];
    private (int Row, int Line)[] _numbers = new (int, int)[1024];
    private readonly List<(int First, string? File)> _files = [];

    /// <summary>How many rows there are.</summary>
    public int Count { get; private set; }

    /// <summary>The reasons against a row, one bit each.</summary>
    public int this[int row] => _reasons[row];

    /// <summary>Adds a row.</summary>
    /// <param name="key">The key of its mailbox; none where there is none.</param>
    /// <param name="reasons">The reasons against it.</param>
    /// <param name="place">The number of its region.</param>
    /// <param name="row">Stands on the row.</param>
    public void Add(Key128 key, int reasons, int place, RecordReader row)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _reasons, Count * 2);
            Array.Resize(ref _places, Count * 2);
            Array.Resize(ref _numbers, Count * 2);
        }

        _keys[Count] = key;
        _reasons[Count] = reasons;
        _numbers[Count] = (row.Row, row.Line);
        if (_files.Count == 0 || !string.Equals(_files[_files.Count - 1].File, row.Schema.Source, StringComparison.Ordinal)) _files.Add((Count, row.Schema.Source));
        _places[Count++] = place;
    }

    /// <summary>Where a row stands.</summary>
    public SourcePosition PositionOf(int row)
    {
        var at = _files.FindLastIndex(file => file.First <= row);
        return new SourcePosition(_files[at].File, _numbers[row].Row, _numbers[row].Line);
    }

    /// <summary>The number of a row's region.</summary>
    public int PlaceOf(int row) => _places[row];

    /// <summary>
    /// Gives rows of one mailbox what was said of it in any of them, then keeps one: the first without a reason, else the first. The counts do not depend on the order of rows.
    /// </summary>
    /// <param name="enabled">The reasons that are checked.</param>
    /// <param name="most">How many of the other rows of a mailbox are wanted.</param>
    /// <returns>The first of them.</returns>
    public IReadOnlyList<int> Resolve(int enabled, int most)
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

        var duplicates = new List<int>();
        if ((enabled & IsDuplicate) == 0) return duplicates;
        for (var row = 0; row < Count; row++)
        {
            if (rowNumbers[row] < 0 || first[rowNumbers[row]] == row) continue;
            _reasons[row] |= IsDuplicate;
            if (duplicates.Count < most) duplicates.Add(row);
        }

        return duplicates;
    }
}
