using System;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>Compares two records field by field and adds up the evidence; stops as soon as a pair cannot reach what is asked.</summary>
internal sealed class PairScorer
{
    private readonly MatchSet _set;
    private readonly Weights _weights;
    private readonly int[] _order;
    private readonly int _given;
    private readonly int _family;
    private readonly int _email;

    public PairScorer(MatchSet set, Weights weights)
    {
        _set = set;
        _weights = weights;
        _given = Array.IndexOf(set.Fields, set.Given);
        _family = Array.IndexOf(set.Fields, set.Family);
        _email = Array.FindIndex(set.Fields, field => field.Kind == MatchKind.Email);
        // The fields that decide most come first; names are looked at together.
        _order = [.. Enumerable.Range(0, set.Fields.Length).Where(f => f != _given && f != _family).OrderByDescending(f => weights.Match[f].Max() - weights.Match[f].Min()).ThenBy(f => f)];
    }

    /// <summary>How many steps a comparison has at most: the names count as one.</summary>
    public int Steps => _order.Length + 1;

    /// <summary>For a record, the most that its fields from each step on can still add.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rest">Filled; one longer than there are steps.</param>
    public void Reach(int record, Span<float> rest)
    {
        rest[_order.Length + 1] = 0;
        for (var step = _order.Length - 1; step >= 0; step--) rest[step + 1] = rest[step + 2] + Most(_order[step], record);
        rest[0] = rest[1] + Most(_given, record) + Most(_family, record);
    }

    /// <summary>The log odds, in bits, that two records are one thing; negative infinity where it is less than <paramref name="floor"/>.</summary>
    public float Score(int left, int right, ReadOnlySpan<float> rest, float floor)
    {
        var match = _weights.Prior;
        var place = _weights.PlacePrior;
        var exact = 0u;
        var names = Names(left, right);
        if (names.Given >= 0) Add(_given, names.Given, names.GivenA, names.GivenB, ref match, ref place, ref exact);
        if (names.Family >= 0) Add(_family, names.Family, names.FamilyA, names.FamilyB, ref match, ref place, ref exact);
        for (var step = 0; step < _order.Length; step++)
        {
            if (match + rest[step + 1] < floor) return float.NegativeInfinity;
            var f = _order[step];
            var level = _set.Fields[f].Level(left, right, out var a, out var b);
            if (level < 0) continue;
            if (f == _email && AreNamesakes(names)) AddNamesake(level, a, b, ref match, ref place);
            else Add(f, level, a, b, ref match, ref place, ref exact);
        }

        foreach (var tie in _weights.Dependencies)
        {
            if ((exact >> tie.First & 1) == 0 || (exact >> tie.Second & 1) == 0) continue;
            match -= tie.Bits;
            place -= tie.Bits;
        }

        return Odds(match, place) is var odds && odds < floor ? float.NegativeInfinity : odds;
    }

    /// <summary>The log odds of a pair, without a floor.</summary>
    public float Score(int left, int right)
    {
        Span<float> rest = stackalloc float[Steps + 1];
        rest.Fill(float.MaxValue / 4);
        return Score(left, right, rest, float.NegativeInfinity);
    }

    /// <summary>The level of each field (-1 where it says nothing), and what values and ties add to the weights of the levels.</summary>
    public void Levels(int left, int right, Span<int> levels, out float adjustment, out float placeAdjustment)
    {
        adjustment = placeAdjustment = 0;
        var exact = 0u;
        var names = Names(left, right);
        for (var f = 0; f < levels.Length; f++)
        {
            int a, b;
            if (f == _given) (levels[f], a, b) = (names.Given, names.GivenA, names.GivenB);
            else if (f == _family) (levels[f], a, b) = (names.Family, names.FamilyA, names.FamilyB);
            else levels[f] = _set.Fields[f].Level(left, right, out a, out b);
            if (levels[f] < 0 || (f == _email && AreNamesakes(names))) continue;
            var isExact = levels[f] == _weights.Match[f].Length - 1;
            if (isExact) exact |= 1u << f;
            var difference = Weight(f, levels[f], a, b) - _weights.Match[f][levels[f]];
            adjustment += difference;
            if (isExact && !float.IsNaN(_weights.PlaceOnExact[f])) placeAdjustment += difference;
        }

        foreach (var tie in _weights.Dependencies)
        {
            if ((exact >> tie.First & 1) == 0 || (exact >> tie.Second & 1) == 0) continue;
            adjustment -= tie.Bits;
            placeAdjustment -= tie.Bits;
        }
    }

    /// <summary>The weight of a level, in bits, for one thing against strangers.</summary>
    public float Weight(int field, int level, int a, int b)
    {
        var weights = _weights.Match[field];
        if (level == weights.Length - 1) return a >= 0 ? Math.Min(_weights.Exact[field][a], _weights.Exact[field][b]) : weights[level];
        var weight = weights[level];
        // Something like a common value cannot tell more than the common value itself.
        return weight > 0 && a >= 0 && b >= 0 ? Math.Min(weight, Math.Max(0, Math.Min(_weights.Exact[field][a], _weights.Exact[field][b]))) : weight;
    }

    private void Add(int field, int level, int a, int b, ref float match, ref float place, ref uint exact)
    {
        var weight = Weight(field, level, a, b);
        match += weight;
        var isExact = level == _weights.Match[field].Length - 1;
        if (isExact) exact |= 1u << field;
        if (float.IsNegativeInfinity(place)) return;
        var onExact = _weights.PlaceOnExact[field];
        if (!float.IsNaN(onExact)) place += isExact ? weight + onExact : _weights.Place[field][level];
    }

    private bool AreNamesakes(in NameLevels names) => _weights.NamesakeEmail is not null && names.Given > 0 && names.Family > 0;

    private void AddNamesake(int level, int a, int b, ref float match, ref float place)
    {
        // Never more than the address would tell of two people with other names.
        var weight = Math.Min(_weights.NamesakeEmail![level], Math.Max(0, Weight(_email, level, a, b)));
        match += weight;
        if (!float.IsNegativeInfinity(place) && !float.IsNaN(_weights.PlaceOnExact[_email])) place += Math.Min(0, _weights.Place[_email][level]);
    }

    private float Odds(float match, float place)
    {
        if (float.IsNegativeInfinity(place)) return match;
        // Against both others together: strangers have weight 0.
        return place > 24 ? match - place : match - (float)Math.Log(1 + Math.Pow(2, place), 2);
    }

    private float Most(int field, int record)
    {
        if (field < 0) return 0;
        var most = 0f;
        foreach (var column in _set.Fields[field].Rows)
        {
            var value = column[record];
            if (value >= 0) most = Math.Max(most, _weights.Exact[field][value]);
        }

        return most;
    }

    private NameLevels Names(int left, int right)
    {
        var names = new NameLevels { Given = -1, Family = -1, GivenA = -1, GivenB = -1, FamilyA = -1, FamilyB = -1 };
        if (_given >= 0) names.Given = _set.Given!.Level(left, right, out names.GivenA, out names.GivenB);
        if (_family >= 0) names.Family = _set.Family!.Level(left, right, out names.FamilyA, out names.FamilyB);
        if (_given >= 0 && _family >= 0 && names.Given < _set.Given!.Typo && names.Family < _set.Family!.Typo) Swap(left, right, ref names);
        return names;
    }

    // A given name in the other's family name column and the other way round.
    private void Swap(int left, int right, ref NameLevels names)
    {
        var given = _set.Given!;
        var family = _set.Family!;
        int givenA = given.Rows[0][left], familyA = family.Rows[0][left], givenB = given.Rows[0][right], familyB = family.Rows[0][right];
        var first = given.Crossed(givenA, family, familyB);
        if (first == 0) return;
        var second = given.Crossed(givenB, family, familyA);
        // Two slips of the pen and a swap at once are three coincidences: at least one name must be the same.
        if (second == 0 || first + second <= 0 || (first > 0 && second > 0 && first + second < 3)) return;
        names.Given = given.Swapped;
        names.Family = first > 0 && second > 0 ? family.Swapped : -1;
        names.GivenA = names.GivenB = names.FamilyA = names.FamilyB = -1;
    }

    private struct NameLevels
    {
        public int Given;
        public int Family;
        public int GivenA;
        public int GivenB;
        public int FamilyA;
        public int FamilyB;
    }
}
