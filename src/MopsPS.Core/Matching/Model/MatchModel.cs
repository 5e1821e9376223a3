using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// A mixture of kinds of pairs. Fellegi and Sunter (1969) have two, the same and strangers. With those alone the family at one address and the colleagues at one
/// switchboard pile up the agreement of their common place and pass for one person, and a person who changed the firm piles up its disagreement and passes for two.
/// </summary>
internal sealed class MatchModel
{
    /// <summary>
    /// Expected of the addresses of two people of whom both names agree, and of whom one does: many have the name in them, at one of a few providers or firms.
    /// </summary>
    public static readonly double[][] NamesakePriors = [[.65, .02, .06, .25, .008, .0005, .0115], [.84, .06, .06, .03, .005, .0002, .0048]];

    /// <summary>Starts from what is to be expected before any data.</summary>
    public MatchModel(MatchSet set)
    {
        Fields = [.. set.Fields.Select(field => new FieldModel(field, set.AreFirms))];
        var places = set.Fields.Any(field => field.Kind is MatchKind.Company or MatchKind.Website or MatchKind.Phone or MatchKind.Street && field.Scope == FieldScope.Place);
        var entities = set.Fields.Any(field => field.Scope != FieldScope.Place && field.Kind != MatchKind.Category);
        // To begin with, one record in ten has a duplicate, and each has a neighbour.
        Shares = new double[PairClass.Count];
        Shares[PairClass.Same] = .18 / (set.Count + 1);
        // A person at another place is the same person; a firm at another place is most likely another branch.
        if (entities && !set.AreFirms && set.Fields.Any(PairClass.Moves)) Shares[PairClass.Moved] = .02 / (set.Count + 1);
        if (places && (set.AreFirms || set.Family is not null)) Shares[PairClass.Household] = .5 / (set.Count + 1);
        if (places && entities) Shares[PairClass.Firm] = .5 / (set.Count + 1);
        if (set.Given is not null && set.Family is not null && set.Fields.Any(field => field.Kind == MatchKind.Email)) NamesakeEmail = [[.. NamesakePriors[0]], [.. NamesakePriors[1]]];
    }

    /// <summary>The fields, in the order of the set.</summary>
    public FieldModel[] Fields { get; }

    /// <summary>The share of all pairs that each kind has; 0 for a kind that the fields cannot tell.</summary>
    public double[] Shares { get; }

    /// <summary>The share of all pairs that are one thing twice.</summary>
    public double MatchShare => Shares[PairClass.Same] + Shares[PairClass.Moved];

    /// <summary>The share of all pairs that are strangers.</summary>
    public double Strangers => 1 - Shares.Sum();

    /// <summary>The ties between fields.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; set; } = [];

    /// <summary>
    /// The probability of each level of the e-mail address for two that are no match but whose names agree, both or one of them: addresses are made of names, so
    /// namesakes have alike ones. Null where there are no addresses or no names.
    /// </summary>
    public double[][]? NamesakeEmail { get; set; }

    /// <summary>
    /// Which case of <see cref="NamesakeEmail"/> the levels of two names and of the address are; -1 for none. Where one name agrees only, that explains alike
    /// names in mailboxes; nearly the same address it does not explain.
    /// </summary>
    public static int NamesakeCase(int given, int family, int email) =>
        given > 0 && family > 0 ? 0 : (given > 0 || family > 0) && email is EmailField.SimilarName or EmailField.SameName ? 1 : -1;
}
