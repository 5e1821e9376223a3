using System;
using System.Collections.Generic;

namespace MopsPS.Core.Campaigns.Html;

/// <summary>Finds the source of the tree's texts. They come in the order of the file, but for what the parser moves out of tables, and may be joined of several.</summary>
internal sealed class TextPlacer
{
    private readonly List<(string Text, int Start, int End)> _texts = [];
    private readonly Dictionary<string, Queue<int>> _byText = new(StringComparer.Ordinal);
    private int _next;

    public TextPlacer(List<(string Text, int Start, int End)> texts)
    {
        foreach (var text in texts)
        {
            var trimmed = text.Text.Trim();
            if (trimmed.Length == 0) continue;
            if (!_byText.TryGetValue(trimmed, out var queue)) _byText.Add(trimmed, queue = new Queue<int>());
            queue.Enqueue(_texts.Count);
            _texts.Add((trimmed, text.Start, text.End));
        }
    }

    /// <summary>Where a text stands; the texts are to be asked for in the order of the tree.</summary>
    /// <returns>Start and end in the source; null where it cannot be told.</returns>
    public (int Start, int End)? Find(string text)
    {
        var trimmed = text.Trim();
        if (_next < _texts.Count && Take(trimmed, _next) is { } place) return place;
        if (_byText.TryGetValue(trimmed, out var queue))
        {
            while (queue.Count > 0 && queue.Peek() < _next) queue.Dequeue();
            if (queue.Count > 0) return Take(trimmed, queue.Dequeue());
        }

        for (var i = _next; i < Math.Min(_texts.Count, _next + 16); i++)
            if (Take(trimmed, i) is { } later) return later;
        return null;
    }

    private (int Start, int End)? Take(string trimmed, int index)
    {
        if (!trimmed.StartsWith(_texts[index].Text, StringComparison.Ordinal)) return null;
        var start = _texts[index].Start;
        var length = _texts[index].Text.Length;
        // Joined texts: an end tag between them had no start.
        while (length < trimmed.Length && index + 1 < _texts.Count)
        {
            var next = _texts[index + 1].Text;
            var at = trimmed.IndexOf(next, length, Math.Min(trimmed.Length - length, next.Length + 200), StringComparison.Ordinal);
            if (at < 0) break;
            index++;
            length = at + _texts[index].Text.Length;
        }

        _next = index + 1;
        return (start, _texts[index].End);
    }
}
