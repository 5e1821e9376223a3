using System.Collections.Generic;
using System.Linq;
using MopsPS.Core.Matching.Fields;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>
/// A mixture of three kinds of pairs: one thing twice, two things of one place (a household, a firm), and strangers. Fellegi and Sunter (1969) have the first and
/// the last; without the middle one, colleagues and families pile up the agreement of their common address and pass for one person.
/// </summary>
internal sealed class MatchModel
{
    /// <summary>Expected of namesakes' addresses: many have the name in them, at one of a few providers.</summary>
    public static readonly double[] NamesakePrior = [.65, .02, .06, .25, .008, .0005, .0115];

    /// <summary>Starts from what is to be expected before any data.</summary>
    public MatchModel(MatchSet set)
    {
        Fields = [.. set.Fields.Select(field => new FieldModel(field))];
        HasPlaces = set.Fields.Any(field => field.Kind is MatchKind.Company or MatchKind.Website or MatchKind.Phone or MatchKind.Street && field.Scope == FieldScope.Place)
            && set.Fields.Any(field => field.Scope == FieldScope.Entity && field.Kind != MatchKind.Category);
        // To begin with, one record in ten has a duplicate, and each has one neighbour.
        MatchShare = .2 / (set.Count + 1);
        PlaceShare = HasPlaces ? 1.0 / (set.Count + 1) : 0;
        if (set.Given is not null && set.Family is not null && set.Fields.Any(field => field.Kind == MatchKind.Email)) NamesakeEmail = [.. NamesakePrior];
    }

    /// <summary>The fields, in the order of the set.</summary>
    public FieldModel[] Fields { get; }

    /// <summary>The ties between fields.</summary>
    public IReadOnlyList<Dependency> Dependencies { get; set; } = [];

    /// <summary>
    /// The probability of each level of the e-mail address for two strangers whose names agree: addresses are made of names, so namesakes have alike ones. Null
    /// where there are no addresses or no names.
    /// </summary>
    public double[]? NamesakeEmail { get; set; }

    /// <summary>Whether there are fields by which a place shows.</summary>
    public bool HasPlaces { get; }

    /// <summary>The share of all pairs that are one thing twice.</summary>
    public double MatchShare { get; set; }

    /// <summary>The share of all pairs that are two things of one place.</summary>
    public double PlaceShare { get; set; }
}
