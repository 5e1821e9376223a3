using System;
using System.Collections.Generic;

namespace MopsPS.Core.Matching.Model;

/// <summary>Pairs to learn from: the levels of all fields packed into one number (4 bits each, 15 for a missing value), and what the values' frequencies add.</summary>
internal sealed class TrainingPairs
{
    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly List<ulong> _patterns = [];
    private (int Left, int Right)[] _records = new (int, int)[1024];
    private int[] _pattern = new int[1024];
    private float[] _adjustments = new float[1024 * PairClass.Count];

    /// <summary>How many pairs there are.</summary>
    public int Count { get; private set; }

    /// <summary>The patterns of levels that occur.</summary>
    public IReadOnlyList<ulong> Patterns => _patterns;

    /// <summary>For each pair, the number of its pattern.</summary>
    public int[] Pattern => _pattern;

    /// <summary>For each pair and each kind of pair in turn, the bits that its values add.</summary>
    public float[] Adjustments => _adjustments;

    /// <summary>By place of a pair that a person has judged, whether it is one thing; see <see cref="AnsweredPairs"/>.</summary>
    public Dictionary<int, bool> Answers { get; } = [];

    /// <summary>How many pairs there are of the records that the pairs were drawn from.</summary>
    public double All { get; set; }

    /// <summary>How many candidate pairs each pair stands for.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>The records of a pair.</summary>
    public (int Left, int Right) Records(int pair) => _records[pair];

    /// <summary>Adds a pair.</summary>
    public void Add(int left, int right, ulong pattern, ReadOnlySpan<float> adjustments)
    {
        if (Count == _records.Length)
        {
            Array.Resize(ref _records, Count * 2);
            Array.Resize(ref _pattern, Count * 2);
            Array.Resize(ref _adjustments, Count * 2 * PairClass.Count);
        }

        if (!_numbers.TryGetValue(pattern, out var number))
        {
            number = _patterns.Count;
            _numbers.Add(pattern, number);
            _patterns.Add(pattern);
        }

        _records[Count] = (left, right);
        _pattern[Count] = number;
        adjustments.CopyTo(AdjustmentsOf(Count++));
    }

    /// <summary>What the values of one pair add.</summary>
    public Span<float> AdjustmentsOf(int pair) => _adjustments.AsSpan(pair * PairClass.Count, PairClass.Count);

    /// <summary>Packs levels.</summary>
    public static ulong Pack(ReadOnlySpan<int> levels)
    {
        ulong pattern = 0;
        for (var f = 0; f < levels.Length; f++) pattern |= (ulong)(levels[f] & 15) << (4 * f);
        return pattern;
    }

    /// <summary>The level of a field in a pattern; -1 for a missing value.</summary>
    public static int Level(ulong pattern, int field) => (int)(pattern >> (4 * field) & 15) is var level && level == 15 ? -1 : level;
}
