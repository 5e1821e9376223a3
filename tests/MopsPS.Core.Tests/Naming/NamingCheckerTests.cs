using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using CsCheck;
using MopsPS.Core.Naming;
using Xunit;

namespace MopsPS.Core.Tests.Naming;

public class NamingCheckerTests
{
    private static readonly NamingConvention Campaign = new()
    {
        Parts =
        [
            new() { Name = "month", Date = "yyyyMM" },
            new() { Name = "region", Values = ["emea", "amer", "apac"] },
            new() { Name = "name", Pattern = "[a-z0-9]+(-[a-z0-9]+)*", MaxLength = 12 },
            new() { Name = "note", Optional = true },
        ],
    };

    [Theory]
    [InlineData("202604_emea_spring")]
    [InlineData("202604_apac_spring-sale")]
    [InlineData("202604_apac_spring_Any Text")]
    public void AGoodNameHasNoProblem(string name) => Assert.Empty(NamingChecker.Check(Campaign, name));

    [Theory]
    [InlineData("202613_emea_spring", "month", "202613", null)]
    [InlineData("2026-4_emea_spring", "month", "2026-4", null)]
    [InlineData("202604_emae_spring", "region", "emae", "emea")]
    [InlineData("202604_EMEA_spring", "region", "EMEA", "emea")]
    [InlineData("202604_moon_spring", "region", "moon", null)]
    [InlineData("202604_emea_Spring", "name", "Spring", null)]
    [InlineData("202604_emea_spring-", "name", "spring-", null)]
    [InlineData("202604_emea_spring\n", "name", "spring\n", null)]
    [InlineData("202604_emea_spring-and-all", "name", "spring-and-all", null)]
    [InlineData("202604_emea_", "name", "", null)]
    [InlineData("202604_emea", "name", null, null)]
    [InlineData("202604_emea_spring_note_more_still", "", "more_still", null)]
    [InlineData("202604_emea_spring_", "note", "", null)]
    public void TheProblemNamesItsPart(string name, string part, string? value, string? suggestion)
    {
        var problem = Assert.Single(NamingChecker.Check(Campaign, name));

        Assert.Equal((part, value, suggestion), (problem.Part, problem.Value, problem.Suggestion));
    }

    [Fact]
    public void MessagesSayWhatWasExpected()
    {
        Assert.Equal(
            ["The part 'month' is 'April'; expected a date written as yyyyMM.", "The part 'region' is 'emae'; expected one of emea, amer, apac. Did you mean 'emea'?", "The part 'name' is missing; expected text that fits the pattern [a-z0-9]+(-[a-z0-9]+)*."],
            NamingChecker.Check(Campaign, "April_emae").Select(problem => problem.ToString()));
        Assert.Contains("14 characters; the longest allowed is 12", NamingChecker.Check(Campaign, "202604_emea_spring-and-all").Single().Message);
        Assert.EndsWith("expected <month>_<region>_<name>_[note].", NamingChecker.Check(Campaign, "202604_emea_a_b_c").Single().Message);
    }

    [Fact]
    public void APatternThatTakesTooLongIsAProblemThatSaysSo()
    {
        var convention = new NamingConvention { Parts = [new() { Name = "name", Pattern = "(a+)+b" }] };
        var watch = Stopwatch.StartNew();

        var problem = Assert.Single(NamingChecker.Check(convention, new string('a', 40)));

        Assert.Contains("longer than 2 s", problem.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("2026-04-14-north-america-spring-sale", true)]
    [InlineData("2026-04-14-emea-spring", true)]
    [InlineData("2026-04-14-mars-spring", false)]
    [InlineData("2026-04-31-emea-spring", false)]
    public void APartMayContainTheSeparatorWhereItsFormSaysSo(string name, bool isGood)
    {
        var convention = new NamingConvention
        {
            Separator = "-",
            Parts = [new() { Name = "day", Date = "yyyy-MM-dd" }, new() { Name = "region", Values = ["emea", "north-america"] }, new() { Name = "name", Pattern = "[a-z]+(-[a-z]+)*" }],
        };

        Assert.Equal(isGood, NamingChecker.Check(convention, name).Count == 0);
    }

    private static readonly Gen<(NamingPart Part, string Text)> AnyPart = Gen.OneOf(
        Gen.Select(Gen.String[Gen.Char.AlphaNumeric, 1, 8].Array[1, 4], Gen.Int[0, 3]).Select((values, at) => (new NamingPart { Values = values }, values[at % values.Length])),
        Gen.Select(Gen.OneOfConst("yyyyMM", "yyyy-MM-dd", "yyMMdd"), Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2040, 1, 1)])
            .Select((format, date) => (new NamingPart { Date = format }, date.ToString(format, CultureInfo.InvariantCulture))),
        Gen.Select(Gen.String[Gen.Char["abc"], 1, 6], Gen.Int[1, 99]).Select((word, number) => (new NamingPart { Pattern = "[abc]+-[0-9]{1,2}" }, word + "-" + number)),
        Gen.String[Gen.Char.AlphaNumeric, 1, 8].Select(text => (new NamingPart { MaxLength = 8 }, text)));

    [Fact]
    public void ANameOfAllowedPartsHasNoProblem() => Gen.Select(AnyPart.Array[1, 5], Gen.OneOfConst("_", "-", "__", "|")).Sample((parts, separator) =>
    {
        var convention = new NamingConvention { Separator = separator, Parts = [.. parts.Select(part => part.Part)] };

        Assert.Empty(NamingChecker.Check(convention, string.Join(separator, parts.Select(part => part.Text))));
    });

    [Fact]
    public void NoTextMakesItThrow() => Gen.String.Sample(text => NamingChecker.Check(Campaign, text));
}
