using System.Collections.Generic;
using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Fields;

/// <summary>One field of the comparison: its values by record and how two of them compare. Several columns (phone and mobile) may make one field.</summary>
internal abstract class MatchField
{
    protected MatchField(string name, MatchKind kind, FieldScope scope, NormalValues values, int[][] rows)
    {
        Name = name;
        Kind = kind;
        Scope = scope;
        Values = values;
        Rows = rows;
        Levels = LevelPriors.Of(kind);
    }

    public string Name { get; }

    public MatchKind Kind { get; }

    public FieldScope Scope { get; }

    public LevelPriors Levels { get; }

    public NormalValues Values { get; }

    /// <summary>For each column of the field the number of the value by record, or <see cref="MatchColumn.Missing"/>.</summary>
    public int[][] Rows { get; }

    /// <summary>The keys by which records can be brought together on this field alone.</summary>
    public IReadOnlyList<FieldKey> Keys { get; protected set; } = [];

    /// <summary>The level of two different values.</summary>
    public abstract int Compare(int a, int b);

    /// <summary>The level of a value with itself: exact, unless the value says nothing about the one who has it.</summary>
    public virtual int Same(int value) => Levels.Exact;

    /// <summary>How frequent a value is expected to be among records of other things, before any data.</summary>
    public virtual double Expected(int value) => Levels.Frequency;

    /// <summary>The level of two records and the values that it stands on; -1 where either has none.</summary>
    [MethodImpl(Hot.Loop)]
    public int Level(int left, int right, out int a, out int b)
    {
        if (Rows.Length == 1)
        {
            a = Rows[0][left];
            b = Rows[0][right];
            return a < 0 || b < 0 ? -1 : a == b ? Same(a) : Compare(a, b);
        }

        var best = -1;
        a = b = MatchColumn.Missing;
        foreach (var mine in Rows)
        {
            var x = mine[left];
            if (x < 0) continue;
            foreach (var theirs in Rows)
            {
                var y = theirs[right];
                if (y < 0) continue;
                var level = x == y ? Same(x) : Compare(x, y);
                if (level <= best) continue;
                best = level;
                a = x;
                b = y;
            }
        }

        return best;
    }

    /// <summary>
    /// In how many letters two values differ, by their sets of letters alone: an edit changes two at the most, so more than twice as many as edits are allowed
    /// rule out a slip of the pen before anything is compared.
    /// </summary>
    protected int LettersApart(int a, int b) => Bits.Count(Values.Letters[a] ^ Values.Letters[b]);

    /// <summary>Whether two values that differ in so many letters can be alike at all; true where it cannot tell.</summary>
    protected bool MayBeAlike(int a, int b, int apart) => apart <= ((Bits.Count(Values.Letters[a]) + Bits.Count(Values.Letters[b])) / 4) + 1;
}
