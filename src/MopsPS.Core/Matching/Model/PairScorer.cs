using System;
using System.Linq;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// Compares two records field by field and adds up the evidence for each kind of pair. Nearly all pairs are nothing: which values are the same is known without
/// comparing, and a pair is given up as soon as the fields that are left cannot lift it to what is asked. For one thread.
/// </summary>
internal sealed class PairScorer
{
    private readonly MatchSet _set;
    private readonly Weights _weights;
    private readonly int[] _order;
    private readonly int[] _offsets;
    private readonly bool[] _isMoved;
    private readonly int _given;
    private readonly int _family;
    private readonly int _email;

    // Of the record on the left: its values, and by field the most that an unlike value can add, or where a record has several values, that any can.
    private readonly int[] _left;
    private readonly float[] _most;
    private readonly int[] _several;
    private int _leftRecord = -1;

    // Of the pair: the levels and the values that they stand on.
    private readonly int[] _levels;
    private readonly int[] _as;
    private readonly int[] _bs;
    private float _same;
    private float _moved;

    public PairScorer(MatchSet set, Weights weights)
    {
        _set = set;
        _weights = weights;
        _given = Array.IndexOf(set.Fields, set.Given);
        _family = Array.IndexOf(set.Fields, set.Family);
        _email = Array.FindIndex(set.Fields, field => field.Kind == MatchKind.Email);
        // The fields that decide most come first; names are looked at together.
        _order = [.. Enumerable.Range(0, set.Fields.Length).Where(f => f != _given && f != _family).OrderByDescending(f => weights.Match[f].Max() - weights.Match[f].Min()).ThenBy(f => f)];
        _offsets = new int[set.Fields.Length];
        for (var f = 1; f < _offsets.Length; f++) _offsets[f] = _offsets[f - 1] + set.Fields[f - 1].Rows.Length;
        _isMoved = [.. Enumerable.Range(0, set.Fields.Length).Select(f => !float.IsNaN(weights.OnExact[PairClass.Moved][f]))];
        _left = new int[set.Width];
        _most = (float[])weights.Near.Clone();
        _several = [.. Enumerable.Range(0, set.Fields.Length).Where(f => set.Fields[f].Rows.Length > 1)];
        _levels = new int[set.Fields.Length];
        _as = new int[set.Fields.Length];
        _bs = new int[set.Fields.Length];
    }

    /// <summary>The log odds of a pair, without a floor.</summary>
    public float Score(int left, int right) => Score(left, right, float.NegativeInfinity);

    /// <summary>The log odds, in bits, that two records are one thing; negative infinity where it is less than <paramref name="floor"/>.</summary>
    [MethodImpl(Hot.Loop)]
    public float Score(int left, int right, float floor)
    {
        if (left != _leftRecord) Take(left);
        Open(right, out var mayBeCrossed);
        // Names in each other's column are few, and what they add is not known before: those pairs are compared to the end.
        var least = mayBeCrossed ? float.NegativeInfinity : floor;
        if (IsHopeless(least)) return float.NegativeInfinity;
        var names = new NameLevels { Given = -1, Family = -1, GivenA = -1, GivenB = -1, FamilyA = -1, FamilyB = -1 };
        if (mayBeCrossed)
        {
            names = NameLevels.Of(_set, left, right);
        }
        else
        {
            // The family name differs more often: it comes first, and often nothing needs to come after it.
            if (_family >= 0)
            {
                names.Family = Compare(_family, left, right, out names.FamilyA, out names.FamilyB);
                if (IsHopeless(least)) return float.NegativeInfinity;
            }

            if (_given >= 0) names.Given = Compare(_given, left, right, out names.GivenA, out names.GivenB);
        }

        if (IsHopeless(least)) return float.NegativeInfinity;
        foreach (var f in _order)
        {
            _levels[f] = Compare(f, left, right, out _as[f], out _bs[f]);
            if (IsHopeless(least)) return float.NegativeInfinity;
        }

        return Sum(names) is var odds && odds < floor ? float.NegativeInfinity : odds;
    }

    /// <summary>The level of each field (-1 where it says nothing), and for each kind of pair what values and ties add to the weights of the levels.</summary>
    [MethodImpl(Hot.Loop)]
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
            AddDifference(f, levels[f], f == _given || f == _family ? NameWeight(f, names) : Weight(f, levels[f], a, b), adjustments, ref exact);
        }

        AddTies(exact, adjustments);
    }

    /// <summary>What <see cref="Levels"/> adds, for a pair whose levels are known: nothing needs to be compared but values of which a record has several.</summary>
    /// <param name="left">A record.</param>
    /// <param name="right">The other one.</param>
    /// <param name="pattern">Their levels; see <see cref="TrainingPairs.Pack"/>.</param>
    /// <param name="adjustments">Filled.</param>
    [MethodImpl(Hot.Loop)]
    public void Adjust(int left, int right, ulong pattern, Span<float> adjustments)
    {
        Span<int> levels = stackalloc int[_set.Fields.Length];
        var isKnown = true;
        for (var f = 0; f < levels.Length; f++)
        {
            levels[f] = TrainingPairs.Level(pattern, f);
            if (levels[f] < 0) continue;
            isKnown &= _set.Fields[f].Rows.Length == 1 || (levels[f] < _weights.Match[f].Length - 1 && _weights.Match[f][levels[f]] <= 0);
            isKnown &= (f != _given && f != _family) || _set.Fields[f].Levels.Names[levels[f]] != "Swapped";
        }

        if (!isKnown)
        {
            Levels(left, right, levels, adjustments);
            return;
        }

        adjustments.Clear();
        var exact = 0u;
        var names = new NameLevels { Given = _given < 0 ? -1 : levels[_given], Family = _family < 0 ? -1 : levels[_family] };
        var mine = _set.Values(left);
        var theirs = _set.Values(right);
        for (var f = 0; f < levels.Length; f++)
        {
            if (levels[f] < 0 || (f == _email && Namesakes(names, levels[f]) is not null)) continue;
            if (_set.Fields[f].Rows.Length == 1) AddDifference(f, levels[f], Weight(f, levels[f], mine[_offsets[f]], theirs[_offsets[f]]), adjustments, ref exact);
        }

        AddTies(exact, adjustments);
    }

    /// <summary>The weight of a level, in bits, for one thing against strangers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(int field, int level, int a, int b)
    {
        var weights = _weights.Match[field];
        if (level == weights.Length - 1) return a >= 0 ? Math.Min(_weights.Exact[field][a], _weights.Exact[field][b]) : weights[level];
        var weight = weights[level];
        // Something like a common value cannot tell more than the common value itself.
        return weight > 0 && a >= 0 && b >= 0 ? Math.Min(weight, Math.Max(0, Math.Min(_weights.Exact[field][a], _weights.Exact[field][b]))) : weight;
    }

    /// <summary>The weight of the names in a field.</summary>
    [MethodImpl(Hot.Loop)]
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

    // Takes the record on the left, which stays for a while.
    [MethodImpl(Hot.Loop)]
    private void Take(int left)
    {
        _leftRecord = left;
        _set.Values(left).CopyTo(_left);
        foreach (var f in _several)
        {
            var most = Math.Max(0, _weights.Near[f]);
            for (var c = 0; c < _set.Fields[f].Rows.Length; c++)
            {
                if (_left[_offsets[f] + c] is not (>= 0 and var value)) continue;
                most = Math.Max(most, _weights.Exact[f][value]);
            }

            _most[f] = most;
        }
    }

    // What is known before anything is compared: which values are the same, and the most that all others can add.
    [MethodImpl(Hot.Loop)]
    private void Open(int right, out bool mayBeCrossed)
    {
        var values = _set.Values(right);
        (_same, _moved) = (_weights.Priors[PairClass.Same], _weights.Priors[PairClass.Moved]);
        var exact = 0u;
        for (var f = 0; f < _offsets.Length; f++)
        {
            var at = _offsets[f];
            var most = _most[f];
            _levels[f] = -1;
            if (_set.Fields[f].Rows.Length == 1)
            {
                int a = _left[at], b = values[at];
                if (a < 0 || b < 0)
                {
                    _as[f] = _bs[f] = MatchColumn.Missing;
                    continue;
                }

                if (a == b)
                {
                    _levels[f] = _set.Fields[f].Same(a);
                    _as[f] = _bs[f] = a;
                    most = Weight(f, _levels[f], a, a);
                    if (f == _email) most = Math.Max(0, most);
                    if (_levels[f] == _weights.Match[f].Length - 1) exact |= 1u << f;
                }
            }

            _same += most;
            if (_isMoved[f]) _moved += most;
        }

        foreach (var tie in _weights.Dependencies)
        {
            if ((exact >> tie.First & 1) == 0 || (exact >> tie.Second & 1) == 0) continue;
            _same -= tie.Bits;
            if (_isMoved[tie.First] && _isMoved[tie.Second]) _moved -= tie.Bits;
        }

        mayBeCrossed = _given >= 0 && _family >= 0 && _set.MayBeCrossed(_left[_offsets[_given]], _left[_offsets[_family]], values[_offsets[_given]], values[_offsets[_family]]);
    }

    // The level of a field, and in place of the most that it could add what it adds.
    [MethodImpl(Hot.Loop)]
    private int Compare(int f, int left, int right, out int a, out int b)
    {
        var field = _set.Fields[f];
        if (field.Rows.Length == 1)
        {
            (a, b) = (_left[_offsets[f]], _set.Values(right)[_offsets[f]]);
            if (a < 0 || b < 0) return -1;
            if (a == b) return _levels[f];
            var level = field.Compare(a, b);
            Close(f, level, Weight(f, level, a, b));
            return level;
        }

        var best = field.Level(left, right, out a, out b);
        Close(f, best, best < 0 ? 0 : Weight(f, best, a, b));
        return best;
    }

    private void Close(int f, int level, float weight)
    {
        // What a namesake's address tells is known in the end only; it is not more than this.
        if (f == _email && level >= 0) weight = Math.Max(0, weight);
        var less = _most[f] - weight;
        _same -= less;
        if (_isMoved[f]) _moved -= less;
    }

    // Two kinds are one thing: together they are at most twice the better one, which is one bit. The rest is for rounding.
    private bool IsHopeless(float floor) => Math.Max(_same, _moved) + 1.01f < floor;

    [MethodImpl(Hot.Loop)]
    private float Sum(in NameLevels names)
    {
        Span<float> sums = stackalloc float[PairClass.Count];
        _weights.Priors.CopyTo(sums);
        var exact = 0u;
        if (names.Given >= 0) Add(_given, names.Given, NameWeight(_given, names), sums, ref exact);
        if (names.Family >= 0) Add(_family, names.Family, NameWeight(_family, names), sums, ref exact);
        foreach (var f in _order)
        {
            var level = _levels[f];
            if (level < 0) continue;
            if (f == _email && Namesakes(names, level) is { } bits) AddNamesake(bits[level], level, _as[f], _bs[f], sums);
            else Add(f, level, Weight(f, level, _as[f], _bs[f]), sums, ref exact);
        }

        AddTies(exact, sums);
        return Odds(sums);
    }

    private bool IsInitial(int given, int family) => _set.Given!.Squeezed(given).Length == 1 || _set.Family!.Squeezed(family).Length == 1;

    [MethodImpl(Hot.Loop)]
    private void Add(int field, int level, float weight, Span<float> sums, ref uint exact)
    {
        var isExact = level == _weights.Match[field].Length - 1;
        if (isExact) exact |= 1u << field;
        sums[PairClass.Same] += weight;
        if (_isMoved[field]) sums[PairClass.Moved] += weight;
        for (var c = PairClass.Household; c < PairClass.Count; c++)
        {
            var onExact = _weights.OnExact[c][field];
            if (!float.IsNaN(onExact)) sums[c] += isExact ? weight + onExact : _weights.Levels[c][field][level];
        }
    }

    private float[]? Namesakes(in NameLevels names, int level) =>
        _weights.NamesakeEmail is { } cases && MatchModel.NamesakeCase(names.Given, names.Family, level) is var which and >= 0 ? cases[which] : null;

    [MethodImpl(Hot.Loop)]
    private void AddNamesake(float bits, int level, int a, int b, Span<float> sums)
    {
        // Never more than the address would tell of two people with other names.
        var weight = Math.Min(bits, Math.Max(0, Weight(_email, level, a, b)));
        sums[PairClass.Same] += weight;
        sums[PairClass.Moved] += weight;
        for (var c = PairClass.Household; c < PairClass.Count; c++) sums[c] += Math.Min(0, _weights.Levels[c][_email][level]);
    }

    [MethodImpl(Hot.Loop)]
    private void AddTies(uint exact, Span<float> sums)
    {
        foreach (var tie in _weights.Dependencies)
        {
            if ((exact >> tie.First & 1) == 0 || (exact >> tie.Second & 1) == 0) continue;
            for (var c = 0; c < PairClass.Count; c++)
                if (!float.IsNaN(_weights.OnExact[c][tie.First]) && !float.IsNaN(_weights.OnExact[c][tie.Second])) sums[c] -= tie.Bits;
        }
    }

    [MethodImpl(Hot.Loop)]
    private void AddDifference(int field, int level, float weight, Span<float> adjustments, ref uint exact)
    {
        var isExact = level == _weights.Match[field].Length - 1;
        if (isExact) exact |= 1u << field;
        var difference = weight - _weights.Match[field][level];
        for (var c = 0; c < PairClass.Count; c++)
            if (!float.IsNaN(_weights.OnExact[c][field]) && (isExact || PairClass.IsMatch(c))) adjustments[c] += difference;
    }

    [MethodImpl(Hot.Loop)]
    private static float Odds(ReadOnlySpan<float> sums) => Plus(sums[PairClass.Same], sums[PairClass.Moved]) - Plus(0, Plus(sums[PairClass.Household], sums[PairClass.Firm]));

    // The logarithm of a sum of two that are given as logarithms.
    [MethodImpl(Hot.Loop)]
    private static float Plus(float a, float b)
    {
        var (more, less) = a > b ? (a, b) : (b, a);
        return less < more - 24 || float.IsNegativeInfinity(less) ? more : more + (float)Math.Log(1 + Math.Pow(2, less - more), 2);
    }
}
