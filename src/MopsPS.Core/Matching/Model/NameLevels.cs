using System.Runtime.CompilerServices;
using MopsPS.Core.Matching.Values;

namespace MopsPS.Core.Matching.Model;

/// <summary>Given and family names of two records, looked at together: they may stand in each other's column.</summary>
internal struct NameLevels
{
    /// <summary>The level of the given names; -1 where it says nothing.</summary>
    public int Given;

    /// <summary>The level of the family names; -1 where it says nothing.</summary>
    public int Family;

    /// <summary>The given names that the level stands on; -1 where there is none.</summary>
    public int GivenA, GivenB;

    /// <summary>The family names that the level stands on; -1 where there is none.</summary>
    public int FamilyA, FamilyB;

    /// <summary>Whether the names stand in each other's column: then the given names are those of <see cref="GivenA"/> (left) and <see cref="GivenB"/> (right), and so the family names.</summary>
    public bool IsCrossed;

    /// <summary>How the left given name agrees with the right family name, and the right given name with the left family name: 2 same, 1 alike, -1 missing.</summary>
    public int First, Second;

    /// <summary>Compares the names of two records.</summary>
    [MethodImpl(Hot.Loop)]
    public static NameLevels Of(MatchSet set, int left, int right)
    {
        var names = new NameLevels { Given = -1, Family = -1, GivenA = -1, GivenB = -1, FamilyA = -1, FamilyB = -1 };
        if (set.Given is { } given) names.Given = given.Level(left, right, out names.GivenA, out names.GivenB);
        if (set.Family is { } family) names.Family = family.Level(left, right, out names.FamilyA, out names.FamilyB);
        if (set.Given is not null && set.Family is not null && names.Given < set.Given.Typo && names.Family < set.Family.Typo) names.Cross(set, left, right);
        return names;
    }

    [MethodImpl(Hot.Loop)]
    private void Cross(MatchSet set, int left, int right)
    {
        var given = set.Given!;
        var family = set.Family!;
        var first = given.Crossed(given.Rows[0][left], family, family.Rows[0][right]);
        if (first == 0) return;
        var second = given.Crossed(given.Rows[0][right], family, family.Rows[0][left]);
        // Two slips of the pen and a swap at once are three coincidences: at least one name must be the same.
        if (second == 0 || first + second <= 0 || (first > 0 && second > 0 && first + second < 3)) return;
        Given = given.Swapped;
        Family = first > 0 && second > 0 ? family.Swapped : -1;
        (IsCrossed, First, Second) = (true, first, second);
        (GivenA, GivenB) = (given.Rows[0][left], given.Rows[0][right]);
        (FamilyA, FamilyB) = (family.Rows[0][left], family.Rows[0][right]);
    }
}
