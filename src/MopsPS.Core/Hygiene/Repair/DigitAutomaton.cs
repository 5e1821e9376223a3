using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>
/// Several patterns over the digits 0 to 9, matched at once and whole in one look per digit: Thompson's automaton (1968), its states made sets of states as they are met. Knows what the
/// patterns of libphonenumber use (digits, <c>\d</c>, classes, groups, alternatives, counts) and refuses the rest. Not for several threads at once.
/// </summary>
internal sealed class DigitAutomaton
{
    private const int Unknown = -1;
    private const int Dead = -2;

    private readonly List<Node> _nodes = [];
    private readonly List<int[]> _moves = [];
    private readonly List<int[]> _sets = [];
    private readonly List<int> _accepts = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <param name="patterns">The patterns, 31 at most.</param>
    /// <exception cref="NotSupportedException">A pattern uses something else.</exception>
    public DigitAutomaton(IReadOnlyList<string> patterns)
    {
        var start = new List<int>();
        for (var i = 0; i < patterns.Count; i++)
        {
            var accept = Add(new Node { Accept = 1 << i });
            start.Add(new Reader(this, patterns[i]).Whole(accept));
        }

        State(start);
    }

    /// <summary>Which patterns match, as bits in their order.</summary>
    /// <param name="digits">Digits only.</param>
    public int Match(ReadOnlySpan<char> digits)
    {
        var state = 0;
        foreach (var digit in digits)
        {
            var next = _moves[state][digit - '0'];
            if (next == Unknown) next = Move(state, digit - '0');
            if (next == Dead) return 0;
            state = next;
        }

        return _accepts[state];
    }

    private int Move(int state, int digit)
    {
        var to = _sets[state].Select(node => _nodes[node]).Where(node => (node.Digits & (1 << digit)) != 0).Select(node => node.Next[0]).ToList();
        return _moves[state][digit] = to.Count == 0 ? Dead : State(to);
    }

    private int State(List<int> nodes)
    {
        var all = new SortedSet<int>();
        var open = new Stack<int>(nodes);
        while (open.Count > 0)
        {
            var node = open.Pop();
            if (!all.Add(node) || _nodes[node].Digits != 0) continue;
            foreach (var next in _nodes[node].Next) open.Push(next);
        }

        var key = string.Join(",", all);
        if (_known.TryGetValue(key, out var known)) return known;
        _known.Add(key, _sets.Count);
        _sets.Add([.. all]);
        _moves.Add([.. Enumerable.Repeat(Unknown, 10)]);
        _accepts.Add(all.Aggregate(0, (accept, node) => accept | _nodes[node].Accept));
        return _sets.Count - 1;
    }

    private int Add(Node node)
    {
        _nodes.Add(node);
        return _nodes.Count - 1;
    }

    // A node reads one of its digits, or reads nothing and goes on.
    private sealed class Node
    {
        public int Digits { get; init; }

        public int Accept { get; init; }

        public List<int> Next { get; init; } = [];
    }

    // Builds a pattern from its end: each part knows what follows it.
    private sealed class Reader(DigitAutomaton automaton, string pattern)
    {
        private int _at;

        public int Whole(int next)
        {
            var part = Alternatives();
            if (_at != pattern.Length) throw new NotSupportedException(pattern);
            return part(next);
        }

        private Func<int, int> Alternatives()
        {
            var all = new List<Func<int, int>> { Sequence() };
            while (_at < pattern.Length && pattern[_at] == '|')
            {
                _at++;
                all.Add(Sequence());
            }

            return all.Count == 1 ? all[0] : next => automaton.Add(new Node { Next = [.. all.Select(part => part(next))] });
        }

        private Func<int, int> Sequence()
        {
            var parts = new List<Func<int, int>>();
            while (_at < pattern.Length && pattern[_at] is not ('|' or ')')) parts.Add(Counted(Atom()));
            return next =>
            {
                for (var i = parts.Count - 1; i >= 0; i--) next = parts[i](next);
                return next;
            };
        }

        private Func<int, int> Atom()
        {
            var c = pattern[_at++];
            if (c is >= '0' and <= '9') return Digits(1 << (c - '0'));
            if (c == '\\' && _at < pattern.Length && pattern[_at++] == 'd') return Digits(0x3FF);
            if (c == '[') return Digits(Class());
            if (c != '(') throw new NotSupportedException(pattern);
            if (_at + 1 < pattern.Length && pattern[_at] == '?' && pattern[_at + 1] == ':') _at += 2;
            var inner = Alternatives();
            if (_at >= pattern.Length || pattern[_at++] != ')') throw new NotSupportedException(pattern);
            return inner;
        }

        private Func<int, int> Digits(int digits) => next => automaton.Add(new Node { Digits = digits, Next = [next] });

        private int Class()
        {
            var digits = 0;
            for (; _at < pattern.Length && pattern[_at] != ']'; _at++)
            {
                if (pattern[_at] is not (>= '0' and <= '9')) throw new NotSupportedException(pattern);
                var from = pattern[_at] - '0';
                var to = from;
                if (_at + 2 < pattern.Length && pattern[_at + 1] == '-')
                {
                    _at += 2;
                    to = pattern[_at] - '0';
                }

                for (var digit = from; digit <= to; digit++) digits |= 1 << digit;
            }

            if (_at++ >= pattern.Length) throw new NotSupportedException(pattern);
            return digits;
        }

        private Func<int, int> Counted(Func<int, int> part)
        {
            if (_at >= pattern.Length) return part;
            int least, most;
            if (pattern[_at] == '?') (least, most) = (0, 1);
            else if (pattern[_at] == '*') (least, most) = (0, int.MaxValue);
            else if (pattern[_at] == '+') (least, most) = (1, int.MaxValue);
            else if (pattern[_at] != '{') return part;
            else
            {
                var end = pattern.IndexOf('}', _at);
                var bounds = pattern.Substring(_at + 1, end - _at - 1).Split(',');
                least = int.Parse(bounds[0], System.Globalization.CultureInfo.InvariantCulture);
                most = bounds.Length == 1 ? least : bounds[1].Length == 0 ? int.MaxValue : int.Parse(bounds[1], System.Globalization.CultureInfo.InvariantCulture);
                _at = end;
            }

            _at++;
            if (_at < pattern.Length && pattern[_at] is '?' or '+') throw new NotSupportedException(pattern);
            return next => Repeat(part, least, most, next);
        }

        private int Repeat(Func<int, int> part, int least, int most, int next)
        {
            if (most == int.MaxValue)
            {
                var loop = automaton.Add(new Node());
                automaton._nodes[loop].Next.Add(part(loop));
                automaton._nodes[loop].Next.Add(next);
                next = loop;
            }
            else
            {
                for (var i = least; i < most; i++) next = automaton.Add(new Node { Next = [part(next), next] });
            }

            for (var i = 0; i < least; i++) next = part(next);
            return next;
        }
    }
}
