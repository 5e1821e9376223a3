using System.Linq;
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
        if (check.Text is null && WithoutTown(country, text) is { } alone) return FieldVerdict.Change(alone, RepairRule.Postcode, 0.92);
        return check.Text is null
            ? FieldVerdict.Unsure(RepairRule.Postcode, $"is no postcode of {country.Name}")
            : FieldVerdict.Change(check.Text, RepairRule.Postcode, check.Confidence);
    }

    // "80331 München", "MA 02134": a postcode, and words without a digit before or behind it.
    private static string? WithoutTown(Country country, string text)
    {
        var words = text.Split(' ');
        for (var taken = words.Length - 1; taken > 0; taken--)
        {
            foreach (var isFront in new[] { true, false })
            {
                var rest = isFront ? words.Skip(taken) : words.Take(words.Length - taken);
                var code = string.Join(" ", isFront ? words.Take(taken) : words.Skip(words.Length - taken));
                if (rest.All(word => word.All(c => char.IsLetter(c) || c is '-' or '.' or ',')) && Postcodes.Check(country, code) is { Text: { } found, Confidence: >= 0.97 }) return found;
            }
        }

        return null;
    }
}
