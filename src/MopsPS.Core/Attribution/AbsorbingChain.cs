using System;
using System.Collections.Generic;
using System.IO;

namespace MopsPS.Core.Attribution;

/// <summary>
/// A Markov chain over the states that journeys were in: a state is the last k touchpoints (fewer at the start of a path), and every path ends in one of
/// two absorbing states, converted or not. Transition probabilities are the shares of the journeys that were seen to go there.
/// Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, "Mapping the customer journey: Lessons learned from graph-based online attribution
/// modeling", International Journal of Research in Marketing 33 (2016), 457-474.
/// </summary>
internal sealed class AbsorbingChain
{
    private const int MaxSweeps = 100_000;
    private const double Precision = 1e-15;

    private readonly List<State> _states = [];

    private AbsorbingChain()
    {
    }

    /// <summary>Counts the transitions of all journeys that have touchpoints.</summary>
    /// <param name="set">The journeys.</param>
    /// <param name="order">How many touchpoints a state remembers.</param>
    /// <exception cref="ArgumentException">The states of so many channels and so high an order cannot be numbered.</exception>
    public static AbsorbingChain Count(JourneySet set, int order)
    {
        var radix = (ulong)set.Channels.Count + 1;
        ulong span = 1;
        for (var i = 1; i < order; i++)
        {
            if (span > ulong.MaxValue / radix / radix) throw new ArgumentException($"A Markov chain of order {order} over {set.Channels.Count} channels has too many states. Use a lower order or fewer channels.", nameof(order));
            span *= radix;
        }

        var chain = new AbsorbingChain();
        var numbers = new Dictionary<ulong, int> { [0] = 0 };
        chain._states.Add(new State(-1));
        foreach (var journey in set.Journeys)
        {
            var weight = journey.Conversions + journey.NonConversions;
            if (journey.Length == 0 || !(weight > 0)) continue;
            var key = 0UL;
            var state = chain._states[0];
            foreach (var channel in set.Path(journey))
            {
                key = ((key % span) * radix) + (ulong)channel + 1;
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers.Add(key, number = chain._states.Count);
                    chain._states.Add(new State(channel));
                }

                state.Add(number, weight);
                state = chain._states[number];
            }

            state.End(journey.Conversions, journey.Value, weight);
        }

        for (var i = 0; i < chain._states.Count; i++) chain._states[i].Finish(i);
        return chain;
    }

    /// <summary>How many states there are, the start among them.</summary>
    public int StateCount => _states.Count;

    /// <summary>
    /// Solves x = Tx + b from the start state, T being the transitions among states, b those that end in a conversion (or their value).
    /// A path that reaches the removed channel does not convert.
    /// </summary>
    /// <param name="removed">The channel that is taken away; -1 for none.</param>
    /// <param name="ofValue">The expected value in place of the probability of a conversion.</param>
    /// <returns>The probability, or the value, of a journey from its start.</returns>
    /// <remarks>
    /// Gauss-Seidel from 0, the latest states first: I - T is an M-matrix, so the sweeps rise to the solution (R. S. Varga, "Matrix Iterative Analysis", 1962).
    /// Each path ends, so every state leads to an end and the solution is the only one. No chance is involved: the same input gives the same digits.
    /// </remarks>
    /// <exception cref="InvalidDataException">The sweeps did not come to rest, which journeys that end cannot cause.</exception>
    public double Solve(int removed, bool ofValue)
    {
        var x = new double[_states.Count];
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            double change = 0, size = 0;
            for (var i = x.Length - 1; i >= 0; i--)
            {
                var state = _states[i];
                var sum = ofValue ? state.Value : state.Conversion;
                for (var j = 0; j < state.Targets.Length; j++)
                {
                    var target = state.Targets[j];
                    if (_states[target].Channel != removed) sum += state.Probabilities[j] * x[target];
                }

                sum /= state.Leaving;
                change = Math.Max(change, Math.Abs(sum - x[i]));
                size = Math.Max(size, Math.Abs(sum));
                x[i] = sum;
            }

            if (change <= Precision * size) return x[0];
        }

        throw new InvalidDataException($"The Markov chain of {StateCount} states did not come to rest after {MaxSweeps} sweeps.");
    }

    private sealed class State(int channel)
    {
        private readonly Dictionary<int, double> _weights = [];
        private double _total;
        private double _self;

        /// <summary>The last touchpoint's channel; -1 for the start.</summary>
        public int Channel { get; } = channel;

        public double Conversion { get; private set; }

        public double Value { get; private set; }

        /// <summary>The states that follow, itself left out.</summary>
        public int[] Targets { get; private set; } = [];

        public double[] Probabilities { get; private set; } = [];

        public void Add(int target, double weight)
        {
            _weights.TryGetValue(target, out var known);
            _weights[target] = known + weight;
            _total += weight;
        }

        public void End(double conversions, double value, double weight)
        {
            Conversion += conversions;
            Value += value;
            _total += weight;
        }

        public void Finish(int self)
        {
            if (_total == 0) return;
            Conversion /= _total;
            Value /= _total;
            if (_weights.TryGetValue(self, out var loop)) _self = loop / _total;
            _weights.Remove(self);
            Targets = [.. _weights.Keys];
            Array.Sort(Targets);
            Probabilities = Array.ConvertAll(Targets, target => _weights[target] / _total);
        }

        /// <summary>The probability of going elsewhere; more than 0, since each path that came here went on or ended.</summary>
        public double Leaving => 1 - _self;
    }
}
