using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Routing;

/// <summary>A value of a list: the industry, the language. What no rule names is one class with what is missing.</summary>
internal sealed class WordDimension : RoutingDimension
{
    private readonly string _name;
    private readonly Func<string, string> _normalise;
    private readonly Dictionary<string, (int Class, string Text)> _words = new(StringComparer.Ordinal);
    private readonly int _other;
    private readonly RoutingCache<int> _cache;

    public WordDimension(string name, IReadOnlyList<RoutingRule> rules, Func<RoutingRule, IReadOnlyList<string>> valuesOf, Func<string, string> normalise) : base(rules.Count)
    {
        (_name, _normalise) = (name, normalise);
        var sets = rules.Select(rule => valuesOf(rule) is { Count: > 0 } values ? new HashSet<string>(values.Select(normalise), StringComparer.Ordinal) : null).ToArray();
        _other = Classes.Of(Classes.Where(rules, i => sets[i] is null));
        foreach (var text in rules.SelectMany(valuesOf))
        {
            var word = normalise(text);
            if (!_words.ContainsKey(word)) _words.Add(word, (Classes.Of(Classes.Where(rules, i => sets[i] is not { } set || set.Contains(word))), text.Trim()));
        }

        _cache = new RoutingCache<int>(text => _words.TryGetValue(_normalise(text), out var known) ? known.Class : _other);
    }

    /// <summary>The class of a value.</summary>
    public int Of(ReadOnlySpan<byte> utf8) => utf8.IsEmpty || _words.Count == 0 ? _other : _cache.Of(utf8);

    /// <inheritdoc/>
    public override string Describe(ISet<int> classes) => classes.Contains(_other)
        ? $"{_name} none or other than {List([.. _words.Values.Where(word => !classes.Contains(word.Class)).Select(word => word.Text)])}"
        : $"{_name} {List([.. _words.Values.Where(word => classes.Contains(word.Class)).Select(word => word.Text)])}";

    /// <inheritdoc/>
    public override void Show(int id, RoutingSample lead)
    {
        if (id == _other) return;
        var text = _words.Values.First(word => word.Class == id).Text;
        if (_name == "industry") lead.Industry = text;
        else lead.Language = text;
    }
}
