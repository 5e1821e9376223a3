using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records;
using System.Linq;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

public class AddressAndValueTests
{
    [Theory]
    [InlineData("ave", "avenue", AddressWordKind.Street)]
    [InlineData("st", "street", AddressWordKind.Street)]
    [InlineData("n", "north", AddressWordKind.Direction)]
    [InlineData("ste", "suite", AddressWordKind.Unit)]
    [InlineData("postfach", "po box", AddressWordKind.Box)]
    [InlineData("avda", "avenue", AddressWordKind.Street)]
    public void Address_words_have_one_form(string word, string canonical, AddressWordKind kind)
    {
        Assert.True(AddressWords.TryGet(word, out var found));
        Assert.Equal(new AddressWord(canonical, kind), found);
        Assert.Equal(canonical, AddressWords.Canonical(word));
        Assert.Equal("zzz", AddressWords.Canonical("zzz"));
    }

    [Theory]
    [InlineData("hauptstr", "haupt", "strasse")]
    [InlineData("hauptstrasse", "haupt", "strasse")]
    [InlineData("kerkstraat", "kerk", "straat")]
    [InlineData("storgatan", "stor", "gata")]
    [InlineData("weg", "weg", null)]
    [InlineData("main", "main", null)]
    public void Street_types_come_off_long_words(string word, string stem, string? street)
    {
        Assert.Equal(street is not null, AddressWords.TrySplitSuffix(word, out var left, out var found));
        Assert.Equal(stem, left);
        Assert.Equal(street, found?.Canonical);
    }

    [Fact]
    public void Phrases_of_addresses_are_found()
    {
        Assert.Equal("po box", AddressWords.FindAt(["12", "p", "o", "box", "7"], 1, out var length)!.Canonical);
        Assert.Equal(3, length);
        Assert.Null(AddressWords.FindAt(["zzz"], 0, out length));
        Assert.Equal(0, length);
    }

    [Theory]
    [InlineData(PlaceholderKind.Any, "n/a")]
    [InlineData(PlaceholderKind.Any, "")]
    [InlineData(PlaceholderKind.Company, "[not provided]")]
    [InlineData(PlaceholderKind.Company, "self-employed")]
    [InlineData(PlaceholderKind.Name, "unbekannt")]
    [InlineData(PlaceholderKind.Name, "xxxxxxx")]
    [InlineData(PlaceholderKind.Phone, "000-000-0000")]
    [InlineData(PlaceholderKind.Phone, "1234567890")]
    [InlineData(PlaceholderKind.Phone, "98765432")]
    [InlineData(PlaceholderKind.Date, "1900-01-01")]
    [InlineData(PlaceholderKind.Email, "noemail@acme.com")]
    [InlineData(PlaceholderKind.Email, "jane@example.com")]
    [InlineData(PlaceholderKind.Email, "test@test.com")]
    [InlineData(PlaceholderKind.Postcode, "00000")]
    [InlineData(PlaceholderKind.Website, "http://")]
    public void Values_that_stand_for_none_are_known(PlaceholderKind kind, string value) => Assert.True(PlaceholderValues.IsPlaceholder(kind, value));

    [Theory]
    [InlineData(PlaceholderKind.Name, "anders")]
    [InlineData(PlaceholderKind.Name, "smith")]
    [InlineData(PlaceholderKind.Name, "iii")]
    [InlineData(PlaceholderKind.Company, "acme gmbh")]
    [InlineData(PlaceholderKind.Company, "tesla")]
    [InlineData(PlaceholderKind.Phone, "+49 30 901820")]
    [InlineData(PlaceholderKind.Email, "jane@acme.com")]
    [InlineData(PlaceholderKind.Date, "1985-06-01")]
    [InlineData(PlaceholderKind.Postcode, "10115")]
    public void Values_that_say_something_are_kept(PlaceholderKind kind, string value) =>
        Assert.False(PlaceholderValues.IsPlaceholder(kind, value));

    [Fact]
    public void No_placeholder_is_a_common_given_name()
    {
        var names = EmbeddedTable.Read("Matching/placeholder-values.csv").Where(row => row[0] is "Any" or "Name")
            .SelectMany(row => row[1].Split('|')).Where(value => GivenNames.TryGet(value, out _));
        Assert.Empty(names);
    }
}
