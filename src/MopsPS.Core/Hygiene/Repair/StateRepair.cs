using System;
using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes states and provinces as the policy does. Countries whose subdivisions the tables do not know are left alone.</summary>
internal sealed class StateRepair(StateForm form) : FieldRepair
{
    public override bool NeedsCountry => true;

    public override FieldVerdict Judge(string text, Country? country)
    {
        if (country is not null && country.Subdivisions.Count == 0) return FieldVerdict.Clean;
        var match = Subdivisions.Recognise(text, country);
        // "NSW 2000": the postcode beside it.
        if (match.Place is null && country is not null && text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd(' ', ',') is { Length: > 1 } alone && alone.Length < text.Length
            && Subdivisions.Recognise(alone, country) is { Place: not null } beside) match = beside with { Confidence = Math.Min(beside.Confidence, 0.93) };
        if (match.Place is not { } place)
        {
            var reason = match.Others.Count > 1 ? $"could be {match.Others[0]} or {match.Others[1]}"
                : country is null ? "cannot be told without a country" : $"is no state or province of {country.Name}";
            return FieldVerdict.Unsure(RepairRule.State, reason);
        }

        // Without a country a value that is written right may be right or not.
        var wanted = Write(place, form);
        if (string.Equals(wanted, text, StringComparison.Ordinal)) return FieldVerdict.Clean;
        return FieldVerdict.Change(wanted, RepairRule.State, match.Confidence, country is null ? "cannot be told without a country" : null);
    }

    /// <summary>A subdivision in a form.</summary>
    public static string Write(Subdivision place, StateForm form) => form switch
    {
        StateForm.Code => place.LocalCode ?? place.Name,
        StateForm.IsoCode => place.Code ?? place.Name,
        _ => place.Name,
    };
}
