using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Duplicates;

/// <summary>
/// Rolls records up to households and accounts. Exact keys after normalising, no statistics: a roll-up is a view of the database and nothing is merged by it. Uses the
/// rows that a <see cref="DuplicateFinder"/> was given; it must not have been run, since a search lets go of the raw values.
/// </summary>
public static class RollUps
{
    /// <summary>Rolls up.</summary>
    /// <param name="finder">Has the rows.</param>
    /// <param name="kind">To what.</param>
    /// <param name="onProgress">Receives how much of the fetching is done, 0 to 1; on this thread.</param>
    /// <returns>The roll-ups, in the order of their first members; null where no input has the fields that it takes.</returns>
    public static IEnumerable<RecordRollUp>? Of(DuplicateFinder finder, RollUpKind kind, Action<double>? onProgress = null)
    {
        if (finder is null) throw new ArgumentNullException(nameof(finder));
        var values = new RollUpValues(finder.Table);
        if (kind == RollUpKind.Household ? !values.HasHouseholds : !values.HasAccounts) return null;
        return Make(finder, kind, kind == RollUpKind.Household ? Households(finder.Rows, values) : Accounts(finder.Rows, values), onProgress);
    }

    private static IEnumerable<RecordRollUp> Make(DuplicateFinder finder, RollUpKind kind, List<(List<int> Rows, string Name, string Reason)> groups, Action<double>? onProgress)
    {
        var records = RecordFetcher.Fetch(finder, groups.SelectMany(group => group.Rows), onProgress, finder.Options.Cancellation);
        for (var g = 0; g < groups.Count; g++)
        {
            var (rows, name, reason) = groups[g];
            yield return new RecordRollUp(kind, g + 1, name, reason, rows.Select(row => Members.Make(finder, row, records[row])).ToArray());
        }
    }

    // One family name at one address. Records with a company have the company's address, which is nobody's home; one person twice is no household.
    private static List<(List<int>, string, string)> Households(int count, RollUpValues values)
    {
        var homes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < count; row++)
        {
            if (values.Company(row) is not null || values.Family(row) is not { } family || values.Street(row) is not { } street || !street.Any(char.IsDigit)) continue;
            if (values.Place(row) is not { } place) continue;
            Add(homes, string.Join("\n", family, street, place), row);
        }

        return
        [
            .. homes.Values.Where(rows => rows.Select(row => values.Given(row) ?? "").Distinct(StringComparer.Ordinal).Count() > 1).OrderBy(rows => rows[0])
                .Select(rows => (rows, values.Town(rows[0]) ?? "", "one family name at one address"))
        ];
    }

    private static List<(List<int>, string, string)> Accounts(int count, RollUpValues values)
    {
        var byDomain = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byCompany = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var domainsOf = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var open = new List<(int Row, string Company)>();
        for (var row = 0; row < count; row++)
        {
            var company = values.Company(row);
            if (values.Domain(row) is not { } domain)
            {
                if (company is not null) open.Add((row, company));
                continue;
            }

            Add(byDomain, domain, row);
            if (company is null) continue;
            if (!domainsOf.TryGetValue(company, out var domains)) domainsOf.Add(company, domains = new HashSet<string>(StringComparer.Ordinal));
            domains.Add(domain);
        }

        var joined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, company) in open)
        {
            // A name that several domains have does not tell which of them.
            if (domainsOf.TryGetValue(company, out var domains) && domains.Count == 1)
            {
                byDomain[domains.First()].Add(row);
                joined.Add(domains.First());
            }
            else
            {
                Add(byCompany, company, row);
            }
        }

        foreach (var rows in byDomain.Values) rows.Sort();
        return
        [
            .. byDomain.Select(pair => (Rows: pair.Value, Name: pair.Key, Reason: joined.Contains(pair.Key) ? "one domain, and the company of that domain" : "one domain"))
                .Concat(byCompany.Select(pair => (Rows: pair.Value, Name: pair.Key, Reason: "one company name, no domain")))
                .Where(group => group.Rows.Count > 1).OrderBy(group => group.Rows[0])
        ];
    }

    private static void Add(Dictionary<string, List<int>> groups, string key, int row)
    {
        if (!groups.TryGetValue(key, out var rows)) groups.Add(key, rows = []);
        rows.Add(row);
    }
}
