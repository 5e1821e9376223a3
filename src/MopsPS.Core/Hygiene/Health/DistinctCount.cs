using System;
using System.Collections.Generic;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Hygiene.Health;

/// <summary>
/// How many different values a stream has: exact up to 65,536 (by hashes of 64 bits), beyond by HyperLogLog (Flajolet et al. 2007) with 16,384 registers, whose standard error is
/// 1.04/√16384 = 0.8 %. The same whatever the order.
/// </summary>
internal sealed class DistinctCount
{
    private const int Bound = 1 << 16;
    private const int Bits = 14;
    private const int Registers = 1 << Bits;
    private HashSet<ulong>? _hashes = [];
    private byte[]? _registers;
    private ulong _last;

    /// <summary>Whether the count is exact.</summary>
    public bool IsExact => _hashes is not null;

    /// <summary>The count.</summary>
    public long Count => _hashes?.Count ?? Estimate();

    /// <summary>Adds a value.</summary>
    public void Add(ReadOnlySpan<byte> value) => Add(Utf8Table.Hash(value));

    /// <summary>Adds a value by its hash.</summary>
    public void Add(ulong hash)
    {
        hash = Utf8Table.Mix(hash);
        // Runs of one value are frequent in sorted exports.
        if (hash == _last) return;
        _last = hash;
        if (_hashes is null)
        {
            Register(hash);
            return;
        }

        if (!_hashes.Add(hash) || _hashes.Count <= Bound) return;
        _registers = new byte[Registers];
        foreach (var known in _hashes) Register(known);
        _hashes = null;
    }

    private void Register(ulong hash)
    {
        var index = (int)(hash >> (64 - Bits));
        var rest = (hash << Bits) | (1UL << (Bits - 1));
        byte rank = 1;
        while ((rest & 0x8000_0000_0000_0000UL) == 0)
        {
            rank++;
            rest <<= 1;
        }

        if (rank > _registers![index]) _registers[index] = rank;
    }

    private long Estimate()
    {
        double sum = 0;
        var zeros = 0;
        foreach (var register in _registers!)
        {
            sum += 1.0 / (1UL << register);
            if (register == 0) zeros++;
        }

        var raw = 0.7213 / (1 + (1.079 / Registers)) * Registers * Registers / sum;
        return (long)Math.Round(raw <= 2.5 * Registers && zeros > 0 ? Registers * Math.Log((double)Registers / zeros) : raw);
    }
}
