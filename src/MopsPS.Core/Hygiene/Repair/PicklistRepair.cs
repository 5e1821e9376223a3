using System;
using System.Collections.Generic;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Brings values to the policy's picklist: by another case, by an alias of the policy, by a slip, or by the words of one value only.</summary>
internal sealed class PicklistRepair : FieldRepair
{
    private readonly PlaceNames<string> _names = new();
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    public PicklistRepair(IReadOnlyDictionary<string, IReadOnlyList<string>> picklist)
    {
        foreach (var pair in picklist)
        {
            var value = string.Intern(pair.Key);
            _values.Add(value);
            _names.Add(value, value, PlaceEvidence.Name);
            foreach (var alias in pair.Value) _names.Add(alias, value, PlaceEvidence.Alias);
        }
    }

    /// <summary>Whether a value stands in the picklist as it is.</summary>
    public bool Has(string value) => _values.Contains(value);

    public override FieldVerdict Judge(string text, Country? country)
    {
        if (_values.Contains(text)) return FieldVerdict.Clean;
        var key = PlaceNames<string>.KeyOf(text);
        var match = _names.Find(key);
        if (match.Evidence == PlaceEvidence.None) match = _names.FindMisspelled(key);
        if (match.Place is { } value) return FieldVerdict.Change(value, RepairRule.Picklist, match.Confidence);
        return FieldVerdict.Unsure(RepairRule.Picklist, match.Others.Count > 1 ? $"could be {match.Others[0]} or {match.Others[1]}" : "is not in the picklist");
    }
}
