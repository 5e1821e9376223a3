using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MopsPS.Core.Policy;
using MopsPS.Core.Records;

namespace MopsPS.Core.Reconciliation;

/// <summary>One side of a comparison: its inputs and the rows that were taken in.</summary>
internal sealed class CompareSide(bool isLeft)
{
    private ComparePlan _plan = null!;
    private KeyNormalizer _keys = null!;
    private bool _isMatched;
    private string[] _wildcards = [];
    private HashSet<string> _excluded = [];

    public bool IsLeft { get; } = isLeft;

    public List<CompareInput> Inputs { get; } = [];

    public RowStore Store { get; } = new();

    /// <summary>How many rows the policy excludes.</summary>
    public long Excluded { get; private set; }

    /// <summary>How many rows came in.</summary>
    public long Rows => Store.Count + Excluded;

    /// <summary>The name for people: the files.</summary>
    public string Name => string.Join(" + ", Inputs.Select(input => input.Name).Distinct(StringComparer.Ordinal));

    /// <summary>Prepares to take rows.</summary>
    public void Settle(ComparePlan plan, RecordCompareOptions options, ReconciliationPolicy policy)
    {
        _plan = plan;
        _isMatched = options.IsMatched;
        _keys = new KeyNormalizer(plan, options, IsLeft);
        _wildcards = [.. policy.Exclude.Where(entry => entry.IndexOfAny(['*', '?']) >= 0)];
        _excluded = new HashSet<string>(policy.Exclude.Except(_wildcards).Select(entry => entry.Trim().ToLowerInvariant()), StringComparer.Ordinal);
        foreach (var input in Inputs) input.Bind(plan);
    }

    /// <summary>Takes a row in.</summary>
    /// <returns>False where the policy excludes it.</returns>
    public bool Add(RecordReader row, int[] places)
    {
        if (_plan.Email >= 0 && places[_plan.Email] >= 0 && IsExcluded(row.GetUtf8(places[_plan.Email])))
        {
            Excluded++;
            return false;
        }

        _keys.Start();
        foreach (var slot in _plan.Keys)
            if (!_keys.Add(slot, places[slot] < 0 ? default : row.GetUtf8(places[slot])) && !_isMatched) break;
        Store.Start(_keys.Key);
        for (var slot = 0; slot < places.Length; slot++) Store.Add(places[slot] < 0 ? default : row.GetUtf8(places[slot]));
        Store.End(row.Row);
        return true;
    }

    private bool IsExcluded(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty) return false;
        var address = CompareText.Email(Encoding.UTF8.GetString(value.ToArray()));
        return _excluded.Contains(address) || _excluded.Contains(address.Substring(address.LastIndexOf('@') + 1)) || Array.Exists(_wildcards, wildcard => Wildcard.IsMatch(wildcard, address));
    }
}
