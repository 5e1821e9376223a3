using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;

namespace MopsPS.Core.Funnel;

/// <summary>Counts what the rules found, by rule and what it is about, and keeps the first place of each.</summary>
internal sealed class FunnelCounters(FunnelOptions options)
{
    private readonly RuleSet _rules = options.Rules ?? new RuleSet(new MopsPolicy(), options.NowUtc);
    private readonly Dictionary<(string Rule, string About), Entry> _entries = [];
    private readonly Dictionary<string, int> _shown = new(StringComparer.Ordinal);

    public RuleSet Rules => _rules;

    /// <summary>Counts one value that cannot be used, and shows it while few have been.</summary>
    public void Value(RuleInfo rule, string about, RecordReader row, int column, string what)
    {
        var entry = EntryOf(rule, about);
        entry.Count++;
        if (entry.Source is not null && options.OnProblem is null) return;
        var position = new SourcePosition(row.Schema.Source, row.Row, row.Line, row.Schema.Columns[column]);
        entry.Source ??= position;
        _shown.TryGetValue(rule.Id, out var shown);
        if (options.OnProblem is null || shown >= options.MaxProblems || !_rules.IsEnabled(rule)) return;
        _shown[rule.Id] = shown + 1;
        var value = Shown(row.GetString(column) ?? string.Empty);
        options.OnProblem(_rules.Create(rule, $"{position}: {what}", about, row.Schema.Columns[column], value, rule.Remedy, position));
    }

    /// <summary>Counts.</summary>
    public void Add(RuleInfo rule, string about, long count = 1, SourcePosition? source = null)
    {
        if (count == 0) return;
        var entry = EntryOf(rule, about);
        entry.Count += count;
        entry.Source ??= source;
    }

    public long Count(RuleInfo rule) => _entries.Where(pair => pair.Key.Rule == rule.Id).Sum(pair => pair.Value.Count);

    /// <summary>One finding for each rule and thing, in the order of rules, then by name.</summary>
    /// <param name="sentence">What was counted, given the rule, what it is about and how many.</param>
    public IReadOnlyList<Finding> Findings(Func<RuleInfo, string, string, string> sentence) =>
    [
        .. _entries.OrderBy(pair => pair.Key.Rule, StringComparer.Ordinal).ThenBy(pair => pair.Key.About, StringComparer.Ordinal)
            .Select(pair => (Rule: FunnelRules.All.First(rule => rule.Id == pair.Key.Rule), pair.Key.About, pair.Value))
            .Where(item => _rules.IsEnabled(item.Rule))
            .Select(item => _rules.Create(
                item.Rule, sentence(item.Rule, item.About, item.Value.Count.ToString("#,0", CultureInfo.InvariantCulture)), item.About.Length == 0 ? null : item.About,
                value: item.Value.Count.ToString(CultureInfo.InvariantCulture), suggestion: item.Rule.Remedy, source: item.Value.Source)),
    ];

    /// <summary>A value that was meant to be a date or an amount: shown where it looks like one, else masked, for the wrong column may hold a person.</summary>
    internal static string Shown(string value)
    {
        if (value.Length > 32 || value.Length == 0) return Masking.Generic(value);
        var groups = new List<int>();
        var letters = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is >= '0' and <= '9')
            {
                if (i == 0 || value[i - 1] is < '0' or > '9') groups.Add(0);
                groups[groups.Count - 1]++;
            }
            else if (c is >= 'A' and <= 'Z' or >= 'a' and <= 'z')
            {
                letters++;
            }
            else if (c is not (' ' or '/' or '.' or ',' or ':' or '-'))
            {
                return Masking.Generic(value);
            }
        }

        var looksRight = groups.Count >= 2 && letters <= 9 && groups.Take(3).All(size => size is 1 or 2 or 4) && groups.Take(3).Count(size => size == 4) <= 1;
        return looksRight ? value : Masking.Generic(value);
    }

    private Entry EntryOf(RuleInfo rule, string about)
    {
        if (!_entries.TryGetValue((rule.Id, about), out var entry)) _entries.Add((rule.Id, about), entry = new Entry());
        return entry;
    }

    private sealed class Entry
    {
        public long Count { get; set; }

        public SourcePosition? Source { get; set; }
    }
}
