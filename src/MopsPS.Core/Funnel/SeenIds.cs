using System;

namespace MopsPS.Core.Funnel;

/// <summary>
/// Which ids have come, by a hash of 64 bits each: two ids of a million have the same one in 3 of 100 million exports. Eight bytes an
/// entry, at most half of the entries used.
/// </summary>
internal sealed class SeenIds
{
    private ulong[] _slots = new ulong[1024];
    private int _count;

    /// <summary>Notes an id.</summary>
    /// <returns>False where it had come before.</returns>
    public bool Add(ReadOnlySpan<byte> id)
    {
        // 0 marks a free entry.
        var hash = Math.Max(1, Utf8Table.Hash(id));
        if (!Put(_slots, hash)) return false;
        if (++_count * 2 <= _slots.Length) return true;
        var larger = new ulong[_slots.Length * 2];
        foreach (var known in _slots)
            if (known != 0) Put(larger, known);
        _slots = larger;
        return true;
    }

    private static bool Put(ulong[] slots, ulong hash)
    {
        var slot = (int)(hash >> 8) & (slots.Length - 1);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
            if (slots[slot] == hash) return false;
        slots[slot] = hash;
        return true;
    }
}
