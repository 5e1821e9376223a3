using MopsPS.Core.Places;

namespace MopsPS.Core.Hygiene.Repair;

/// <summary>Writes postcodes as their country does.</summary>
internal sealed class PostcodeRepair : FieldRepair
{
    public override bool NeedsCountry => true;

    public override bool IsDistinct => true;

    public override FieldVerdict Judge(string text, Country? country)
    {
        // Without a country nobody can say what is missing; a postcode is no less a postcode for it.
        if (country is null) return FieldVerdict.Clean;
        var check = Postcodes.Check(country, text);
        if (!check.HasRule || check.Text == text) return FieldVerdict.Clean;
        return check.Text is null
            ? FieldVerdict.Unsure(RepairRule.Postcode, $"is no postcode of {country.Name}")
            : FieldVerdict.Change(check.Text, RepairRule.Postcode, check.Confidence);
    }
}
