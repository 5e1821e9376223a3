using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MopsPS.Core.Reporting;

/// <summary>A list that grows without holding more than some hundred items in memory, where it has a spool.</summary>
/// <param name="spool">Takes what is too much; null to hold all.</param>
/// <param name="write">Writes an item.</param>
/// <param name="read">Reads an item.</param>
internal sealed class SpooledList<T>(ReportSpool? spool, Action<BinaryWriter, T> write, Func<BinaryReader, T> read) : IReadOnlyList<T>
{
    private const int ChunkSize = 256;

    private readonly List<long> _chunks = [];
    private readonly List<T> _last = [];

    /// <inheritdoc/>
    public int Count => (_chunks.Count * ChunkSize) + _last.Count;

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            if (index < 0 || index >= Count) throw new ArgumentOutOfRangeException(nameof(index));
            var chunk = index / ChunkSize;
            return chunk < _chunks.Count ? Chunk(chunk)[index % ChunkSize] : _last[index - (chunk * ChunkSize)];
        }
    }

    /// <summary>Takes an item.</summary>
    public void Add(T item)
    {
        _last.Add(item);
        if (spool is null || _last.Count < ChunkSize) return;
        _chunks.Add(spool.Append(writer =>
        {
            foreach (var kept in _last) write(writer, kept);
        }));
        _last.Clear();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, _chunks.Count).SelectMany(Chunk).Concat(_last).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T[] Chunk(int number)
    {
        var reader = spool!.At(_chunks[number]);
        var items = new T[ChunkSize];
        for (var i = 0; i < ChunkSize; i++) items[i] = read(reader);
        return items;
    }
}
