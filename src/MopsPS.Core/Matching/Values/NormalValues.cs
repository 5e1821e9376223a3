using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>The distinct values of a field after normalising: text, how often it occurs, a stable hash and the letters that it has.</summary>
internal sealed class NormalValues
{
    private const int Range = 16_384;

    private readonly TextPool _texts;

    /// <summary>Takes the values.</summary>
    /// <param name="texts">Their texts, each once.</param>
    /// <param name="hashes">Their hashes.</param>
    /// <param name="workers">Who does what is done for each value.</param>
    public NormalValues(TextPool texts, ulong[] hashes, Workers workers)
    {
        _texts = texts;
        Workers = workers;
        Hash = hashes;
        Frequency = new int[hashes.Length];
        Letters = new ulong[hashes.Length];
        workers.Ranges(hashes.Length, Range, (from, to) =>
        {
            for (var value = from; value < to; value++) Letters[value] = LettersOf(texts[value]);
        });
    }

    /// <summary>How many distinct values there are.</summary>
    public int Count => Hash.Length;

    /// <summary>How many records have each value.</summary>
    public int[] Frequency { get; }

    /// <summary>A stable hash of each text.</summary>
    public ulong[] Hash { get; }

    /// <summary>One bit for each letter and digit that a text has: two texts that share few bits cannot be similar.</summary>
    public ulong[] Letters { get; }

    /// <summary>Who does what is done for each value.</summary>
    public Workers Workers { get; }

    /// <summary>The characters of a value.</summary>
    public ReadOnlySpan<char> this[int value] => _texts[value];

    /// <summary>A value as text.</summary>
    public string Text(int value) => this[value].ToString();

    /// <summary>A stable hash of a text.</summary>
    [MethodImpl(Hot.Loop)]
    public static ulong HashOf(ReadOnlySpan<char> text) => Utf8Table.Hash(MemoryMarshal.AsBytes(text));

    /// <summary>The letters and digits of a normalised text as bits; all other characters share some.</summary>
    [MethodImpl(Hot.Loop)]
    public static ulong LettersOf(ReadOnlySpan<char> text)
    {
        ulong letters = 0;
        foreach (var c in text)
        {
            if (c == ' ') continue;
            var bit = c is >= 'a' and <= 'z' ? c - 'a' : c is >= '0' and <= '9' ? 26 + c - '0' : 36 + (c % 28);
            letters |= 1UL << bit;
        }

        return letters;
    }
}

/// <summary>Appends the form of a text in which its field is compared; nothing where the text says nothing.</summary>
internal delegate void Normalizer(ReadOnlySpan<char> text, CharBuffer to);
