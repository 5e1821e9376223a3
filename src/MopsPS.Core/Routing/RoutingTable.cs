using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Values;
using MopsPS.Core.Places;
using MopsPS.Core.Records.Values;

namespace MopsPS.Core.Routing;

/// <summary>Routing rules, ready to be asked. The first rule that fits a lead in all that it looks at decides. For one thread.</summary>
public sealed class RoutingTable
{
    private readonly CountryCache _countries = new();
    private readonly SubdivisionCache _states = new();
    private readonly ulong[] _postcodeRules;

    /// <summary>Reads the rules.</summary>
    /// <param name="policy">The rules.</param>
    /// <param name="today">The day that counts for a lead without a date, and from which on the rules are checked.</param>
    /// <param name="numbers">Reads numbers of employees; null for plain ones.</param>
    /// <exception cref="RoutingRuleException">A rule says something that has no meaning.</exception>
    public RoutingTable(RoutingPolicy policy, DateTime today, NumberParser? numbers = null)
    {
        Policy = policy ?? throw new ArgumentNullException(nameof(policy));
        var rules = policy.Rules;
        Place = new PlaceDimension(rules);
        Postcode = new PostcodeDimension(rules);
        Employees = new EmployeesDimension(rules, numbers ?? new NumberParser());
        Industry = new WordDimension("industry", rules, rule => rule.Industries, text => text.Trim().ToLowerInvariant());
        Language = new WordDimension("language", rules, rule => rule.Languages, RoutingLanguages.Normalise);
        Account = new AccountDimension(rules);
        Date = new DateDimension(rules, today);
        Dimensions = [Place, Postcode, Employees, Industry, Language, Account, Date];
        _postcodeRules = [.. Postcode.Rules.Select(word => ~word)];
    }

    /// <summary>The rules as the policy has them.</summary>
    public RoutingPolicy Policy { get; }

    internal PlaceDimension Place { get; }

    internal PostcodeDimension Postcode { get; }

    internal EmployeesDimension Employees { get; }

    internal WordDimension Industry { get; }

    internal WordDimension Language { get; }

    internal AccountDimension Account { get; }

    internal DateDimension Date { get; }

    internal IReadOnlyList<RoutingDimension> Dimensions { get; }

    /// <summary>Decides on one lead: what a test of the rules asks.</summary>
    /// <param name="lead">The lead.</param>
    /// <returns>The decision.</returns>
    public RoutingDecision Decide(RoutingLead lead) => Decide(lead, null, new RoutingUnread());

    /// <summary>Decides on one lead, and says which of its values could not be read.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="website">Its website, where the domain of the lead names no account; null for none.</param>
    /// <param name="unread">Takes the values that could not be read.</param>
    internal RoutingDecision Decide(RoutingLead lead, string? website, RoutingUnread unread)
    {
        if (lead is null) throw new ArgumentNullException(nameof(lead));
        DateTime? day = DateTime.TryParseExact(lead.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        var classes = new RoutingLeadClasses();
        SetPlace(ref classes, Bytes(lead.Country), Bytes(lead.State), Bytes(lead.PostalCode), unread);
        classes.Employees = Employees.Of(Bytes(lead.Employees), out var isRead);
        if (!isRead) unread.Employees(Bytes(lead.Employees));
        classes.Industry = Industry.Of(Bytes(lead.Industry));
        classes.Language = Language.Of(Bytes(lead.Language));
        classes.Account = Account.Of(Bytes(lead.Domain), Bytes(website), Bytes(lead.Company));
        classes.Date = Date.Of(day is null ? null : DateDimension.DayOf(day.Value));
        return Decision(First(classes));
    }

    /// <summary>The decision of a rule.</summary>
    /// <param name="rule">Its place from 0; -1 where none fits.</param>
    internal RoutingDecision Decision(int rule) =>
        rule >= 0 ? new RoutingDecision(rule, Policy.Rules[rule].Name, Policy.Rules[rule].Target)
        : Policy.Fallback is { } fallback ? new RoutingDecision(-1, RoutingDecision.FallbackName, fallback)
        : new RoutingDecision(-1, null, null);

    /// <summary>The first rule that fits; -1 for none.</summary>
    internal int First(in RoutingLeadClasses lead)
    {
        var (place, postcode, employees) = (Place.Classes.Rules(lead.Place), Postcode.Classes.Rules(lead.Postcode), Employees.Classes.Rules(lead.Employees));
        var (industry, language, account, date) = (Industry.Classes.Rules(lead.Industry), Language.Classes.Rules(lead.Language), Account.Classes.Rules(lead.Account), Date.Classes.Rules(lead.Date));
        for (var word = 0; word < place.Length; word++)
        {
            var fit = place[word] & postcode[word] & employees[word] & industry[word] & language[word] & account[word] & date[word];
            if (fit != 0) return (word * 64) + Bits.Count((fit & (~fit + 1)) - 1);
        }

        return -1;
    }

    /// <summary>The classes of country, state and postcode.</summary>
    internal void SetPlace(ref RoutingLeadClasses lead, ReadOnlySpan<byte> country, ReadOnlySpan<byte> state, ReadOnlySpan<byte> postcode, RoutingUnread unread)
    {
        var match = _countries.Recognise(country);
        var place = match.IsAtLeast(PlaceDimension.Sure) ? match.Place : null;
        if (place is null && !country.IsEmpty) unread.Country(country);
        Subdivision? part = null;
        if (!state.IsEmpty && (Place.HasStates || country.IsEmpty))
        {
            // A state that is one in all the world says the country, where the row says none.
            if (place is not null || country.IsEmpty)
            {
                var found = _states.Recognise(state, place);
                part = found.IsAtLeast(PlaceDimension.Sure) ? found.Place : null;
                place ??= part?.Country;
            }

            if (part is null && (place is null || place.Subdivisions.Count > 0)) unread.State(state);
        }

        lead.Place = Place.Of(place, part);
        lead.Postcode = Postcode.Of(place, Matters(lead.Place) ? postcode : default, out var isValid);
        if (!isValid) unread.Postcode(postcode);
    }

    // Postcodes have many values; most places have no rule that looks at them.
    private bool Matters(int place)
    {
        var rules = Place.Classes.Rules(place);
        for (var word = 0; word < rules.Length; word++)
            if ((rules[word] & _postcodeRules[word]) != 0) return true;
        return false;
    }

    private static byte[] Bytes(string? text) => text is null ? [] : Encoding.UTF8.GetBytes(text.Trim());
}

/// <summary>The classes of a lead in each dimension.</summary>
internal struct RoutingLeadClasses
{
    public int Place;
    public int Postcode;
    public int Employees;
    public int Industry;
    public int Language;
    public int Account;
    public int Date;
}
