using System;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MopsPS.Core.Records;

namespace MopsPS.Core.Utm.Streaming;

/// <summary>Some thousand links of an export on their way from the reader to an audit, in one block of memory.</summary>
internal sealed class LinkBatch
{
    private const int ManyLinks = 2048;
    private const int ManyBytes = 1 << 18;

    private Entry[] _entries = new Entry[ManyLinks];
    private byte[] _bytes = new byte[ManyBytes + (1 << 12)];
    private int _count;
    private int _used;
    private int _isClaimed;

    /// <summary>Whether it should go on its way.</summary>
    public bool IsFull => _count >= ManyLinks || _used >= ManyBytes;

    public bool IsEmpty => _count == 0;

    /// <summary>The results in the order of the links, where they are wanted.</summary>
    public UtmResult[] Results { get; private set; } = [];

    /// <summary>The work on it, once it is on its way.</summary>
    public Task? Work { get; set; }

    /// <summary>Makes it empty.</summary>
    public void Reset()
    {
        _count = _used = _isClaimed = 0;
        Work = null;
        Results = [];
        // One row of a million characters shall not be paid for until the end.
        if (_bytes.Length > 4 * ManyBytes) _bytes = new byte[ManyBytes + (1 << 12)];
    }

    /// <summary>Takes the links of a row.</summary>
    /// <param name="row">Stands on the row: columns of links, then the owner.</param>
    /// <param name="columns">How many columns of links there are.</param>
    /// <param name="hasOwner">Whether the owner follows.</param>
    public void Add(RecordReader row, int columns, bool hasOwner)
    {
        var owner = _used;
        var ownerLength = hasOwner ? Put(row, columns) : -1;
        for (var i = 0; i < columns; i++)
        {
            var start = _used;
            var length = Put(row, i);
            if (length <= 0 || IsBlank(start, length))
            {
                _used = start;
                continue;
            }

            if (_count == _entries.Length) Array.Resize(ref _entries, 2 * _count);
            _entries[_count++] = new Entry { Start = start, Length = length, Row = row.Row, Line = row.Line, Column = i, Owner = owner, OwnerLength = ownerLength };
        }
    }

    /// <summary>Whether the caller is the one to do the work.</summary>
    public bool TryClaim() => Interlocked.Exchange(ref _isClaimed, 1) == 0;

    /// <summary>Counts the links.</summary>
    public void CountIn(LinkCounter counter)
    {
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref _entries[i];
            counter.Count(Url(entry), Owner(entry));
        }
    }

    /// <summary>Makes the results.</summary>
    public void Judge(LinkJudge judge, string? file, RecordSchema schema)
    {
        var results = new UtmResult[_count];
        for (var i = 0; i < _count; i++)
        {
            ref var entry = ref _entries[i];
            var url = Url(entry);
            var verdict = judge.Judge(url, forResult: true);
            var position = new SourcePosition(file, entry.Row, entry.Line, schema.Columns[entry.Column]);
            results[i] = judge.ToResult(verdict, url, position, entry.OwnerLength < 0 ? null : judge.Intern(Owner(entry)));
        }

        Results = results;
    }

    private ReadOnlySpan<byte> Url(in Entry entry) => _bytes.AsSpan(entry.Start, entry.Length);

    private ReadOnlySpan<byte> Owner(in Entry entry) => entry.OwnerLength < 0 ? default : _bytes.AsSpan(entry.Owner, entry.OwnerLength);

    // The length, or -1 where the row has no such field.
    private int Put(RecordReader row, int column)
    {
        var bytes = row.GetUtf8(column);
        if (bytes.IsEmpty) return row.GetString(column) is null ? -1 : 0;
        // The reader reports bytes that are no text when they are read as text.
        if (!IsAscii(bytes)) bytes = Encoding.UTF8.GetBytes(row.GetString(column)!);
        if (_used + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _used + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        return bytes.Length;
    }

    private bool IsBlank(int start, int length) =>
        _bytes[start] is <= (byte)' ' or >= 0x80 && string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(_bytes, start, length));

    private static bool IsAscii(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            if ((MemoryMarshal.Read<ulong>(bytes) & 0x8080808080808080) != 0) return false;
            bytes = bytes.Slice(8);
        }

        foreach (var b in bytes)
            if (b >= 0x80) return false;
        return true;
    }

    private struct Entry
    {
        public int Start;
        public int Length;
        public int Row;
        public int Line;
        public int Column;
        public int Owner;
        public int OwnerLength;
    }
}
