using System;

namespace MopsPS.Core.Statistics;

/// <summary>
/// A sum whose rounding errors are carried along, so that its error does not grow with the number of terms. Source: A. Neumaier,
/// "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974), 39-51. A mutable struct: keep it in a field, local or array element.
/// </summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _lost;

    /// <summary>Adds a term.</summary>
    public void Add(double term)
    {
        var sum = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? (_sum - sum) + term : (term - sum) + _sum;
        _sum = sum;
    }

    /// <summary>Adds another sum with what it carries.</summary>
    public void Add(CompensatedSum other)
    {
        Add(other._sum);
        Add(other._lost);
    }
}
