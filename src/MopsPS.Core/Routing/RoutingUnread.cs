using System;
using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Records;

namespace MopsPS.Core.Routing;

/// <summary>Counts values that routing could not read, by value; the most frequent are told.</summary>
internal sealed class RoutingUnread
{
    private const int Limit = 10_000;

    private readonly Counter _countries = new(), _states = new(), _postcodes = new(), _employees = new();

    /// <summary>The fields with unread values, how many rows they are in, and the most frequent of them.</summary>
    public IEnumerable<(string Field, long Rows, string[] Values)> All =>
        new[] { ("Country", _countries), ("State", _states), ("PostalCode", _postcodes), ("EmployeeCount", _employees) }
            .Where(pair => pair.Item2.Rows > 0).Select(pair => (pair.Item1, pair.Item2.Rows, pair.Item2.Top()));

    public void Country(ReadOnlySpan<byte> value) => _countries.Add(value);

    public void State(ReadOnlySpan<byte> value) => _states.Add(value);

    public void Postcode(ReadOnlySpan<byte> value) => _postcodes.Add(value);

    public void Employees(ReadOnlySpan<byte> value) => _employees.Add(value);

    private sealed class Counter
    {
        private readonly Utf8Table _values = new();
        private readonly List<long> _counts = [];

        public long Rows { get; private set; }

        public void Add(ReadOnlySpan<byte> value)
        {
            Rows++;
            if (_values.Count >= Limit) return;
            var id = _values.Add(value);
            if (id == _counts.Count) _counts.Add(0);
            _counts[id]++;
        }

        public string[] Top() => [.. Enumerable.Range(0, _counts.Count).Select(id => (Count: _counts[id], Text: _values.Text(id)))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Text, StringComparer.Ordinal).Take(5).Select(pair => $"{Masking.Shown(pair.Text, 40)} ({pair.Count})")];
    }
}
