using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Normalizing;
using Xunit;

namespace MopsPS.Core.Tests.Matching;

/// <summary>Each kind of field tells how two values agree, after they are brought into one form.</summary>
public class ComparatorTests
{
    [Theory]
    [InlineData("Robert", "robert", "Exact")]
    [InlineData("Bob", "Robert", "Nickname")]
    [InlineData("Liz", "Elizabeth", "Nickname")]
    [InlineData("R.", "Robert", "Initial")]
    [InlineData("Katherina", "Kathreina", "Typo")]
    [InlineData("Mark", "Mary", "Similar")]
    [InlineData("Robert", "Ingrid", "Different")]
    [InlineData("Dr. Ada", "Ada", "Exact")]
    [InlineData("Zoë", "Zoe", "Exact")]
    [InlineData("Jörg", "Joerg", "Typo")]
    public void GivenNames(string left, string right, string level) => Assert.Equal(level, Comparing.Level(MatchKind.GivenName, left, right));

    [Theory]
    [InlineData("Müller", "Muller", "Exact")]
    [InlineData("Calloway Jr", "Calloway", "Exact")]
    [InlineData("Lindqvist", "Lindquist", "Typo")]
    [InlineData("Garcia Lopez", "Garcia", "Part")]
    [InlineData("Müller", "Mueller", "Typo")]
    [InlineData("Åberg", "Aaberg", "Typo")]
    [InlineData("Martin", "Marten", "Similar")]
    [InlineData("Vogel", "Rossi", "Different")]
    public void FamilyNames(string left, string right, string level) => Assert.Equal(level, Comparing.Level(MatchKind.FamilyName, left, right));

    [Theory]
    [InlineData("Ada.Quist@Fjord.example", "ada.quist@fjord.example", "Exact")]
    [InlineData("ada.quist+news@fjord.example", "ada.quist@fjord.example", "SameMailbox")]
    [InlineData("a.d.a.quist@gmail.com", "adaquist@googlemail.com", "SameMailbox")]
    [InlineData("ada.quist@fjord.example", "ada.qiust@fjord.example", "Typo")]
    [InlineData("ada.quist@fjord.example", "ada.quist@lotus.example", "SameName")]
    [InlineData("ada.quist@fjord.example", "ben.rossi@fjord.example", "SharedDomain")]
    [InlineData("info@fjord.example", "info@fjord.example", "SharedDomain")]
    [InlineData("quist1@fjord.example", "quist2@fjord.example", "SimilarName")]
    [InlineData("ada.quist@gmail.com", "ben.rossi@gmail.com", "Different")]
    [InlineData("noreply", "noreply", null)]
    public void Emails(string left, string right, string? level) => Assert.Equal(level, Comparing.Level(MatchKind.Email, left, right));

    [Theory]
    [InlineData("+49 30 5550100", "0049 (0)30 5550100", "Exact")]
    [InlineData("(617) 555-0144", "+1 617 555 0144", "Exact")]
    [InlineData("(617) 555-0144 ext. 12", "617.555.0144", "Exact")]
    [InlineData("+44 20 7946 0101", "+44 20 7946 0107", "OneDigit")]
    [InlineData("+44 20 7946 0101", "+44 113 496 0999", "Different")]
    [InlineData("000-000", "000-000", null)]
    public void Phones(string left, string right, string? level) => Assert.Equal(level, Comparing.Level(MatchKind.Phone, left, right));

    [Theory]
    [InlineData("Northgate Ltd", "Northgate Limited", "Exact")]
    [InlineData("Grün GmbH & Co. KG", "Grun", "Exact")]
    [InlineData("Grün GmbH & Co. KG", "Gruen", "MostWords")]
    [InlineData("Kestrel Software Pvt Ltd", "Kestrel Software", "Exact")]
    [InlineData("Northgate", "Nortgate", "MostWords")]
    [InlineData("Northgate", "Soleil", "Different")]
    [InlineData("n/a", "n/a", null)]
    public void Companies(string left, string right, string? level) => Assert.Equal(level, Comparing.Level(MatchKind.Company, left, right));

    [Theory]
    [InlineData("200 State St", "200 State Street", "Exact")]
    [InlineData("12 Mill Lane", "12 Mil Lane", "Similar")]
    [InlineData("12 Mill Lane", "14 Mill Lane", "SameNumber")]
    [InlineData("12 Mill Lane", "97 Mill Lane", "SameStreet")]
    [InlineData("12 Mill Lane", "83 Harbor Road", "Different")]
    public void Streets(string left, string right, string level) => Assert.Equal(level, Comparing.Level(MatchKind.Street, left, right));

    [Theory]
    [InlineData("1970-03-01", "Mar 1 1970", "Exact")]
    [InlineData("1970-03-01", "1970-01-03", "Swapped")]
    [InlineData("1970-03-01", "1970-03-02", "OneDigit")]
    [InlineData("1970-03-01", "1970-09-27", "SameYear")]
    [InlineData("1970-03-01", "1985-12-24", "Different")]
    public void Dates(string left, string right, string level) => Assert.Equal(level, Comparing.Level(MatchKind.Date, left, right));

    [Theory]
    [InlineData("jr", "Calloway Jr")]
    [InlineData("sr", "Calloway Sr.")]
    [InlineData(null, "Calloway")]
    [InlineData(null, "Sen")]
    public void GenerationsBehindAFamilyName(string? generation, string name) => Assert.Equal(generation, PersonNames.FamilyGeneration(name));

    [Theory]
    [InlineData("Lovelace, Ada", "ada", "lovelace")]
    [InlineData("Dr. Ada van Lovelace PhD", "ada", "van lovelace")]
    [InlineData("Amartya Sen", "amartya", "sen")]
    public void WholeNamesAreSplit(string name, string given, string family) => Assert.Equal((given, family), PersonNames.Split(name));

    [Theory]
    [InlineData("Mailing Street", MatchKind.Street)]
    [InlineData("Mailing Zip/Postal Code", MatchKind.PostalCode)]
    [InlineData("Mailing City", MatchKind.City)]
    [InlineData("E-Mail 2", MatchKind.Email)]
    public void HeadersHint(string header, MatchKind kind) => Assert.Equal(kind, HeaderHints.Kinds(header).First());

    [Fact]
    public void ShippedPriorsAreProbabilities()
    {
        foreach (var kind in System.Enum.GetValues(typeof(MatchKind)).Cast<MatchKind>().Where(kind => kind != MatchKind.FullName))
        {
            var levels = LevelPriors.Of(kind);
            Assert.Equal(levels.Names.Length, levels.Match.Length);
            Assert.Equal(levels.Names.Length, levels.Unrelated.Length);
            Assert.Equal(1, levels.Match.Sum(), 2);
            Assert.Equal(1, levels.Unrelated.Sum(), 2);
            Assert.All(levels.Match.Concat(levels.Unrelated), probability => Assert.InRange(probability, double.Epsilon, 1));
        }
    }
}
