using MopsPS.Core.Matching.Fields;

namespace MopsPS.Core.Matching.Model;

/// <summary>What is known of one field: the probability of each level of agreement, by kind of pair.</summary>
internal sealed class FieldModel
{
    /// <summary>Starts from what is to be expected before any data.</summary>
    /// <param name="field">The field.</param>
    /// <param name="areFirms">Whether records stand for firms, not for persons.</param>
    public FieldModel(MatchField field, bool areFirms)
    {
        Unrelated = [.. field.Levels.Unrelated];
        Classes = new double[PairClass.Count][];
        for (var c = 0; c < PairClass.Count; c++) Classes[c] = PairClass.Prior(c, field, areFirms);
    }

    /// <summary>For each kind of pair the probability of each level; null where the kind is like strangers in this field.</summary>
    public double[]?[] Classes { get; }

    /// <summary>For two records of one thing (Fellegi and Sunter's m).</summary>
    public double[] Match => Classes[PairClass.Same]!;

    /// <summary>For two records that have nothing to do with each other (u).</summary>
    public double[] Unrelated { get; set; }
}
