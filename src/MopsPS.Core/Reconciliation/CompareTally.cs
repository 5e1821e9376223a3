using System.Collections.Generic;

namespace MopsPS.Core.Reconciliation;

/// <summary>A difference by the numbers of its rows; -1 for none. The fields that differ are found again when it is shown.</summary>
internal readonly record struct FoundDifference(RecordDifferenceKind Kind, int Left, int Right, int LeftCount, int RightCount);

/// <summary>What one worker counted. Sums do not depend on who counted what.</summary>
internal sealed class CompareTally(int slots)
{
    public long Pairs;
    public long Different;
    public long Missing;
    public long Extra;
    public long RepeatedKeys;
    public long LeftRepeated;
    public long RightRepeated;
    public long Ambiguous;
    public long Late;
    public long BeforeChange;
    public long NoDelay;
    public long Aligned;
    public long Misaligned;
    public long Unmapped;

    public List<FoundDifference> Found { get; } = [];

    /// <summary>Seconds from change to arrival.</summary>
    public List<uint> Delays { get; } = [];

    public long[] FieldDifferent { get; } = new long[slots];

    public long[] FieldLost { get; } = new long[slots];

    public long[] FieldAdded { get; } = new long[slots];

    public long[] FieldUnreadable { get; } = new long[slots];

    public void Add(CompareTally other)
    {
        Pairs += other.Pairs;
        Different += other.Different;
        Missing += other.Missing;
        Extra += other.Extra;
        RepeatedKeys += other.RepeatedKeys;
        LeftRepeated += other.LeftRepeated;
        RightRepeated += other.RightRepeated;
        Ambiguous += other.Ambiguous;
        Late += other.Late;
        BeforeChange += other.BeforeChange;
        NoDelay += other.NoDelay;
        Aligned += other.Aligned;
        Misaligned += other.Misaligned;
        Unmapped += other.Unmapped;
        Found.AddRange(other.Found);
        Delays.AddRange(other.Delays);
        for (var i = 0; i < FieldDifferent.Length; i++)
        {
            FieldDifferent[i] += other.FieldDifferent[i];
            FieldLost[i] += other.FieldLost[i];
            FieldAdded[i] += other.FieldAdded[i];
            FieldUnreadable[i] += other.FieldUnreadable[i];
        }
    }
}
