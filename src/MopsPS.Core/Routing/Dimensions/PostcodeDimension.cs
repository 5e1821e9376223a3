using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Places;

namespace MopsPS.Core.Routing;

/// <summary>Postcodes as their country writes them. One that is not valid there stands as it is.</summary>
internal sealed class PostcodeDimension : RoutingDimension
{
    private readonly byte[][] _cuts;
    private readonly int[] _ofInterval;
    private readonly PostcodeInterval[] _named;
    private readonly int _none;
    private readonly RoutingCache<(int Class, bool IsValid)>?[] _caches = new RoutingCache<(int, bool)>?[Countries.All.Count + 1];

    public PostcodeDimension(IReadOnlyList<RoutingRule> rules) : base(rules.Count)
    {
        var intervals = rules.Select(Intervals).ToArray();
        _named = [.. intervals.SelectMany(set => set ?? [])];
        _cuts = [.. _named.SelectMany(interval => new[] { interval.From, interval.To }).GroupBy(Convert.ToBase64String, StringComparer.Ordinal).Select(group => group.First())];
        Array.Sort(_cuts, (a, b) => PostcodeInterval.Compare(a, b));
        _none = Classes.Of(Rules = Classes.Where(rules, i => intervals[i] is null));
        _ofInterval = new int[_cuts.Length + 1];
        for (var at = 0; at < _ofInterval.Length; at++)
        {
            // The first one is what stands before all cuts.
            var start = at == 0 ? [] : _cuts[at - 1];
            _ofInterval[at] = Classes.Of(Classes.Where(rules, i => intervals[i] is not { } set || Array.Exists(set, interval =>
                at > 0 && PostcodeInterval.Compare(interval.From, start) <= 0 && PostcodeInterval.Compare(start, interval.To) < 0)));
        }
    }

    /// <summary>The rules that do not look at postcodes.</summary>
    public ulong[] Rules { get; }

    /// <summary>The class of a postcode.</summary>
    public int Of(Country? country, ReadOnlySpan<byte> utf8, out bool isValid)
    {
        isValid = true;
        if (utf8.IsEmpty) return _none;
        ref var cache = ref _caches[country?.Index ?? (_caches.Length - 1)];
        cache ??= new RoutingCache<(int, bool)>(text => Read(country, text));
        (var id, isValid) = cache.Of(utf8);
        return id;
    }

    /// <inheritdoc/>
    public override string Describe(ISet<int> classes)
    {
        var parts = new List<string>();
        if (classes.Contains(_none)) parts.Add("none");
        for (var at = 0; at < _ofInterval.Length; at++)
        {
            if (!classes.Contains(_ofInterval[at])) continue;
            var from = at;
            while (at + 1 < _ofInterval.Length && classes.Contains(_ofInterval[at + 1])) at++;
            parts.Add(Name(from == 0 ? null : _cuts[from - 1], at == _cuts.Length ? null : _cuts[at]));
        }

        return "postcode " + List(parts);
    }

    /// <inheritdoc/>
    public override void Show(int id, RoutingSample lead)
    {
        if (id == _none) return;
        var samples = Enumerable.Range(0, _ofInterval.Length).Where(at => _ofInterval[at] == id).SelectMany(Samples).ToArray();
        var valid = samples.FirstOrDefault(text => Of(lead.CountryPlace, Encoding.UTF8.GetBytes(text), out var isValid) == id && isValid);
        lead.PostalCode = valid ?? samples.FirstOrDefault(text => Of(lead.CountryPlace, Encoding.UTF8.GetBytes(text), out _) == id) ?? samples.FirstOrDefault();
    }

    private static PostcodeInterval[]? Intervals(RoutingRule rule, int at)
    {
        if (rule.Postcodes.Count == 0) return null;
        if (rule.Countries.Count == 0 && rule.States.Count == 0) throw new RoutingRuleException(at, "postcodes", -1, "postcodes mean something in a country only; name it under 'countries'.");
        var country = rule.Countries.Count == 1 && Countries.Recognise(rule.Countries[0]) is { } match && match.IsAtLeast(PlaceDimension.Sure) ? match.Place : null;
        var intervals = new List<PostcodeInterval>();
        for (var item = 0; item < rule.Postcodes.Count; item++)
        {
            intervals.AddRange(PostcodeInterval.Parse(rule.Postcodes[item], text => Normalise(country, text, out _))
                ?? throw new RoutingRuleException(at, "postcodes", item, $"'{rule.Postcodes[item]}' is no postcode, no beginning such as 94* and no range such as 94000..96199."));
        }

        return [.. intervals];
    }

    private static string Normalise(Country? country, string text, out bool isValid)
    {
        isValid = true;
        if (country is not null)
        {
            var check = Postcodes.Check(country, text);
            if (check.Text is not null) return check.Text;
            isValid = !check.HasRule;
        }

        return string.Join(" ", text.ToUpperInvariant().Split([' ', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
    }

    private (int Class, bool IsValid) Read(Country? country, string text)
    {
        var normal = Encoding.UTF8.GetBytes(Normalise(country, text, out var isValid));
        if (normal.Length == 0) return (_none, true);
        var (low, high) = (0, _cuts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (PostcodeInterval.Compare(_cuts[middle], normal) <= 0) low = middle + 1;
            else high = middle;
        }

        return (_ofInterval[low], isValid);
    }

    private string Name(byte[]? from, byte[]? to)
    {
        foreach (var interval in _named)
            if (from is not null && to is not null && interval.From.SequenceEqual(from) && interval.To.SequenceEqual(to)) return interval.Text;
        return from is null ? "before " + Text(to!) : to is null ? (IsEnd(from) ? "after " : "from ") + Text(from) : $"{(IsEnd(from) ? "after" : "from")} {Text(from)} {(IsEnd(to) ? "to" : "and before")} {Text(to)}";
    }

    private static bool IsEnd(byte[] cut) => cut[cut.Length - 1] is 0xFF or 0;

    private static string Text(byte[] cut) => Encoding.UTF8.GetString(cut, 0, IsEnd(cut) ? cut.Length - 1 : cut.Length);

    // Texts that may lie between two cuts, the likeliest to be a postcode first.
    private IEnumerable<string> Samples(int at)
    {
        var start = at == 0 ? string.Empty : Text(_cuts[at - 1]);
        var stems = new List<string>();
        if (at > 0) stems.Add(start);
        if (start.Length > 0)
        {
            for (var c = start[start.Length - 1]; c < 'Z'; c++)
                if (char.IsLetterOrDigit((char)(c + 1))) stems.Add(start.Substring(0, start.Length - 1) + (char)(c + 1));
        }
        else
        {
            stems.AddRange(["0", "1", "A"]);
        }

        foreach (var stem in stems)
        {
            foreach (var tail in new[] { "0", "1", "A", "9" })
            {
                yield return stem;
                for (var length = 1; length <= 8; length++) yield return stem + new string(tail[0], length);
            }

            foreach (var tail in new[] { " 1AA", "1AA", "A 1AA", "1 1AA", "1A1", " 1A1", "A1", "1A 1A1", "-000", "-0000", " AA", " 00" }) yield return stem + tail;
        }
    }
}
