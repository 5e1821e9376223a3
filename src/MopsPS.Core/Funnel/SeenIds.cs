using System;

namespace MopsPS.Core.Funnel;

/// <summary>
/// Which ids have come, by a hash of 64 bits each: two ids of a million have the same one in 3 of 100 million exports. Eight bytes an id
/// while they come in ascending order, as exports mostly have them, for then none can repeat and the hashes are only noted; from the first
/// that does not, a table of 16 to 64 bytes an id.
/// </summary>
internal sealed class SeenIds
{
    private ulong[] _noted = new ulong[1024];
    private ulong[]? _slots;
    private byte[] _last = [];
    private int _length;
    private int _count;

    /// <summary>Notes an id.</summary>
    /// <returns>False where it had come before.</returns>
    public bool Add(ReadOnlySpan<byte> id)
    {
        // 0 marks a free entry.
        var hash = Math.Max(1, Utf8Table.Hash(id));
        if (_slots is not null) return Put(hash);
        if (_count > 0 && id.SequenceCompareTo(_last.AsSpan(0, _length)) <= 0)
        {
            Spread();
            return Put(hash);
        }

        if (_last.Length < id.Length) _last = new byte[Math.Max(64, id.Length)];
        id.CopyTo(_last);
        _length = id.Length;
        if (_count == _noted.Length) Array.Resize(ref _noted, _count * 2);
        _noted[_count++] = hash;
        return true;
    }

    private void Spread()
    {
        var size = 1024;
        while (size < _count * 4L) size *= 2;
        _slots = new ulong[size];
        for (var i = 0; i < _count; i++) Place(_slots, _noted[i]);
        _noted = [];
    }

    private bool Put(ulong hash)
    {
        if (!Place(_slots!, hash)) return false;
        if (++_count * 2L <= _slots!.Length) return true;
        var larger = new ulong[_slots.Length * 4];
        foreach (var known in _slots)
            if (known != 0) Place(larger, known);
        _slots = larger;
        return true;
    }

    private static bool Place(ulong[] slots, ulong hash)
    {
        var slot = (int)(hash >> 8) & (slots.Length - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            if (slots[slot] == hash) return false;
        slots[slot] = hash;
        return true;
    }
}
