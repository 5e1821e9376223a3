using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Blocking;

/// <summary>
/// The records brought together by each key. A block that is too large is cut into blocks by the other keys and, where they do not part it, into runs of
/// neighbours, so that the number of pairs has a bound: for each key at most <see cref="MostInBlock"/> / 2 for each record.
/// </summary>
internal sealed class Blocks
{
    /// <summary>The largest block whose records are all compared with one another.</summary>
    public const int MostInBlock = 300;

    private readonly uint[] _slots;
    private readonly int _keys;
    private readonly int _count;
    private readonly List<(int Key, int[] Records, int[] Starts)> _passes = [];

    private Blocks(int keys, int count)
    {
        _keys = keys;
        _count = count;
        _slots = new uint[(long)count * keys];
    }

    /// <summary>How many records were looked at: the first of the set, which are a sample of it.</summary>
    public int Records => _count;

    /// <summary>One block of all records, for a set that is small enough.</summary>
    public static Blocks Whole(MatchSet set)
    {
        var blocks = new Blocks(0, set.Count);
        var records = new int[set.Count];
        for (var i = 0; i < records.Length; i++) records[i] = i;
        blocks._passes.Add((0, records, [0, records.Length]));
        return blocks;
    }

    /// <summary>Blocks by keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="count">How many records of the set are brought together, from the first.</param>
    /// <param name="workers">Who does it.</param>
    public static Blocks Build(IReadOnlyList<BlockingKey> keys, int count, Workers workers)
    {
        var blocks = new Blocks(keys.Count, count);
        var passes = new (int, int[], int[])[keys.Count];
        workers.Each(keys.Count, () => new Room(count), (k, room) => passes[k] = blocks.Pass(keys, k, room));
        blocks._passes.AddRange(passes);
        return blocks;
    }

    /// <summary>How many pairs the blocks hold, a pair that stands in several counted several times.</summary>
    public double Pairs
    {
        get
        {
            double pairs = 0;
            foreach (var (_, _, starts) in _passes)
                for (var i = 0; i + 1 < starts.Length; i++) pairs += (double)(starts[i + 1] - starts[i]) * (starts[i + 1] - starts[i] - 1) / 2;
            return pairs;
        }
    }

    /// <summary>All blocks, in portions of about the same number of pairs, for work in parallel.</summary>
    public List<BlockPortion> Portions(double pairsEach)
    {
        var portions = new List<BlockPortion>();
        for (var pass = 0; pass < _passes.Count; pass++)
        {
            var starts = _passes[pass].Starts;
            double pairs = 0;
            var from = 0;
            for (var i = 0; i + 1 < starts.Length; i++)
            {
                var size = starts[i + 1] - starts[i];
                pairs += (double)size * (size - 1) / 2;
                if (pairs < pairsEach && i + 2 < starts.Length) continue;
                if (size > 2 * MostInBlock && from == i) Split(portions, pass, i, size, pairsEach);
                else portions.Add(new BlockPortion(pass, from, i + 1, 0, int.MaxValue));
                from = i + 1;
                pairs = 0;
            }
        }

        return portions;
    }

    /// <summary>Hands out the pairs of a portion, each with the lower record first; those of one left record in a row.</summary>
    /// <param name="portion">The portion.</param>
    /// <param name="onPair">Called for each pair that no earlier key has brought together.</param>
    [MethodImpl(Hot.Loop)]
    public void ForEach(BlockPortion portion, Action<int, int> onPair)
    {
        var (key, records, starts) = _passes[portion.Pass];
        for (var block = portion.From; block < portion.To; block++)
        {
            int start = starts[block], end = starts[block + 1];
            for (var i = start + portion.FirstLeft; i < end - 1 && i - start < portion.LastLeft; i++)
            {
                var left = records[i];
                for (var j = i + 1; j < end; j++)
                {
                    var right = records[j];
                    if (!SeenBefore(left, right, key)) onPair(left, right);
                }
            }
        }
    }

    private static void Split(List<BlockPortion> portions, int pass, int block, int size, double pairsEach)
    {
        var step = Math.Max(1, (int)(pairsEach / size));
        for (var left = 0; left < size; left += step) portions.Add(new BlockPortion(pass, block, block + 1, left, left + step));
    }

    [MethodImpl(Hot.Loop)]
    private bool SeenBefore(int left, int right, int key)
    {
        long a = (long)left * _keys, b = (long)right * _keys;
        for (var earlier = 0; earlier < key; earlier++)
        {
            var slot = _slots[a + earlier];
            if (slot != 0 && slot == _slots[b + earlier]) return true;
        }

        return false;
    }

    private (int, int[], int[]) Pass(IReadOnlyList<BlockingKey> keys, int number, Room room)
    {
        var (hashes, records) = (room.Hashes, room.Records);
        var count = Shared(keys[number], room);
        RadixSort.Sort(hashes, records, count, room.OtherHashes, room.OtherRecords);
        var kept = new List<int>(count);
        var starts = new List<int> { 0 };
        for (int i = 0, run; i < count; i += run)
        {
            run = 1;
            while (i + run < count && hashes[i + run] == hashes[i]) run++;
            if (run == 1) continue;
            if (run > MostInBlock)
            {
                Cut(keys, number, records.AsSpan(i, run).ToArray(), 1, kept, starts);
                continue;
            }

            var slot = (uint)(hashes[i] >> 32) | 1;
            for (var j = i; j < i + run; j++)
            {
                kept.Add(records[j]);
                _slots[((long)records[j] * _keys) + number] = slot;
            }

            starts.Add(kept.Count);
        }

        return (number, [.. kept], [.. starts]);
    }

    // The records whose hash another one may have, too. Two bits for each of many places tell in one pass which hashes came once only; what comes twice by chance
    // is sorted for nothing. Most records share no key with any other, and sorting is most of the work.
    [MethodImpl(Hot.Loop)]
    private int Shared(BlockingKey key, Room room)
    {
        var (hashes, records, once, twice) = (room.Hashes, room.Records, room.Once, room.Twice);
        var places = once.Length * 64;
        Array.Clear(once, 0, once.Length);
        Array.Clear(twice, 0, twice.Length);
        for (var record = 0; record < _count; record++)
        {
            var hash = hashes[record] = key.Of(record);
            if (hash == 0) continue;
            var (word, bit) = ((int)(hash & (uint)(places - 1)) >> 6, 1UL << (int)(hash & 63));
            twice[word] |= once[word] & bit;
            once[word] |= bit;
        }

        var kept = 0;
        for (var record = 0; record < _count; record++)
        {
            var hash = hashes[record];
            if (hash == 0 || (twice[(int)(hash & (uint)(places - 1)) >> 6] & 1UL << (int)(hash & 63)) == 0) continue;
            hashes[kept] = hash;
            records[kept++] = record;
        }

        return kept;
    }

    // Cut by the next keys in turn; what none of them parts becomes runs of neighbours in the order of the set.
    private void Cut(IReadOnlyList<BlockingKey> keys, int number, int[] block, int depth, List<int> kept, List<int> starts)
    {
        if (depth >= keys.Count || depth > 4)
        {
            for (var i = 0; i < block.Length; i += MostInBlock / 10)
            {
                for (var j = i; j < Math.Min(block.Length, i + (MostInBlock / 10)); j++) kept.Add(block[j]);
                if (kept.Count - starts[starts.Count - 1] > 1) starts.Add(kept.Count);
                else kept.RemoveAt(kept.Count - 1);
            }

            return;
        }

        var by = keys[(number + depth) % keys.Count];
        var hashes = Array.ConvertAll(block, by.Of);
        Array.Sort(hashes, block);
        for (int i = 0, run; i < block.Length; i += run)
        {
            run = 1;
            while (i + run < block.Length && hashes[i + run] == hashes[i]) run++;
            if (run == 1) continue;
            var part = block.AsSpan(i, run).ToArray();
            Array.Sort(part);
            if (run > MostInBlock || hashes[i] == 0)
            {
                Cut(keys, number, part, depth + 1, kept, starts);
                continue;
            }

            kept.AddRange(part);
            starts.Add(kept.Count);
        }
    }

    // What a thread needs to sort a key's hashes, taken once for all keys.
    private sealed class Room
    {
        public Room(int count)
        {
            Hashes = new ulong[count];
            Records = new int[count];
            OtherHashes = new ulong[count];
            OtherRecords = new int[count];
            var places = 1024;
            while (places < count * 8L && places < 1 << 27) places *= 2;
            Once = new ulong[places / 64];
            Twice = new ulong[places / 64];
        }

        public ulong[] Hashes { get; }

        public int[] Records { get; }

        public ulong[] OtherHashes { get; }

        public int[] OtherRecords { get; }

        public ulong[] Once { get; }

        public ulong[] Twice { get; }
    }
}

/// <summary>Some blocks of a pass; of a very large block, some left records.</summary>
internal readonly record struct BlockPortion(int Pass, int From, int To, int FirstLeft, int LastLeft);
