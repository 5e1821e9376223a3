using System;

namespace MopsPS.Core.Matching.Fields;

/// <summary>
/// The levels of agreement of a field, lowest first and exact last, with what is to be expected of them before any data is seen. Estimates from the data
/// start from here, and a file too small to learn from is judged by these alone.
/// </summary>
/// <param name="Names">The levels in words.</param>
/// <param name="Match">The probability of each level for two records of one thing (Fellegi and Sunter's m).</param>
/// <param name="Unrelated">The probability of each level for two records of two things (their u).</param>
/// <param name="Frequency">How frequent a value is expected to be that the data shows once or twice only.</param>
internal sealed record LevelPriors(string[] Names, double[] Match, double[] Unrelated, double Frequency)
{
    /// <summary>The number of the exact level.</summary>
    public int Exact => Names.Length - 1;

    /// <summary>
    /// The priors of a kind. Orders of magnitude from hand-linked registers (Winkler 1994, Herzog, Scheuren and Winkler 2007, chapters 8 to 10) for persons, and
    /// for what no register has (e-mail, company) from how such values come about; EM moves them to the file at hand.
    /// </summary>
    public static LevelPriors Of(MatchKind kind) => kind switch
    {
        MatchKind.GivenName => new(
            ["Different", "Similar", "Initial", "Nickname", "Typo", "Swapped", "Exact"],
            [.03, .03, .02, .05, .07, .02, .78], [.955, .025, .01, .003, .003, .0005, .004], 1e-3),
        MatchKind.FamilyName => new(
            ["Different", "Similar", "Part", "Typo", "Swapped", "Exact"],
            [.06, .03, .02, .07, .02, .80], [.975, .018, .001, .002, .0005, .003], 7e-4),
        MatchKind.Email => new(
            ["Different", "SharedDomain", "SimilarName", "SameName", "Typo", "SameMailbox", "Exact"],
            [.20, .07, .04, .07, .09, .02, .51], [.975, .02, .004, .0005, .0001, 1e-6, 1e-5], 1e-6),
        MatchKind.Phone => new(["Different", "OneDigit", "Exact"], [.22, .08, .70], [.998, .001, .0005], 2e-6),
        MatchKind.Company => new(
            ["Different", "SomeWords", "MostWords", "Exact"], [.14, .06, .15, .65], [.962, .03, .005, .003], 5e-4),
        MatchKind.Website => new(["Different", "Typo", "Exact"], [.15, .05, .80], [.996, .001, .003], 5e-4),
        MatchKind.Street => new(
            ["Different", "SameStreet", "SameNumber", "Similar", "Exact"], [.20, .05, .04, .13, .58], [.975, .006, .017, .001, .0005], 1e-5),
        MatchKind.City => new(["Different", "Similar", "Typo", "Exact"], [.13, .03, .07, .77], [.97, .012, .003, .015], 3e-3),
        MatchKind.State => new(["Different", "Typo", "Exact"], [.08, .04, .88], [.88, .02, .10], 1e-2),
        MatchKind.Country => new(["Different", "Typo", "Exact"], [.04, .02, .94], [.69, .01, .30], 1e-2),
        MatchKind.PostalCode => new(["Different", "SameStart", "Typo", "Exact"], [.12, .04, .06, .78], [.95, .04, .006, .004], 5e-4),
        MatchKind.Date => new(
            ["Different", "ThreeDigits", "SameYear", "TwoDigits", "TwoParts", "OneDigit", "Swapped", "Exact"],
            [.05, .02, .03, .03, .05, .07, .02, .73], [.905, .055, .02, .01, .005, .004, .0005, .0005], 3e-5),
        MatchKind.Identifier => new(["Different", "TwoEdits", "OneEdit", "Exact"], [.09, .03, .08, .80], [.9965, .0025, .0005, .0005], 1e-6),
        MatchKind.Category => new(["Different", "Similar", "Exact"], [.12, .03, .85], [.87, .03, .10], 1e-2),
        // A father and a son of one name at one address differ in nothing else, so this is a veto by definition, and nothing that the data teach.
        MatchKind.Generation => new(["Different", "Similar", "Exact"], [1e-12, .001, .999], [.6, .005, .395], .3),
        MatchKind.Text => new(
            ["Different", "SomeWords", "Similar", "MostWords", "Exact"], [.15, .08, .08, .14, .55], [.94, .045, .009, .003, .003], 3e-4),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A field is compared as its parts."),
    };
}
