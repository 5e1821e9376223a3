using MopsPS.Core.Matching.Fields;

namespace MopsPS.Core.Matching.Model;

/// <summary>What is known of one field: the probability of each level of agreement for two records of one thing, of one place, and of nothing in common.</summary>
internal sealed class FieldModel
{
    /// <summary>Starts from what is to be expected before any data.</summary>
    public FieldModel(MatchField field)
    {
        Match = [.. field.Levels.Match];
        Unrelated = [.. field.Levels.Unrelated];
        (Place, OwnPlace) = PlacePrior(field);
    }

    /// <summary>For two records of one person or thing (Fellegi and Sunter's m).</summary>
    public double[] Match { get; set; }

    /// <summary>For two records that have nothing to do with each other (u).</summary>
    public double[] Unrelated { get; set; }

    /// <summary>For two persons of one household or firm.</summary>
    public double[] Place { get; set; }

    /// <summary>Whether people of one place differ from strangers in this field, so that <see cref="Place"/> is learnt.</summary>
    public bool OwnPlace { get; }

    private static (double[] Prior, bool IsOwn) PlacePrior(MatchField field)
    {
        var match = field.Levels.Match;
        var unrelated = field.Levels.Unrelated;
        return field.Kind switch
        {
            // Half of them are families.
            MatchKind.FamilyName => (Mix(match, unrelated, .4), true),
            // Colleagues have the domain in common, couples at times the mailbox.
            MatchKind.Email => ([.46, .50, .01, .008, .002, .0002, .0198], true),
            MatchKind.Phone => (Mix(match, unrelated, .4), true),
            _ when field.Scope == FieldScope.Place => (Mix(match, unrelated, .75), true),
            _ => (unrelated, false),
        };
    }

    private static double[] Mix(double[] left, double[] right, double share)
    {
        var mixed = new double[left.Length];
        for (var i = 0; i < mixed.Length; i++) mixed[i] = (share * left[i]) + ((1 - share) * right[i]);
        return mixed;
    }
}
