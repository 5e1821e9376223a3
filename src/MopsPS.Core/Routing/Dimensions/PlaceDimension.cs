using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Places;

namespace MopsPS.Core.Routing;

/// <summary>Country and state as one: a state belongs to its country. A state that is not known counts as none.</summary>
internal sealed class PlaceDimension : RoutingDimension
{
    /// <summary>How sure a place must be; see <see cref="PlaceMatch{T}"/>.</summary>
    public const double Sure = 0.9;

    private readonly int[] _ofCountry = new int[Countries.All.Count];
    private readonly Dictionary<Subdivision, int> _ofState = [];
    private readonly int _unknown;

    public PlaceDimension(IReadOnlyList<RoutingRule> rules) : base(rules.Count)
    {
        var countries = rules.Select(CountriesOf).ToArray();
        var states = rules.Select((rule, i) => StatesOf(rule, i, countries[i])).ToArray();
        HasStates = states.Any(set => set is not null);
        for (var c = 0; c < _ofCountry.Length; c++)
            _ofCountry[c] = Classes.Of(Classes.Where(rules, i => states[i] is null && (countries[i] is not { } set || set[c])));
        foreach (var state in HasStates ? Countries.All.SelectMany(country => country.Subdivisions) : [])
        {
            _ofState.Add(state, Classes.Of(Classes.Where(rules, i =>
                (countries[i] is not { } set || set[state.Country.Index]) && (states[i] is not { } named || WithParents(state).Any(named.Contains)))));
        }

        _unknown = Classes.Of(Classes.Where(rules, i => countries[i] is null && states[i] is null));
    }

    /// <summary>Whether any rule names states.</summary>
    public bool HasStates { get; }

    /// <summary>The class of a place.</summary>
    public int Of(Country? country, Subdivision? state) =>
        state is not null && _ofState.TryGetValue(state, out var id) ? id : country is null ? _unknown : _ofCountry[country.Index];

    /// <inheritdoc/>
    public override string Describe(ISet<int> classes)
    {
        var names = Countries.All.Where(country => classes.Contains(_ofCountry[country.Index])).Select(country => country.Name + Except(country, classes)).ToList();
        var states = _ofState.Where(pair => classes.Contains(pair.Value) && !classes.Contains(_ofCountry[pair.Key.Country.Index])).Select(pair => pair.Key.ToString()).ToList();
        if (classes.Contains(_unknown)) names.Insert(0, "no country");
        if (names.Count <= Countries.All.Count / 2) return List([.. states, .. names]);
        var others = Countries.All.Where(country => !classes.Contains(_ofCountry[country.Index])).Select(country => country.Name).ToList();
        var without = Countries.All.Where(country => classes.Contains(_ofCountry[country.Index])).Select(country => Except(country, classes)).Where(text => text.Length > 0).ToList();
        return "all countries" + (others.Count == 0 ? string.Empty : " but " + List(others)) + string.Concat(without) + (classes.Contains(_unknown) ? ", and no country" : string.Empty)
            + (states.Count == 0 ? string.Empty : ", and " + List(states));
    }

    /// <inheritdoc/>
    public override void Show(int id, RoutingSample lead)
    {
        var country = Countries.All.FirstOrDefault(country => _ofCountry[country.Index] == id);
        var state = country is not null || id == _unknown ? null : _ofState.First(pair => pair.Value == id).Key;
        lead.CountryPlace = country ?? state?.Country;
        lead.Country = lead.CountryPlace?.Name;
        lead.State = state?.Name;
    }

    /// <summary>The countries that a rule names; null for any.</summary>
    private static bool[]? CountriesOf(RoutingRule rule, int at)
    {
        if (rule.Countries.Count == 0) return null;
        var set = new bool[Countries.All.Count];
        for (var item = 0; item < rule.Countries.Count; item++)
        {
            var name = rule.Countries[item].Trim();
            var match = Countries.Recognise(name);
            if (match.IsAtLeast(Sure)) set[match.Place!.Index] = true;
            else if (Regions.TryGet(name, out var region)) foreach (var country in region!.Countries) set[country.Index] = true;
            else throw new RoutingRuleException(at, "countries", item, $"'{name}' is no country and no region.");
        }

        return set;
    }

    private static HashSet<Subdivision>? StatesOf(RoutingRule rule, int at, bool[]? countries)
    {
        if (rule.States.Count == 0) return null;
        var set = new HashSet<Subdivision>();
        for (var item = 0; item < rule.States.Count; item++)
        {
            var name = rule.States[item].Trim();
            var found = Subdivisions.TryGet(name.ToUpperInvariant(), out var coded) ? [coded!]
                : (countries is null ? new Country?[] { null } : [.. Countries.All.Where(country => countries[country.Index])])
                    .Select(country => Subdivisions.Recognise(name, country)).Where(match => match.IsAtLeast(Sure)).Select(match => match.Place!).Distinct().ToArray();
            if (found.Length == 0) throw new RoutingRuleException(at, "states", item, $"'{name}' is no state that is known{(countries is null ? "; give it as a code such as US-CA, or name its country" : " in the countries of the rule")}.");
            if (found.Length > 1) throw new RoutingRuleException(at, "states", item, $"'{name}' is {string.Join(" and ", found.Select(state => state.ToString()))}; give a code.");
            if (countries is not null && !countries[found[0].Country.Index]) throw new RoutingRuleException(at, "states", item, $"'{found[0]}' is in none of the countries of the rule.");
            set.Add(found[0]);
        }

        return set;
    }

    private static IEnumerable<Subdivision> WithParents(Subdivision state)
    {
        for (Subdivision? at = state; at is not null; at = at.Parent) yield return at;
    }

    private string Except(Country country, ISet<int> classes)
    {
        var except = country.Subdivisions.Where(state => _ofState.TryGetValue(state, out var id) && !classes.Contains(id)).Select(state => state.Name).ToList();
        return except.Count == 0 ? string.Empty : $" (without {List(except)})";
    }
}
