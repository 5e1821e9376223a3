using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Text;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>Company names and other texts of several words: rare words count more than common ones, and a word may have a typo.</summary>
internal sealed class TokenField : MatchField
{
    private const int MostTokens = 24;

    private readonly int[][] _tokens;
    private readonly List<string> _words = [];
    private readonly double[] _rarity;
    private readonly double[] _weight;
    private readonly bool _isCompany;

    public TokenField(string name, MatchKind kind, FieldScope scope, NormalValues values, int[][] rows) : base(name, kind, scope, values, rows)
    {
        _isCompany = kind == MatchKind.Company;
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        _tokens = new int[values.Count][];
        for (var value = 0; value < _tokens.Length; value++) _tokens[value] = Tokens(values.Text(value), ids);
        var seen = new int[_words.Count];
        foreach (var tokens in _tokens)
            foreach (var token in tokens) seen[token]++;
        // The inverse document frequency (Spärck Jones 1972) over distinct values, so that a firm with many people does not make its own name common.
        _rarity = Array.ConvertAll(seen, count => Math.Log(1 + ((double)values.Count / Math.Max(1, count))));
        _weight = new double[_tokens.Length];
        for (var value = 0; value < _weight.Length; value++)
            foreach (var token in _tokens[value]) _weight[value] += _rarity[token];
        Keys =
        [
            KeyMaker.Exact(this),
            KeyMaker.MakeAt(this, "start of", (value, room) => KeyMaker.Start(Folding.Squeeze(Values[value], room), 5), near: (.3, 1), rough: (.6, 1)),
            Rarest(0, "rarest word of", (0, .75), (0, .4)),
            Rarest(1, "second rarest word of", (.15, .8), (.2, .5)),
        ];
    }

    /// <inheritdoc/>
    [MethodImpl(Hot.Loop)]
    public override int Compare(int a, int b)
    {
        var shared = Shared(a, b);
        var least = Math.Min(_weight[a], _weight[b]);
        var most = Math.Max(_weight[a], _weight[b]);
        // The share of the shorter name says whether one contains the other; that of both, whether they are the same at all.
        var contained = least <= 0 ? 0 : shared / least;
        var common = least <= 0 ? 0 : 2 * shared / (least + most);
        if (_isCompany)
        {
            if (common >= .8 || (contained >= .95 && shared >= 3) || IsTypo(a, b) || IsAcronym(a, b)) return 2;
            return common >= .45 || contained >= .75 ? 1 : 0;
        }

        if (common >= .8 || IsTypo(a, b)) return 3;
        if (common >= .55 || contained >= .9) return 2;
        return common >= .25 ? 1 : 0;
    }

    [MethodImpl(Hot.Loop)]
    private double Shared(int a, int b)
    {
        var left = _tokens[a];
        var right = _tokens[b];
        Span<bool> used = stackalloc bool[MostTokens];
        used.Clear();
        var shared = 0.0;
        foreach (var token in left)
        {
            var best = -1;
            var value = 0.0;
            for (var j = 0; j < right.Length; j++)
            {
                if (used[j]) continue;
                var similarity = token == right[j] ? 1 : NearWord(_words[token], _words[right[j]]);
                if (similarity <= 0) continue;
                var gain = similarity * (_rarity[token] + _rarity[right[j]]) / 2;
                if (gain <= value) continue;
                value = gain;
                best = j;
                if (similarity >= 1) break;
            }

            if (best < 0) continue;
            used[best] = true;
            shared += value;
        }

        return shared;
    }

    [MethodImpl(Hot.Loop)]
    private static double NearWord(string left, string right)
    {
        if (left[0] != right[0] || Math.Abs(left.Length - right.Length) > 2) return 0;
        var shortest = Math.Min(left.Length, right.Length);
        return shortest >= 4 && left[0] > '9' && Similarity.Edits(left.AsSpan(), right.AsSpan(), shortest >= 7 ? 2 : 1) <= (shortest >= 7 ? 2 : 1) ? .85 : 0;
    }

    [MethodImpl(Hot.Loop)]
    private bool IsTypo(int a, int b) =>
        LettersApart(a, b) <= 2 && Math.Min(Values[a].Length, Values[b].Length) >= 5
        && Similarity.Edits(Folding.Squeeze(Values.Text(a)).AsSpan(), Folding.Squeeze(Values.Text(b)).AsSpan(), 1) <= 1;

    private bool IsAcronym(int a, int b)
    {
        var (shorter, longer) = _tokens[a].Length < _tokens[b].Length ? (a, b) : (b, a);
        if (_tokens[shorter].Length != 1 || _tokens[longer].Length < 3) return false;
        var name = Values.Text(shorter);
        return name.Length == _tokens[longer].Length && name.Length >= 3 && name == string.Concat(Values.Text(longer).Split(' ').Where(word => word.Length > 0).Select(word => word[0]));
    }

    private int[] Tokens(string text, Dictionary<string, int> ids)
    {
        var found = new List<int>();
        foreach (var word in text.Split(' '))
        {
            if (word.Length == 0 || found.Count == MostTokens) continue;
            if (!ids.TryGetValue(word, out var id))
            {
                id = _words.Count;
                ids.Add(word, id);
                _words.Add(word);
            }

            if (!found.Contains(id)) found.Add(id);
        }

        return [.. found];
    }

    private FieldKey Rarest(int rank, string what, (double, double) near, (double, double) rough) =>
        KeyMaker.MakeAt(this, what, (value, _) => Rarest(value) is var (first, second) && (rank == 0 ? first : second) is >= 0 and var token ? _words[token].AsSpan() : default, near, rough);

    // The rarest two words of a value; of words that are as rare, the first in the alphabet.
    private (int First, int Second) Rarest(int value)
    {
        int first = -1, second = -1;
        foreach (var token in _tokens[value])
        {
            if (first < 0 || IsRarer(token, first)) (first, second) = (token, first);
            else if (second < 0 || IsRarer(token, second)) second = token;
        }

        return (first, second);
    }

    private bool IsRarer(int token, int other) =>
        _rarity[token] > _rarity[other] || (_rarity[token] == _rarity[other] && string.CompareOrdinal(_words[token], _words[other]) < 0);
}
