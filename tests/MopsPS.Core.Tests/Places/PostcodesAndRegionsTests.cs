using System.Linq;
using MopsPS.Core.Places;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Places;

public class PostcodesAndRegionsTests
{
    [Theory]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA", 1)]
    [InlineData("GB", "m1 1ae", "M1 1AE", 1)]
    [InlineData("CA", "k1a-0b1", "K1A 0B1", 1)]
    [InlineData("NL", "1012ab", "1012 AB", 1)]
    [InlineData("US", "941031234", "94103-1234", 1)]
    [InlineData("US", "2134", "02134", 0.95)]
    [InlineData("US", "2134.0", "02134", 0.95)]
    [InlineData("US", "94103.0", "94103", 0.97)]
    [InlineData("DE", "1067", "01067", 0.95)]
    [InlineData("DE", "D-80331", "80331", 0.99)]
    [InlineData("DE", "8O331", "80331", 0.9)]
    [InlineData("CH", "CH 8001", "8001", 0.99)]
    [InlineData("PT", "1000205", "1000-205", 1)]
    [InlineData("PL", "00950", "00-950", 1)]
    [InlineData("SE", "11122", "111 22", 1)]
    [InlineData("LV", "1010", "LV-1010", 1)]
    [InlineData("LV", "lv1010", "LV-1010", 1)]
    [InlineData("JP", "１００-0001", "100-0001", 1)]
    [InlineData("BR", "01310-100", "01310-100", 1)]
    [InlineData("IE", "D02X285", "D02 X285", 1)]
    public void A_postcode_is_written_as_its_country_does(string country, string text, string expected, double confidence) =>
        Assert.Equal(new PostcodeCheck(expected, confidence, true), Postcodes.Check(Of(country), text));

    [Theory]
    [InlineData("US", "9410")]
    [InlineData("GB", "12345")]
    [InlineData("DE", "803311")]
    [InlineData("CA", "K1A 0B")]
    [InlineData("NL", "AB 1012")]
    [InlineData("US", "94103; DROP")]
    [InlineData("US", "")]
    public void What_is_none_is_told(string country, string text)
    {
        var check = Postcodes.Check(Of(country), text);
        // Four digits may be a code of New England that lost its zero.
        Assert.Equal(text == "9410" ? "09410" : null, check.Text);
        Assert.True(check.HasRule);
    }

    [Fact]
    public void A_country_without_a_rule_has_no_verdict() => Assert.False(Postcodes.Check(Of("AE"), "12345").HasRule);

    [Fact]
    public void A_written_postcode_stays_as_it_is()
    {
        foreach (var row in EmbeddedTable.Read("Places/postcodes.csv"))
            foreach (var format in EmbeddedTable.Values(row[1]))
            {
                var code = format.Replace('#', '4').Replace('@', 'K').Replace('*', '7');
                Assert.Equal(row[0] + code, row[0] + Postcodes.Check(Of(row[0]), code).Text);
            }
    }

    [Theory]
    [InlineData("DACH", "AT CH DE")]
    [InlineData("d-a-ch", "AT CH DE")]
    [InlineData("Benelux", "BE LU NL")]
    [InlineData("Northern America", "BM CA GL PM US")]
    [InlineData("North America", "CA US")]
    [InlineData("ANZ", "AU NZ")]
    public void A_region_has_its_countries(string name, string members)
    {
        Assert.True(Regions.TryGet(name, out var region));
        Assert.Equal(members, string.Join(" ", region!.Countries.Select(country => country.Alpha2).OrderBy(code => code, System.StringComparer.Ordinal)));
        Assert.All(Countries.All, country => Assert.Equal(region.Countries.Contains(country), region.Contains(country)));
    }

    [Fact]
    public void Regions_of_law_have_the_right_size()
    {
        Assert.True(Regions.TryGet("EU", out var union));
        Assert.True(Regions.TryGet("European Economic Area", out var area));
        Assert.Equal(27, union!.Countries.Count);
        Assert.Equal(30, area!.Countries.Count);
        Assert.True(union.IsLaw);
        Assert.False(Regions.TryGet("Mars", out _));
    }

    private static Country Of(string alpha2) => Countries.TryGet(alpha2, out var country) ? country! : throw new System.ArgumentException(alpha2);
}
