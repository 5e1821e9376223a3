using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Places;
using MopsPS.Core.Records;
using MopsPS.Core.Tests.Support;
using Xunit;

namespace MopsPS.Core.Tests.Places;

public class CountriesTests
{
    [Theory]
    [InlineData("DE", "DE", PlaceEvidence.Code)]
    [InlineData("deu", "DE", PlaceEvidence.Code)]
    [InlineData("276", "DE", PlaceEvidence.Code)]
    [InlineData(" Germany ", "DE", PlaceEvidence.Name)]
    [InlineData("Federal Republic of Germany", "DE", PlaceEvidence.Name)]
    [InlineData("Deutschland", "DE", PlaceEvidence.LocalName)]
    [InlineData("DEUTSCHLAND", "DE", PlaceEvidence.LocalName)]
    [InlineData("Österreich", "AT", PlaceEvidence.LocalName)]
    [InlineData("Oesterreich", "AT", PlaceEvidence.LocalName)]
    [InlineData("Osterreich", "AT", PlaceEvidence.LocalName)]
    [InlineData("日本", "JP", PlaceEvidence.LocalName)]
    [InlineData("Россия", "RU", PlaceEvidence.LocalName)]
    [InlineData("Holland", "NL", PlaceEvidence.Alias)]
    [InlineData("The Netherlands", "NL", PlaceEvidence.Alias)]
    [InlineData("the Gambia", "GM", PlaceEvidence.Alias)]
    [InlineData("UK", "GB", PlaceEvidence.Abbreviation)]
    [InlineData("U.K.", "GB", PlaceEvidence.Abbreviation)]
    [InlineData("U.S.A.", "US", PlaceEvidence.Code)]
    [InlineData("u s", "US", PlaceEvidence.Code)]
    [InlineData("UNITED states", "US", PlaceEvidence.Name)]
    [InlineData("England", "GB", PlaceEvidence.Part)]
    [InlineData("🇩🇪", "DE", PlaceEvidence.Code)]
    [InlineData("+49", "DE", PlaceEvidence.CallingCode)]
    [InlineData("DE - Germany", "DE", PlaceEvidence.Alias)]
    [InlineData("United States (US)", "US", PlaceEvidence.Alias)]
    [InlineData("Korea, Republic of", "KR", PlaceEvidence.Name)]
    [InlineData("Côte d’Ivoire", "CI", PlaceEvidence.Name)]
    [InlineData("Trinidad & Tobago", "TT", PlaceEvidence.Name)]
    [InlineData("Turkey", "TR", PlaceEvidence.Alias)]
    public void What_people_write_is_recognised(string text, string alpha2, PlaceEvidence evidence)
    {
        var match = Countries.Recognise(text);
        Assert.Equal(alpha2, match.Place?.Alpha2);
        Assert.Equal(evidence, match.Evidence);
        Assert.True(match.IsAtLeast(0.9));
    }

    [Theory]
    [InlineData("Germnay", "DE")]
    [InlineData("Germny", "DE")]
    [InlineData("Untied States", "US")]
    [InlineData("United Kingdon", "GB")]
    [InlineData("Swizterland", "CH")]
    [InlineData("Netherlnds", "NL")]
    [InlineData("Autsralia", "AU")]
    [InlineData("Spian", "ES")]
    public void A_slip_is_read_with_less_confidence(string text, string alpha2)
    {
        var match = Countries.Recognise(text);
        Assert.Equal(alpha2, match.Place?.Alpha2);
        Assert.Equal(PlaceEvidence.Misspelling, match.Evidence);
        Assert.InRange(match.Confidence, 0.9, 0.96);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("Atlantis")]
    [InlineData("Munich")]
    [InlineData("Atlanta, Georgia")]
    [InlineData("Germany, France")]
    [InlineData("California")]
    [InlineData("Kosovo")]
    [InlineData("Indiana")]
    [InlineData("XX")]
    [InlineData("Unknown")]
    public void What_names_no_country_is_none(string text) => Assert.False(Countries.Recognise(text).IsAtLeast(0.5));

    [Theory]
    [InlineData("Nigera", "NE", "NG")]
    [InlineData("Slovania", "SI", "SK")]
    [InlineData("Austrlia", "AT", "AU")]
    public void Two_that_are_as_near_decide_nothing(string text, string one, string other)
    {
        var match = Countries.Recognise(text);
        Assert.Null(match.Place);
        Assert.Equal([one, other], match.Others.Select(country => country.Alpha2).OrderBy(code => code, StringComparer.Ordinal));
    }

    [Fact]
    public void Not_available_is_not_Namibia()
    {
        Assert.Null(Countries.Recognise("n.a.").Place);
        Assert.Equal("NA", Countries.Recognise("NA").Place?.Alpha2);
        Assert.False(Countries.Recognise("NA").IsAtLeast(0.9));
        Assert.True(Countries.Recognise("NAM").IsAtLeast(0.9));
    }

    [Fact]
    public void A_calling_code_of_several_countries_decides_nothing()
    {
        var match = Countries.Recognise("+1");
        Assert.Null(match.Place);
        Assert.Equal(["CA", "UM", "US"], match.Others.Select(country => country.Alpha2).OrderBy(code => code, StringComparer.Ordinal));
    }

    [Fact]
    public void Codes_are_unique_and_well_formed()
    {
        Assert.All(Countries.All, country =>
        {
            Assert.Matches("^[A-Z]{2}$", country.Alpha2);
            Assert.Matches("^[A-Z]{3}$", country.Alpha3);
            Assert.Matches("^[0-9]{3}$", country.Numeric);
        });
        Assert.Equal(Countries.All.Count, Countries.All.Select(country => country.Alpha2).Distinct().Count());
        Assert.Equal(Countries.All.Count, Countries.All.Select(country => country.Alpha3).Distinct().Count());
        Assert.Equal(Countries.All.Count, Countries.All.Select(country => country.Numeric).Distinct().Count());
    }

    [Fact]
    public void Every_name_in_the_tables_means_its_own_country()
    {
        foreach (var country in Countries.All)
            foreach (var name in new[] { country.Name, country.IsoName, country.OfficialName, country.Alpha2, country.Alpha3, country.Numeric })
                if (name is not null) Assert.Equal(country, Countries.Recognise(name).Place);
        foreach (var row in EmbeddedTable.Read("Places/country-names.csv"))
            foreach (var name in EmbeddedTable.Values(row[3]))
                Assert.Equal(row[0] + " " + name, Countries.Recognise(name).Place?.Alpha2 + " " + name);
    }

    [SharedDataFact]
    public void Countries_agree_with_the_reference()
    {
        using var reader = ExportReader.Open(SharedData.Path("reference", "iso-3166-1.csv"), new ImportOptions());
        var column = reader.Schema.Columns.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        var rows = 0;
        while (reader.Read())
        {
            rows++;
            var name = reader.GetString(column["name"])!;
            Assert.True(Countries.TryGet(reader.GetString(column["alpha-2"])!, out var country), name);
            Assert.Equal(reader.GetString(column["alpha-3"]), country!.Alpha3);
            Assert.Equal(reader.GetString(column["country-code"]), country.Numeric);
            Assert.Equal(MatchText.Normalize(name), MatchText.Normalize(country.IsoName));
            Assert.Equal(country, Countries.Recognise(name).Place);
            // The file leaves the region of Taiwan and Antarctica empty.
            if (reader.GetString(column["region"]) is { Length: > 0 } region) Assert.Equal(region, country.Region);
            var part = reader.GetString(column["intermediate-region"]) is { Length: > 0 } intermediate ? intermediate : reader.GetString(column["sub-region"]);
            if (part is { Length: > 0 }) Assert.Equal(part, country.SubRegion);
        }

        Assert.Equal(Countries.All.Count, rows);
    }

    [Fact]
    public void The_cache_says_the_same()
    {
        var cache = new CountryCache();
        foreach (var text in new[] { "UK", "Germnay", "", "Atlantis", "UK", "Österreich", "Germnay" })
            Assert.Equal(Countries.Recognise(text), cache.Recognise(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_cache_stays_bounded_and_right()
    {
        var cache = new CountryCache();
        for (var i = 0; i < 70_000; i++) Assert.Null(cache.Recognise(Encoding.UTF8.GetBytes("value " + i)).Place);
        Assert.Equal("DE", cache.Recognise("Deutschland"u8).Place?.Alpha2);
    }
}
