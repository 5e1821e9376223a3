using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MopsPS.Core.Tests.Routing;

/// <summary>Random rules over few values, and every lead that can be told apart by them.</summary>
internal static class RandomRouting
{
    private static readonly string[] Patterns = ["1*", "10115", "80000..89999", "94*", "10000..19999"];
    private static readonly string?[] Industries = [null, "Software", "Retail", "Mining"];
    private static readonly string?[] Languages = [null, "de", "en", "fr"];
    private static readonly string?[] Sizes = [null, "0", "49", "50", "199", "200", "999", "1000", "1001"];
    private static readonly (string?, string?)[] Accounts = [.. from domain in new[] { null, "acme.com", "eu.acme.com", "globex.com", "other.com" } from company in new[] { null, "Initech" } select (domain, company)];
    private static readonly (string?, string?)[] Places =
        [(null, null), ("Germany", null), ("Austria", null), ("Switzerland", null), ("France", null), ("United States", null), ("United States", "California"), ("United States", "Nevada"), ("United States", "Texas")];

    public static (RoutingPolicy Policy, RoutingLead[] Leads) Make(Random random, DateTime today)
    {
        // All of them at once would be too many leads to try.
        var looks = Enumerable.Range(0, 6).OrderBy(_ => random.Next()).Take(2).ToHashSet();
        var rules = Enumerable.Range(0, random.Next(2, 9)).Select(i => Rule(random, i, looks, today)).ToArray();
        var policy = new RoutingPolicy { Rules = rules, Fallback = random.Next(2) == 0 ? new RoutingTarget { Owner = "owner" + random.Next(4) } : null };
        var leads =
            from place in Places
            from postcode in looks.Contains(0) ? Postcodes() : [null]
            from size in looks.Contains(1) ? Sizes : [null]
            from industry in looks.Contains(2) ? Industries : [null]
            from language in looks.Contains(3) ? Languages : [null]
            from account in looks.Contains(4) ? Accounts : [(null, null)]
            from days in looks.Contains(5) ? new[] { 0, 9, 10, 19, 20, 400 } : [0]
            select new RoutingLead
            {
                Country = place.Item1,
                State = place.Item2,
                PostalCode = postcode,
                Employees = size,
                Industry = industry,
                Language = language,
                Domain = account.Item1,
                Company = account.Item2,
                Date = today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            };
        return (policy, [.. leads]);
    }

    private static RoutingRule Rule(Random random, int i, HashSet<int> looks, DateTime today)
    {
        var countries = Some(random, ["Germany", "Austria", "United States", "DACH"], 0.5);
        var states = countries is ["United States"] ? Some(random, ["California", "Nevada"], 0.5) : [];
        bool Looks(int what) => looks.Contains(what) && random.Next(2) == 0;
        var (from, until) = Looks(5) ? (random.Next(3) * 10 - 10, (int?)null) : (-1000, null);
        if (looks.Contains(5) && random.Next(3) == 0) until = Math.Max(from, random.Next(1, 3) * 10 - 1);
        int? least = Looks(1) ? new[] { 50, 200, 1000 }[random.Next(3)] : null;
        return RoutingCheckerTests.Rule(
            $"r{i}", "owner" + random.Next(4), countries, states,
            countries.Length > 0 && Looks(0) ? Some(random, Patterns, 0.4) : [],
            (least, looks.Contains(1) && random.Next(4) == 0 ? Math.Max(least ?? 0, new[] { 49, 199, 999 }[random.Next(3)]) : null),
            Looks(2) ? Some(random, ["Software", "Retail"], 0.6) : [],
            Looks(3) ? Some(random, ["de", "en"], 0.6) : [],
            Looks(4) ? Some(random, ["acme.com", "eu.acme.com", "globex.com", "Initech"], 0.4) : [],
            from > -1000 ? today.AddDays(from) : null,
            until is { } days ? today.AddDays(days) : null);
    }

    private static string[] Some(Random random, string[] of, double share) => [.. of.Where(_ => random.NextDouble() < share)];

    // Something between any two places where a pattern begins or ends.
    private static IEnumerable<string?> Postcodes()
    {
        yield return null;
        foreach (var stem in new[] { "0", "1", "10000", "10115", "19999", "2", "80000", "89999", "9", "94", "95" })
        {
            yield return stem;
            foreach (var tail in new[] { "0", " 0", "-0", "Z", "00", "000", "0000", "123" }) yield return stem + tail;
        }

        foreach (var valid in new[] { "10114", "10116", "12345", "20095", "80331", "94105", "94105-1234", "1010", "8010" }) yield return valid;
    }
}
