using System.Collections.Generic;

namespace MopsPS.Core.Matching.Model;

/// <summary>Pairs to learn from: the levels of all fields packed into one number (4 bits each, 15 for a missing value), and what the values' frequencies add.</summary>
internal sealed class TrainingPairs
{
    private readonly Dictionary<ulong, int> _patterns = [];

    /// <summary>The patterns of levels that occur.</summary>
    public List<ulong> Patterns { get; } = [];

    /// <summary>For each pair, the number of its pattern.</summary>
    public List<int> Pattern { get; } = [];

    /// <summary>For each pair and each kind of pair in turn, the bits that its values add.</summary>
    public List<float> Adjustments { get; } = [];

    /// <summary>For each pair, its records.</summary>
    public List<(int Left, int Right)> Records { get; } = [];

    /// <summary>By place of a pair that a person has judged, whether it is one thing; see <see cref="AnsweredPairs"/>.</summary>
    public Dictionary<int, bool> Answers { get; } = [];

    /// <summary>How many pairs there are of the records that the pairs were drawn from.</summary>
    public double All { get; set; }

    /// <summary>How many candidate pairs each pair stands for.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>Adds a pair.</summary>
    public void Add(int left, int right, ulong pattern, System.ReadOnlySpan<float> adjustments)
    {
        Records.Add((left, right));
        if (!_patterns.TryGetValue(pattern, out var number))
        {
            number = Patterns.Count;
            _patterns.Add(pattern, number);
            Patterns.Add(pattern);
        }

        Pattern.Add(number);
        foreach (var adjustment in adjustments) Adjustments.Add(adjustment);
    }

    /// <summary>Packs levels.</summary>
    public static ulong Pack(System.ReadOnlySpan<int> levels)
    {
        ulong pattern = 0;
        for (var f = 0; f < levels.Length; f++) pattern |= (ulong)(levels[f] & 15) << (4 * f);
        return pattern;
    }

    /// <summary>The level of a field in a pattern; -1 for a missing value.</summary>
    public static int Level(ulong pattern, int field) => (int)(pattern >> (4 * field) & 15) is var level && level == 15 ? -1 : level;
}
