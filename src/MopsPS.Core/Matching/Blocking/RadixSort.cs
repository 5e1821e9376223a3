using System;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Blocking;

/// <summary>Sorts numbers by hash; stable, so that records of one block stay in order, and a few times as fast as a comparing sort.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Size = 1 << Bits;

    /// <summary>Sorts the first elements of both arrays by the upper 33 bits of the hash, then within equal ones by the whole hash.</summary>
    /// <param name="hashes">The hashes.</param>
    /// <param name="records">The numbers.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="otherHashes">Room for as many hashes; null to take it.</param>
    /// <param name="otherRecords">Room for as many numbers.</param>
    [MethodImpl(Hot.Loop)]
    public static void Sort(ulong[] hashes, int[] records, int count, ulong[]? otherHashes = null, int[]? otherRecords = null)
    {
        if (count < 4096)
        {
            Array.Sort(hashes, records, 0, count);
            Order(hashes, records, count);
            return;
        }

        otherHashes ??= new ulong[count];
        otherRecords ??= new int[count];
        var counts = new int[Size];
        ulong[] from = hashes, to = otherHashes;
        int[] fromRecords = records, toRecords = otherRecords;
        for (var shift = 31; shift < 64; shift += Bits)
        {
            Array.Clear(counts, 0, Size);
            for (var i = 0; i < count; i++) counts[(int)(from[i] >> shift) & (Size - 1)]++;
            for (int i = 0, sum = 0; i < Size; i++)
            {
                var here = counts[i];
                counts[i] = sum;
                sum += here;
            }

            for (var i = 0; i < count; i++)
            {
                var at = counts[(int)(from[i] >> shift) & (Size - 1)]++;
                to[at] = from[i];
                toRecords[at] = fromRecords[i];
            }

            (from, to) = (to, from);
            (fromRecords, toRecords) = (toRecords, fromRecords);
        }

        // Three passes: the sorted numbers are in the other arrays now. Hashes that share 33 bits and differ below are rare; put them in order.
        for (int i = 0, run; i < count; i += run)
        {
            run = 1;
            var mixed = false;
            while (i + run < count && from[i + run] >> 31 == from[i] >> 31)
            {
                mixed |= from[i + run] != from[i];
                run++;
            }

            if (!mixed) continue;
            Array.Sort(from, fromRecords, i, run);
        }

        Array.Copy(from, hashes, count);
        Array.Copy(fromRecords, records, count);
        Order(hashes, records, count);
    }

    [MethodImpl(Hot.Loop)]
    private static void Order(ulong[] hashes, int[] records, int count)
    {
        for (int i = 0, run; i < count; i += run)
        {
            run = 1;
            var sorted = true;
            while (i + run < count && hashes[i + run] == hashes[i])
            {
                sorted &= records[i + run] > records[i + run - 1];
                run++;
            }

            if (!sorted) Array.Sort(records, i, run);
        }
    }
}
