using System;
using System.Linq;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Blocking;

/// <summary>One way to bring records together: those that agree on all its parts.</summary>
internal sealed class BlockingKey
{
    /// <summary>Makes a key of parts of different fields.</summary>
    public BlockingKey(params KeyPart[] parts) => Parts = parts;

    /// <summary>The parts.</summary>
    public KeyPart[] Parts { get; }

    /// <summary>The key in words.</summary>
    public string Name => string.Join(" + ", Parts.Select(part => part.Name));

    /// <summary>The hash of a record; 0 where it lacks a part.</summary>
    [MethodImpl(Hot.Loop)]
    public ulong Of(int record)
    {
        ulong hash = 0;
        foreach (var part in Parts)
        {
            var one = part.Of(record);
            if (one == 0) return 0;
            hash = Parts.Length == 1 ? one : Utf8Table.Mix((hash * 3) + one);
        }

        return hash;
    }
}

/// <summary>A part of a key: the key of one column of one field, or the names in either order.</summary>
internal sealed class KeyPart
{
    private readonly FieldKey _key;
    private readonly int[] _rows;
    private readonly FieldKey? _otherKey;
    private readonly int[]? _otherRows;

    /// <summary>A key of a column.</summary>
    public KeyPart(int field, FieldKey key, int[] rows)
    {
        Field = field;
        OtherField = -1;
        _key = key;
        _rows = rows;
        Name = key.Name;
    }

    /// <summary>Two keys whose order does not matter, for names that stand in each other's column.</summary>
    public KeyPart(int field, FieldKey key, int[] rows, int otherField, FieldKey otherKey, int[] otherRows) : this(field, key, rows)
    {
        OtherField = otherField;
        _otherKey = otherKey;
        _otherRows = otherRows;
        Name = $"{key.Name} and {otherKey.Name} in any order";
    }

    /// <summary>The number of the field.</summary>
    public int Field { get; }

    /// <summary>The number of the other field; -1 where there is one only.</summary>
    public int OtherField { get; }

    /// <summary>The part in words.</summary>
    public string Name { get; }

    /// <summary>The key of the field.</summary>
    public FieldKey Key => _key;

    /// <summary>The key of the other field.</summary>
    public FieldKey? OtherKey => _otherKey;

    /// <summary>Whether it uses a field.</summary>
    public bool Uses(int field) => Field == field || OtherField == field;

    /// <summary>The hash of a record; 0 where it has no value.</summary>
    [MethodImpl(Hot.Loop)]
    public ulong Of(int record)
    {
        var value = _rows[record];
        if (value < 0) return 0;
        ulong hash = _key.ByValue[value];
        if (hash == 0) return 0;
        if (_otherKey is null) return Utf8Table.Mix(hash);
        var other = _otherRows![record];
        if (other < 0) return 0;
        ulong otherHash = _otherKey.ByValue[other];
        return otherHash == 0 ? 0 : Utf8Table.Mix(Math.Min(hash, otherHash)) ^ Math.Max(hash, otherHash);
    }
}
