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
    /// <summary>Expected of namesakes' addresses: many have the name in them, at one of a few providers.</summary>
    public static readonly double[] NamesakePrior = [.65, .02, .06, .25, .008, .0005, .0115];

    /// <summary>Starts from what is to be expected before any data.</summary>
    public MatchModel(MatchSet set)
    {
        Fields = [.. set.Fields.Select(field => new FieldModel(field))];
        var places = set.Fields.Any(field => field.Kind is MatchKind.Company or MatchKind.Website or MatchKind.Phone or MatchKind.Street && field.Scope == FieldScope.Place);
        var entities = set.Fields.Any(field => field.Scope == FieldScope.Entity && field.Kind != MatchKind.Category);
        // To begin with, one record in ten has a duplicate, and each has a neighbour.
        Shares = new double[PairClass.Count];
        Shares[PairClass.Same] = .18 / (set.Count + 1);
        if (entities && set.Fields.Any(PairClass.Moves)) Shares[PairClass.Moved] = .02 / (set.Count + 1);
        if (places && set.Family is not null) Shares[PairClass.Household] = .5 / (set.Count + 1);
        if (places && entities) Shares[PairClass.Firm] = .5 / (set.Count + 1);
        if (set.Given is not null && set.Family is not null && set.Fields.Any(field => field.Kind == MatchKind.Email)) NamesakeEmail = [.. NamesakePrior];
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
    /// The probability of each level of the e-mail address for two strangers whose names agree: addresses are made of names, so namesakes have alike ones. Null
    /// where there are no addresses or no names.
    /// </summary>
    public double[]? NamesakeEmail { get; set; }
}
