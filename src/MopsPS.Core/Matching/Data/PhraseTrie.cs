using System;
using System.Collections.Generic;

namespace MopsPS.Core.Matching.Data;

/// <summary>Finds the longest known phrase at the start or the end of a list of words, without making a string.</summary>
/// <typeparam name="T">What a phrase means.</typeparam>
internal sealed class PhraseTrie<T>
    where T : class
{
    private readonly Node _root = new();
    private readonly bool _fromEnd;

    /// <summary>Makes an empty one.</summary>
    /// <param name="fromEnd">Whether phrases are sought at the end.</param>
    public PhraseTrie(bool fromEnd) => _fromEnd = fromEnd;

    /// <summary>Adds a phrase; the first meaning of a phrase stays.</summary>
    /// <param name="phrase">Words parted by blanks.</param>
    /// <param name="meaning">What it means.</param>
    public void Add(string phrase, T meaning)
    {
        var words = phrase.Split(' ');
        if (_fromEnd) Array.Reverse(words);
        var node = _root;
        foreach (var word in words)
        {
            node.Next ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(word, out var next)) node.Next.Add(word, next = new Node());
            node = next;
        }

        node.Meaning ??= meaning;
    }

    /// <summary>Finds the longest phrase.</summary>
    /// <param name="words">The words.</param>
    /// <param name="start">The first word that counts.</param>
    /// <param name="end">The index after the last word that counts.</param>
    /// <param name="length">The number of words of the phrase.</param>
    /// <returns>The meaning, or null.</returns>
    public T? Find(IReadOnlyList<string> words, int start, int end, out int length)
    {
        var node = _root;
        T? found = null;
        length = 0;
        for (var i = 0; i < end - start && node.Next is not null; i++)
        {
            if (!node.Next.TryGetValue(words[_fromEnd ? end - 1 - i : start + i], out node!)) break;
            if (node.Meaning is null) continue;
            found = node.Meaning;
            length = i + 1;
        }

        return found;
    }

    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        public T? Meaning { get; set; }
    }
}
