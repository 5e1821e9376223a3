using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Utm;

/// <summary>Collects the values of one parameter across all links and finds spellings that look like the same thing.</summary>
internal sealed class NearDuplicates
{
    /// <summary>With more different values they are generated (ids), and comparing them says nothing.</summary>
    public const int MaxValues = 50_000;

    private static readonly Dictionary<string, string> ShortNames = new(StringComparer.Ordinal)
    {
        ["fb"] = "facebook",
        ["ig"] = "instagram",
        ["insta"] = "instagram",
        ["li"] = "linkedin",
        ["lnkd"] = "linkedin",
        ["tw"] = "twitter",
        ["yt"] = "youtube",
        ["tt"] = "tiktok",
        ["pin"] = "pinterest",
        ["mail"] = "email",
        ["ppc"] = "cpc",
        ["nl"] = "newsletter",
    };

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Whether there are too many different values to compare. No value is kept then, in whatever order they came.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Counts a value.</summary>
    public void Add(string? value, int times = 1)
    {
        if (IsOver || string.IsNullOrWhiteSpace(value)) return;
        if (_counts.TryGetValue(value!, out var count)) _counts[value!] = count + times;
        else if (_counts.Count < MaxValues) _counts.Add(value!, times);
        else Drop();
    }

    /// <summary>Counts what another collection counted.</summary>
    public void Add(NearDuplicates other)
    {
        if (other.IsOver) Drop();
        foreach (var pair in other._counts) Add(pair.Key, pair.Value);
    }

    /// <summary>One finding for each group of spellings; the most frequent (or the allowed one) is what the others should be.</summary>
    public IEnumerable<Finding> Find(string parameter, UtmTaxonomy taxonomy, RuleSet rules)
    {
        if (!rules.IsEnabled(UtmRules.NearDuplicate)) yield break;
        foreach (var group in Groups(parameter, taxonomy))
        {
            var ordered = group.OrderByDescending(value => taxonomy.Find(parameter, value).Match == TermMatch.Allowed)
                .ThenByDescending(value => _counts[value]).ThenBy(value => value, StringComparer.Ordinal).ToArray();
            var list = string.Join(", ", ordered.Select(value => string.Format(CultureInfo.InvariantCulture, "'{0}' ({1})", value, _counts[value])));
            yield return rules.Create(
                UtmRules.NearDuplicate, $"utm_{parameter} has spellings that look like the same thing: {list}.", "all links", "utm_" + parameter,
                string.Join(", ", ordered.Skip(1)), ordered[0]);
        }
    }

    private void Drop()
    {
        IsOver = true;
        _counts.Clear();
    }

    private IEnumerable<string[]> Groups(string parameter, UtmTaxonomy taxonomy)
    {
        // Letters and digits alone, aliases and short names resolved: what is equal then is one thing.
        var folded = _counts.Keys.GroupBy(value => Fold(taxonomy.Canonical(parameter, value)), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        // One letter too many, missing or other: rare spellings join a clearly more frequent one.
        foreach (var (rare, frequent) in Typos(folded))
        {
            if (!folded.TryGetValue(rare, out var values) || !folded.TryGetValue(frequent, out var target)) continue;
            target.AddRange(values);
            folded.Remove(rare);
        }

        return folded.Values.Where(values => values.Count > 1).Select(values => values.ToArray()).OrderBy(values => values.OrderBy(value => value, StringComparer.Ordinal).First(), StringComparer.Ordinal);
    }

    private List<(string Rare, string Frequent)> Typos(Dictionary<string, List<string>> folded)
    {
        var byDeletion = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        // A digit makes another value (2026q1, 2026q2), and short words differ by a letter by right.
        foreach (var word in folded.Keys.Where(word => word.Length is >= 6 and <= 40 && !word.Any(char.IsDigit)))
        {
            foreach (var form in Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Append(word).Distinct())
            {
                if (!byDeletion.TryGetValue(form, out var words)) byDeletion.Add(form, words = []);
                words.Add(word);
            }
        }

        var pairs = new List<(string, string)>();
        foreach (var words in byDeletion.Values.Where(words => words.Count > 1))
        {
            var ordered = words.OrderByDescending(word => Count(folded[word])).ThenBy(word => word, StringComparer.Ordinal).ToArray();
            foreach (var rare in ordered.Skip(1))
                if (Count(folded[ordered[0]]) >= 3 * Count(folded[rare])) pairs.Add((rare, ordered[0]));
        }

        // A rare spelling near to several goes to the most frequent of them.
        return [.. pairs.OrderBy(pair => pair.Item1, StringComparer.Ordinal).ThenByDescending(pair => Count(folded[pair.Item2])).ThenBy(pair => pair.Item2, StringComparer.Ordinal)];
    }

    private int Count(List<string> values) => values.Sum(value => _counts[value]);

    private static string Fold(string value)
    {
        var folded = new string([.. value.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        if (folded.EndsWith("com", StringComparison.Ordinal) && value.EndsWith(".com", StringComparison.OrdinalIgnoreCase)) folded = folded.Substring(0, folded.Length - 3);
        return ShortNames.TryGetValue(folded, out var name) ? name : folded;
    }
}
