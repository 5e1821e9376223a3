using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes countries as the policy does.</summary>
internal sealed class CountryRepair(CountryForm form) : FieldRepair
{
    public override FieldVerdict Judge(string text, Country? country)
    {
        var match = Countries.Recognise(text);
        if (match.Place is not { } place)
        {
            return FieldVerdict.Unsure(RepairRule.Country, match.Others.Count == 0 ? "names no country" : $"could be {match.Others[0].Name} or {match.Others[1].Name}");
        }

        var wanted = Write(place, form);
        return wanted == text ? FieldVerdict.Clean : FieldVerdict.Change(wanted, RepairRule.Country, match.Confidence);
    }

    /// <summary>A country in a form.</summary>
    public static string Write(Country country, CountryForm form) => form switch
    {
        CountryForm.IsoName => country.IsoName,
        CountryForm.Alpha2 => country.Alpha2,
        CountryForm.Alpha3 => country.Alpha3,
        _ => country.Name,
    };
}
