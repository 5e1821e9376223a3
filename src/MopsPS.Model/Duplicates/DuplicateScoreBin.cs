namespace MopsPS;

/// <summary>How many pairs have a score in a range: one column of the score histogram.</summary>
public sealed class DuplicateScoreBin
{
    /// <summary>Makes a column.</summary>
    /// <param name="from">The lowest score in it, 0 to 1.</param>
    /// <param name="to">The lowest score above it; 1 belongs to the last column.</param>
    /// <param name="pairs">How many pairs.</param>
    public DuplicateScoreBin(double from, double to, long pairs)
    {
        From = from;
        To = to;
        Pairs = pairs;
    }

    /// <summary>The lowest score in it.</summary>
    public double From { get; }

    /// <summary>The lowest score above it.</summary>
    public double To { get; }

    /// <summary>How many pairs.</summary>
    public long Pairs { get; }

    /// <summary>Reads like <c>0.9-1.0: 12</c>.</summary>
    public override string ToString() => System.FormattableString.Invariant($"{From:0.0}-{To:0.0}: {Pairs}");
}
