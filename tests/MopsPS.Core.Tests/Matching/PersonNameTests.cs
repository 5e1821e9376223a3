using System.Linq;
using MopsPS.Core.Matching.Data;
using MopsPS.Core.Records;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

public class PersonNameTests
{
    [Theory]
    [InlineData("james", Sex.Male, 1)]
    [InlineData("mary", Sex.Female, 1)]
    [InlineData("taylor", Sex.Unknown, 4)]
    [InlineData("andrea", Sex.Unknown, 1)] // a woman in Germany, a man in Italy
    [InlineData("juergen", Sex.Male, 3)]
    public void Given_names_have_sex_and_frequency(string name, Sex sex, int frequency)
    {
        Assert.True(GivenNames.TryGet(name, out var found));
        Assert.Equal(new GivenName(sex, frequency), found);
    }

    [Fact]
    public void Sexes_differ_only_where_both_are_known()
    {
        Assert.True(GivenNames.SexDiffers("peter", "petra"));
        Assert.False(GivenNames.SexDiffers("peter", "paul"));
        Assert.False(GivenNames.SexDiffers("peter", "taylor"));
        Assert.False(GivenNames.SexDiffers("peter", "zzz"));
        Assert.False(GivenNames.TryGet("zzz", out _));
    }

    [Fact]
    public void Surnames_have_a_frequency()
    {
        Assert.True(Surnames.TryGet("smith", out var smith));
        Assert.Equal(1, smith);
        Assert.True(Surnames.TryGet("burki", out var rare));
        Assert.Equal(3, rare);
        Assert.False(Surnames.TryGet("zzz", out var none));
        Assert.Equal(0, none);
    }

    [Fact]
    public void The_tables_are_large_enough_to_tell_a_column()
    {
        Assert.True(EmbeddedTable.Read("Matching/given-names.csv").SelectMany(row => row[3].Split('|')).Distinct().Count() >= 800);
        Assert.True(EmbeddedTable.Read("Matching/surnames.csv").SelectMany(row => row[2].Split('|')).Distinct().Count() >= 800);
    }

    [Theory]
    [InlineData("Dr. John Smith", "john smith", Sex.Unknown, null)]
    [InlineData("Mr. John Smith Jr.", "john smith", Sex.Male, "jr")]
    [InlineData("Frau Prof. Dr. Erika Müller", "erika muller", Sex.Female, null)]
    [InlineData("Dipl.-Ing. Karl Weber", "karl weber", Sex.Unknown, null)]
    [InlineData("Mary O'Brien, PhD, MBA", "mary obrien", Sex.Unknown, null)]
    [InlineData("William Gates III", "william gates", Sex.Unknown, "iii")]
    [InlineData("Mme Anne de la Tour", "anne de la tour", Sex.Female, null)]
    [InlineData("Earl Jones", "earl jones", Sex.Unknown, null)]
    [InlineData("Dr", "dr", Sex.Unknown, null)]
    [InlineData("Mr Jr", "jr", Sex.Male, null)]
    [InlineData("", "", Sex.Unknown, null)]
    public void Titles_are_stripped(string name, string left, Sex sex, string? generation)
    {
        var words = MatchText.Normalize(name).Split(' ');
        var core = PersonTitles.Strip(words);
        Assert.Equal(left, string.Join(" ", words.Skip(core.Start).Take(core.End - core.Start)));
        Assert.Equal(sex, core.Sex);
        Assert.Equal(generation, core.Generation);
    }

    [Fact]
    public void Particles_are_known()
    {
        Assert.True(PersonTitles.IsParticle("van"));
        Assert.False(PersonTitles.IsParticle("vance"));
        Assert.True(PersonTitles.TryGet("mc", out var prefix));
        Assert.Equal(PersonTitleKind.Prefix, prefix!.Kind);
    }

    [Fact]
    public void A_title_of_one_word_is_no_common_given_name()
    {
        var both = EmbeddedTable.Read("Matching/person-titles.csv")
            .Where(row => row[1] is "Honorific" or "Academic")
            .SelectMany(row => row[3].Split('|'))
            .Where(word => GivenNames.TryGet(word, out var name) && name.Frequency <= 3);
        Assert.Empty(both);
    }
}
