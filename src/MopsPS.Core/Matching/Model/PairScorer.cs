using System;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>Compares two records field by field and adds up the evidence for each kind of pair; stops as soon as a pair cannot reach what is asked.</summary>
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
        Span<float> sums = stackalloc float[PairClass.Count];
        _weights.Priors.CopyTo(sums);
        var exact = 0u;
        var names = NameLevels.Of(_set, left, right);
        if (names.Given >= 0) Add(_given, names.Given, NameWeight(_given, names), sums, ref exact);
        if (names.Family >= 0) Add(_family, names.Family, NameWeight(_family, names), sums, ref exact);
        for (var step = 0; step < _order.Length; step++)
        {
            // Two kinds are one thing: together they are at most twice the better one, which is one bit.
            if (Math.Max(sums[PairClass.Same], sums[PairClass.Moved]) + 1 + rest[step + 1] < floor) return float.NegativeInfinity;
            var f = _order[step];
            var level = _set.Fields[f].Level(left, right, out var a, out var b);
            if (level < 0) continue;
            if (f == _email && Namesakes(names, level) is { } bits) AddNamesake(bits[level], level, a, b, sums);
            else Add(f, level, Weight(f, level, a, b), sums, ref exact);
        }

        foreach (var tie in _weights.Dependencies)
            if ((exact >> tie.First & 1) != 0 && (exact >> tie.Second & 1) != 0) AddTie(tie, sums);
        return Odds(sums) is var odds && odds < floor ? float.NegativeInfinity : odds;
    }

    /// <summary>The log odds of a pair, without a floor.</summary>
    public float Score(int left, int right)
    {
        Span<float> rest = stackalloc float[Steps + 1];
        rest.Fill(float.MaxValue / 4);
        return Score(left, right, rest, float.NegativeInfinity);
    }

    /// <summary>The level of each field (-1 where it says nothing), and for each kind of pair what values and ties add to the weights of the levels.</summary>
    public void Levels(int left, int right, Span<int> levels, Span<float> adjustments)
    {
        adjustments.Clear();
        var exact = 0u;
        var names = NameLevels.Of(_set, left, right);
        for (var f = 0; f < levels.Length; f++)
        {
            int a, b;
            if (f == _given) (levels[f], a, b) = (names.Given, names.GivenA, names.GivenB);
            else if (f == _family) (levels[f], a, b) = (names.Family, names.FamilyA, names.FamilyB);
            else levels[f] = _set.Fields[f].Level(left, right, out a, out b);
            if (levels[f] < 0 || (f == _email && Namesakes(names, levels[f]) is not null)) continue;
            var isExact = levels[f] == _weights.Match[f].Length - 1;
            if (isExact) exact |= 1u << f;
            var weight = f == _given || f == _family ? NameWeight(f, names) : Weight(f, levels[f], a, b);
            var difference = weight - _weights.Match[f][levels[f]];
            for (var c = 0; c < PairClass.Count; c++)
                if (!float.IsNaN(_weights.OnExact[c][f]) && (isExact || PairClass.IsMatch(c))) adjustments[c] += difference;
        }

        foreach (var tie in _weights.Dependencies)
            if ((exact >> tie.First & 1) != 0 && (exact >> tie.Second & 1) != 0) AddTie(tie, adjustments);
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

    /// <summary>The weight of the names in a field.</summary>
    public float NameWeight(int field, in NameLevels names)
    {
        var isGiven = field == _given;
        if (!names.IsCrossed) return isGiven ? Weight(field, names.Given, names.GivenA, names.GivenB) : Weight(field, names.Family, names.FamilyA, names.FamilyB);
        // Swapped names tell what the names themselves tell, less for the swap: two Thomas Andreas and Andrea Thomases are no wonder.
        var level = isGiven ? names.Given : names.Family;
        // The family names have a level only where both crossings agree: the first is then counted with the given names.
        var isFirst = isGiven && names.First > 0;
        var (givenValue, familyValue) = isFirst ? (names.GivenA, names.FamilyB) : (names.GivenB, names.FamilyA);
        var weights = _weights.Match[field];
        var name = Math.Min(_weights.Exact[_given][givenValue], _weights.Exact[_family][familyValue]);
        if ((isFirst ? names.First : names.Second) == 1) name = Math.Min(name, IsInitial(givenValue, familyValue) ? _weights.Match[_given][NameField.Initial] : _weights.Match[_given][_set.Given!.Typo]);
        // The swap is one event: it is counted with the given name.
        return Math.Min(weights[level], Math.Max(0, name - (isGiven ? _weights.SwapCost : 0)));
    }

    private bool IsInitial(int given, int family) => _set.Given!.Squeezed(given).Length == 1 || _set.Family!.Squeezed(family).Length == 1;

    private void Add(int field, int level, float weight, Span<float> sums, ref uint exact)
    {
        var isExact = level == _weights.Match[field].Length - 1;
        if (isExact) exact |= 1u << field;
        sums[PairClass.Same] += weight;
        if (!float.IsNaN(_weights.OnExact[PairClass.Moved][field])) sums[PairClass.Moved] += weight;
        for (var c = PairClass.Household; c < PairClass.Count; c++)
        {
            var onExact = _weights.OnExact[c][field];
            if (!float.IsNaN(onExact)) sums[c] += isExact ? weight + onExact : _weights.Levels[c][field][level];
        }
    }

    private float[]? Namesakes(in NameLevels names, int level) =>
        _weights.NamesakeEmail is { } cases && MatchModel.NamesakeCase(names.Given, names.Family, level) is var which and >= 0 ? cases[which] : null;

    private void AddNamesake(float bits, int level, int a, int b, Span<float> sums)
    {
        // Never more than the address would tell of two people with other names.
        var weight = Math.Min(bits, Math.Max(0, Weight(_email, level, a, b)));
        sums[PairClass.Same] += weight;
        sums[PairClass.Moved] += weight;
        for (var c = PairClass.Household; c < PairClass.Count; c++) sums[c] += Math.Min(0, _weights.Levels[c][_email][level]);
    }

    private void AddTie(Dependency tie, Span<float> sums)
    {
        for (var c = 0; c < PairClass.Count; c++)
            if (!float.IsNaN(_weights.OnExact[c][tie.First]) && !float.IsNaN(_weights.OnExact[c][tie.Second])) sums[c] -= tie.Bits;
    }

    private static float Odds(ReadOnlySpan<float> sums) => Plus(sums[PairClass.Same], sums[PairClass.Moved]) - Plus(0, Plus(sums[PairClass.Household], sums[PairClass.Firm]));

    // The logarithm of a sum of two that are given as logarithms.
    private static float Plus(float a, float b)
    {
        var (more, less) = a > b ? (a, b) : (b, a);
        return less < more - 24 || float.IsNegativeInfinity(less) ? more : more + (float)Math.Log(1 + Math.Pow(2, less - more), 2);
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
}
