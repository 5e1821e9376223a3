using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace MopsPS.Core.Matching.Values;

/// <summary>The distinct values of a field after normalising: text, how often it occurs, a stable hash and the letters that it has.</summary>
internal sealed class NormalValues
{
    private Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private List<string> _texts = [];

    /// <summary>The texts by number.</summary>
    public string[] Text { get; private set; } = [];

    /// <summary>How many records have each value.</summary>
    public int[] Frequency { get; private set; } = [];

    /// <summary>A stable hash of each text.</summary>
    public ulong[] Hash { get; private set; } = [];

    /// <summary>One bit for each letter and digit that a text has: two texts that share few bits cannot be similar.</summary>
    public ulong[] Letters { get; private set; } = [];

    /// <summary>How many distinct values there are.</summary>
    public int Count => Text.Length > 0 ? Text.Length : _texts.Count;

    /// <summary>The number of a text; a new one is kept.</summary>
    public int Add(string text)
    {
        if (_ids.TryGetValue(text, out var id)) return id;
        id = _texts.Count;
        _ids.Add(text, id);
        _texts.Add(text);
        return id;
    }

    /// <summary>Ends the adding; the arrays hold from here on.</summary>
    public void Complete()
    {
        Text = [.. _texts];
        // Not cleared but let go: of a million values the empty tables alone would take a hundred megabytes.
        _ids = [];
        _texts = [];
        Frequency = new int[Text.Length];
        Hash = new ulong[Text.Length];
        Letters = new ulong[Text.Length];
        for (var i = 0; i < Text.Length; i++)
        {
            Hash[i] = HashOf(Text[i].AsSpan());
            Letters[i] = LettersOf(Text[i]);
        }
    }

    /// <summary>A stable hash of a text.</summary>
    public static ulong HashOf(ReadOnlySpan<char> text) => Utf8Table.Hash(MemoryMarshal.AsBytes(text));

    /// <summary>The letters and digits of a normalised text as bits; all other characters share one.</summary>
    public static ulong LettersOf(string text)
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
