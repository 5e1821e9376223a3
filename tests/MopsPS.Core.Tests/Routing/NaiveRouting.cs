using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MopsPS.Core.Places;

namespace MopsPS.Core.Tests.Routing;

/// <summary>Routing as one would write it without a thought of speed: each rule is asked for each lead, by its own words. Only what the tests' rules say is understood.</summary>
internal static class NaiveRouting
{
    private static readonly Dictionary<(string?, string), string> Normal = [];

    public static bool Fits(RoutingRule rule, RoutingLead lead) =>
        Country(rule, lead) && State(rule, lead) && Postcode(rule, lead) && Employees(rule, lead) && Word(rule.Industries, lead.Industry) && Word(rule.Languages, lead.Language)
        && Account(rule, lead) && (rule.From is null || Day(lead) >= rule.From) && (rule.Until is null || Day(lead) <= rule.Until);

    private static DateTime Day(RoutingLead lead) => DateTime.ParseExact(lead.Date!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Country(RoutingRule rule, RoutingLead lead) =>
        rule.Countries.Count == 0 || rule.Countries.Any(country => country == lead.Country || (country == "DACH" && lead.Country is "Germany" or "Austria" or "Switzerland"));

    private static bool State(RoutingRule rule, RoutingLead lead) => rule.States.Count == 0 || (lead.Country == "United States" && rule.States.Contains(lead.State));

    private static bool Postcode(RoutingRule rule, RoutingLead lead)
    {
        if (rule.Postcodes.Count == 0) return true;
        if (lead.PostalCode is null) return false;
        if (!Normal.TryGetValue((lead.Country, lead.PostalCode), out var text))
        {
            text = lead.PostalCode;
            if (lead.Country is not null && Countries.Recognise(lead.Country).Place is { } country && Postcodes.Check(country, text).Text is { } normal) text = normal;
            Normal.Add((lead.Country, lead.PostalCode), text);
        }

        return rule.Postcodes.Any(pattern =>
        {
            if (pattern.EndsWith('*')) return text.StartsWith(pattern[..^1], StringComparison.Ordinal);
            if (pattern.Split("..") is [var from, var to]) return string.CompareOrdinal(text, from) >= 0 && (string.CompareOrdinal(text, to) <= 0 || text.StartsWith(to, StringComparison.Ordinal));
            return text == pattern || text.StartsWith(pattern + " ", StringComparison.Ordinal) || text.StartsWith(pattern + "-", StringComparison.Ordinal);
        });
    }

    private static bool Employees(RoutingRule rule, RoutingLead lead)
    {
        if (rule.EmployeesFrom is null && rule.EmployeesTo is null) return true;
        return lead.Employees is { } text && int.Parse(text, CultureInfo.InvariantCulture) is var count && count >= (rule.EmployeesFrom ?? 0) && count <= (rule.EmployeesTo ?? int.MaxValue);
    }

    private static bool Word(IReadOnlyList<string> words, string? value) => words.Count == 0 || words.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool Account(RoutingRule rule, RoutingLead lead) => rule.Accounts.Count == 0 || rule.Accounts.Any(account =>
        account.Contains('.', StringComparison.Ordinal) ? lead.Domain == account || lead.Domain?.EndsWith("." + account, StringComparison.Ordinal) == true : lead.Company == account);
}
