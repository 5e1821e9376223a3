using System;

namespace MopsPS.Core.Statistics;

/// <summary>Sorts many 32-bit keys in time linear in their number; few are left to the library.</summary>
internal static class RadixSort
{
    private const int Few = 1024;

    /// <summary>Sorts ascending.</summary>
    /// <param name="keys">The keys; only the first <paramref name="count"/> count.</param>
    /// <param name="count">How many.</param>
    public static void Sort(uint[] keys, int count)
    {
        if (count <= Few)
        {
            Array.Sort(keys, 0, count);
            return;
        }

        var counts = new int[4 * 256];
        for (var i = 0; i < count; i++)
        {
            var key = keys[i];
            counts[key & 255]++;
            counts[256 + ((key >> 8) & 255)]++;
            counts[512 + ((key >> 16) & 255)]++;
            counts[768 + (key >> 24)]++;
        }

        var from = keys;
        var to = new uint[count];
        for (var digit = 0; digit < 4; digit++)
        {
            var shift = digit * 8;
            var table = digit * 256;
            // All keys have the same digit here: nothing to move.
            if (counts[table + (int)((from[0] >> shift) & 255)] == count) continue;
            var sum = 0;
            for (var i = 0; i < 256; i++)
            {
                var size = counts[table + i];
                counts[table + i] = sum;
                sum += size;
            }

            for (var i = 0; i < count; i++)
            {
                var key = from[i];
                to[counts[table + (int)((key >> shift) & 255)]++] = key;
            }

            (from, to) = (to, from);
        }

        if (!ReferenceEquals(from, keys)) Array.Copy(from, keys, count);
    }
}
