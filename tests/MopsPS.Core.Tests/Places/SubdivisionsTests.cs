using System;
using System.Linq;
using System.Text;
using MopsPS.Core.Places;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Places;

public class SubdivisionsTests
{
    [Theory]
    [InlineData("US", "CA", "US-CA")]
    [InlineData("US", "california", "US-CA")]
    [InlineData("US", "Calif.", "US-CA")]
    [InlineData("US", "US-CA", "US-CA")]
    [InlineData("US", "California (CA)", "US-CA")]
    [InlineData("US", "California, USA", "US-CA")]
    [InlineData("US", "State of New York", "US-NY")]
    [InlineData("US", "N.Y.", "US-NY")]
    [InlineData("US", "Massachussetts", "US-MA")]
    [InlineData("US", "Pensylvania", "US-PA")]
    [InlineData("US", "Washington D.C.", "US-DC")]
    [InlineData("CA", "B.C.", "CA-BC")]
    [InlineData("CA", "Québec", "CA-QC")]
    [InlineData("CA", "PEI", "CA-PE")]
    [InlineData("AU", "N.S.W.", "AU-NSW")]
    [InlineData("AU", "WA", "AU-WA")]
    [InlineData("US", "WA", "US-WA")]
    [InlineData("DE", "NRW", "DE-NW")]
    [InlineData("DE", "Bavaria", "DE-BY")]
    [InlineData("DE", "Baden-Wuerttemberg", "DE-BW")]
    [InlineData("DE", "Thueringen", "DE-TH")]
    [InlineData("AT", "NÖ", "AT-3")]
    [InlineData("CH", "Kanton Zürich", "CH-ZH")]
    [InlineData("CH", "Genf", "CH-GE")]
    [InlineData("GB", "Scotland", "GB-SCT")]
    [InlineData("GB", "Herts", "GB-HRT")]
    [InlineData("FR", "Ile de France", "FR-IDF")]
    [InlineData("FR", "75", "FR-75C")]
    [InlineData("IT", "MI", "IT-MI")]
    [InlineData("IT", "Lombardy", "IT-25")]
    [InlineData("ES", "Catalunya", "ES-CT")]
    [InlineData("ES", "Madrid", "ES-MD")]
    [InlineData("NL", "North Holland", "NL-NH")]
    [InlineData("BR", "Sao Paulo", "BR-SP")]
    [InlineData("MX", "CDMX", "MX-CMX")]
    [InlineData("MX", "Edo. Mex.", "MX-MEX")]
    [InlineData("IN", "Orissa", "IN-OD")]
    [InlineData("JP", "東京都", "JP-13")]
    [InlineData("JP", "Osaka Prefecture", "JP-27")]
    [InlineData("CN", "广东省", "CN-GD")]
    public void What_people_write_is_recognised(string country, string text, string code)
    {
        var match = Subdivisions.Recognise(text, Of(country));
        Assert.Equal(code, match.Place?.Code);
        Assert.True(match.IsAtLeast(0.9), $"{match.Confidence}");
    }

    [Theory]
    [InlineData("US", "Ontario")]
    [InlineData("US", "Munich")]
    [InlineData("US", "California, Canada")]
    [InlineData("US", "North")]
    [InlineData("DE", "California")]
    [InlineData("FI", "Uusimaa")]
    [InlineData("US", "")]
    public void What_is_no_part_of_the_country_is_none(string country, string text) => Assert.False(Subdivisions.Recognise(text, Of(country)).IsAtLeast(0.9));

    [Theory]
    [InlineData("California", "US-CA")]
    [InlineData("US-CA", "US-CA")]
    [InlineData("NRW", null)]
    [InlineData("CA", null)]
    [InlineData("WA", null)]
    [InlineData("Bayern", "DE-BY")]
    [InlineData("Limburg", "NL-LI")]
    public void Without_a_country_only_what_is_unique_is_a_match(string text, string? code)
    {
        var match = Subdivisions.Recognise(text, null);
        Assert.Equal(code, match.IsAtLeast(0.9) ? match.Place?.Code : null);
    }

    [Fact]
    public void Places_that_no_code_of_the_standard_has_are_known_by_name()
    {
        var london = Subdivisions.Recognise("Greater London", Of("GB")).Place!;
        Assert.Null(london.Code);
        Assert.Equal("GB-ENG", london.Parent?.Code);
    }

    [Theory]
    [InlineData("US", 50)]
    [InlineData("CA", 13)]
    [InlineData("AU", 8)]
    [InlineData("DE", 16)]
    [InlineData("AT", 9)]
    [InlineData("CH", 26)]
    [InlineData("IT", 20)]
    [InlineData("ES", 19)]
    [InlineData("NL", 12)]
    [InlineData("BR", 27)]
    [InlineData("MX", 32)]
    [InlineData("IN", 36)]
    [InlineData("JP", 47)]
    [InlineData("CN", 34)]
    public void The_first_level_is_whole(string country, int count)
    {
        var first = Subdivisions.Of(Of(country)).Where(place => place.Parent is null && (country != "US" || place.Kind == "State"));
        Assert.Equal(count, first.Count());
    }

    [Fact]
    public void Every_name_in_the_table_means_its_own_place_or_the_level_above()
    {
        foreach (var row in EmbeddedTable.Read("Places/subdivisions.csv"))
        {
            var country = Of(row[0]);
            foreach (var name in EmbeddedTable.Values(row[5]).Concat(EmbeddedTable.Values(row[6])).Prepend(row[2]))
            {
                var place = Subdivisions.Recognise(name, country).Place;
                Assert.True(place is not null && (place.Name == row[2] || (row[4].Length > 0 && place.Parent is null)), $"{row[0]} {row[1]} {name}: {place}");
            }

            if (row[1].Length > 0)
            {
                Assert.True(Subdivisions.TryGet(row[0] + "-" + row[1], out var coded));
                Assert.Equal(row[2], coded!.Name);
                Assert.Equal(coded, Subdivisions.Recognise(coded.Code!, country).Place);
            }
        }
    }

    [Fact]
    public void The_cache_says_the_same()
    {
        var cache = new SubdivisionCache();
        foreach (var country in new[] { "US", "AU", null, "US" })
            foreach (var text in new[] { "WA", "Calif.", "", "Massachussetts" })
            {
                var of = country is null ? null : Of(country);
                Assert.Equal(Subdivisions.Recognise(text, of), cache.Recognise(Encoding.UTF8.GetBytes(text), of));
            }
    }

    private static Country Of(string alpha2) => Countries.TryGet(alpha2, out var country) ? country! : throw new ArgumentException(alpha2);
}
