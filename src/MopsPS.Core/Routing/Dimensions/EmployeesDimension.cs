using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Routing;

/// <summary>The number of employees: a number, or a band (<c>51-200</c>, <c>1,001+</c>). A band that rules part counts as not known.</summary>
internal sealed class EmployeesDimension : RoutingDimension
{
    private readonly long[] _cuts;
    private readonly int[] _ofInterval;
    private readonly int _none;
    private readonly NumberParser _numbers;
    private readonly RoutingCache<(int, bool)> _cache;

    public EmployeesDimension(IReadOnlyList<RoutingRule> rules, NumberParser numbers) : base(rules.Count)
    {
        _numbers = numbers;
        _cache = new RoutingCache<(int, bool)>(Read);
        for (var i = 0; i < rules.Count; i++)
            if (rules[i].EmployeesFrom > rules[i].EmployeesTo) throw new RoutingRuleException(i, "employees", -1, "'from' is more than 'to'.");
        _cuts = [.. rules.SelectMany(rule => new long?[] { rule.EmployeesFrom, rule.EmployeesTo + 1L }).OfType<long>().Where(cut => cut > 0).Distinct().OrderBy(cut => cut)];
        _none = Classes.Of(Classes.Where(rules, i => rules[i].EmployeesFrom is null && rules[i].EmployeesTo is null));
        _ofInterval = [.. Enumerable.Range(0, _cuts.Length + 1).Select(at => Classes.Of(Classes.Where(rules, i => Start(at) >= (rules[i].EmployeesFrom ?? 0) && Start(at) <= (rules[i].EmployeesTo ?? long.MaxValue))))];
    }

    /// <summary>The class of a value.</summary>
    public int Of(ReadOnlySpan<byte> utf8, out bool isRead)
    {
        isRead = true;
        if (utf8.IsEmpty) return _none;
        (var id, isRead) = _cache.Of(utf8);
        return id;
    }

    /// <inheritdoc/>
    public override string Describe(ISet<int> classes)
    {
        var parts = new List<string>();
        if (classes.Contains(_none)) parts.Add("not known");
        for (var at = 0; at < _ofInterval.Length; at++)
        {
            if (!classes.Contains(_ofInterval[at])) continue;
            var from = Start(at);
            while (at + 1 < _ofInterval.Length && classes.Contains(_ofInterval[at + 1])) at++;
            parts.Add(at == _cuts.Length ? FormattableString.Invariant($"{from} and more") : FormattableString.Invariant($"{from} to {_cuts[at] - 1}"));
        }

        return "employees " + List(parts);
    }

    /// <inheritdoc/>
    public override void Show(int id, RoutingSample lead)
    {
        if (id != _none) lead.Employees = Start(Array.IndexOf(_ofInterval, id)).ToString(CultureInfo.InvariantCulture);
    }

    private long Start(int at) => at == 0 ? 0 : _cuts[at - 1];

    private int Interval(long value)
    {
        var at = Array.BinarySearch(_cuts, value);
        return at >= 0 ? at + 1 : ~at;
    }

    private (int Class, bool IsRead) Read(string text)
    {
        var read = _numbers.Parse(text, out var number);
        if (read is null) return (_none, true);
        if (read == true) return number >= 0 && number <= int.MaxValue ? (_ofInterval[Interval((long)number)], true) : (_none, false);
        if (EmployeeBand.Read(text) is not { } band) return (_none, false);
        var (from, to) = (Interval(band.From), band.To is { } most ? Interval(most) : _cuts.Length);
        var id = _ofInterval[from];
        for (var at = from + 1; at <= to; at++)
            if (_ofInterval[at] != id) return (_none, false);
        return (id, true);
    }
}
