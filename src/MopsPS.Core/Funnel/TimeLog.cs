using System;
using System.Collections.Generic;

namespace MopsPS.Core.Funnel;

/// <summary>
/// The times of all tallies, written one after the other as they come, twelve bytes each, and put in the order of tallies at the end.
/// A list for each of a thousand tallies would be as large, and every note would be a miss of the processor's cache.
/// </summary>
internal sealed class TimeLog
{
    /// <summary>Marks a record that has not reached the next stage.</summary>
    public const int Waiting = -1;

    private const int ChunkSize = 1 << 16;

    private readonly List<Note[]> _chunks = [];
    private Note[] _chunk = [];
    private int _at;
    private ulong[] _sorted = [];
    private int[] _starts = [];

    /// <summary>Notes a time.</summary>
    /// <param name="tally">The number of the tally.</param>
    /// <param name="entered">The UTC second of entry; dates from 1980 to 2067 fit into 32 bits.</param>
    /// <param name="seconds">The seconds to the next stage, or <see cref="Waiting"/>.</param>
    public void Add(int tally, long entered, long seconds)
    {
        if (_at == _chunk.Length)
        {
            _chunk = new Note[ChunkSize];
            _chunks.Add(_chunk);
            _at = 0;
        }

        _chunk[_at++] = new Note { Tally = tally, Entered = (uint)entered, Seconds = (int)seconds };
    }

    /// <summary>Puts the times in the order of tallies; to be called once, after all.</summary>
    /// <param name="counts">How many times each tally has.</param>
    public void Seal(IReadOnlyList<int> counts)
    {
        _starts = new int[counts.Count + 1];
        for (var i = 0; i < counts.Count; i++) _starts[i + 1] = _starts[i] + counts[i];
        _sorted = new ulong[_starts[counts.Count]];
        var next = (int[])_starts.Clone();
        for (var c = 0; c < _chunks.Count; c++)
        {
            var chunk = _chunks[c];
            var count = c == _chunks.Count - 1 ? _at : chunk.Length;
            for (var i = 0; i < count; i++) _sorted[next[chunk[i].Tally]++] = ((ulong)chunk[i].Entered << 32) | (uint)chunk[i].Seconds;
            _chunks[c] = [];
        }
    }

    /// <summary>The times of a tally; <see cref="Entered"/> and <see cref="Seconds"/> read one.</summary>
    public ReadOnlySpan<ulong> Of(int tally) => _sorted.AsSpan(_starts[tally], _starts[tally + 1] - _starts[tally]);

    public static long Entered(ulong time) => (long)(time >> 32);

    public static long Seconds(ulong time) => (int)time;

    private struct Note
    {
        public int Tally;
        public uint Entered;
        public int Seconds;
    }
}
