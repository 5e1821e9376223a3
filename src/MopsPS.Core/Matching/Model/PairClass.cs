using System;
using MopsPS.Core.Matching.Fields;

namespace MopsPS.Core.Matching.Model;

/// <summary>The kinds of pairs that the model tells apart; strangers are all others.</summary>
internal static class PairClass
{
    /// <summary>One thing twice, at one place.</summary>
    public const int Same = 0;

    /// <summary>One person twice, before and after a move to another place or firm.</summary>
    public const int Moved = 1;

    /// <summary>Two persons of one household, or two branches of one firm.</summary>
    public const int Household = 2;

    /// <summary>Two persons of one firm, or two firms at one place.</summary>
    public const int Firm = 3;

    /// <summary>How many kinds there are beside strangers.</summary>
    public const int Count = 4;

    /// <summary>Whether a kind is one thing twice.</summary>
    public static bool IsMatch(int pairClass) => pairClass <= Moved;

    /// <summary>Whether a field changes when a person moves.</summary>
    public static bool Moves(MatchField field) => field.Scope == FieldScope.Place && field.Kind != MatchKind.Phone;

    /// <summary>What is to be expected of a field before any data; null where the kind is like strangers in it.</summary>
    /// <param name="pairClass">The kind.</param>
    /// <param name="field">The field.</param>
    /// <param name="areFirms">Whether records stand for firms, not for persons.</param>
    public static double[]? Prior(int pairClass, MatchField field, bool areFirms) => pairClass switch
    {
        Same => [.. field.Levels.Match],
        Moved => Moves(field) ? null : [.. field.Levels.Match],
        Household => (areFirms ? BranchShare(field) : HouseholdShare(field)) is { } share ? Mix(field, share) : field.Kind == MatchKind.Email ? [.93, .02, .02, .01, .003, .001, .016] : null,
        Firm => FirmShare(field) is { } share ? Mix(field, share) : field.Kind == MatchKind.Email ? [.25, .71, .015, .005, .002, .0005, .0175] : null,
        _ => throw new ArgumentOutOfRangeException(nameof(pairClass)),
    };

    private static double? HouseholdShare(MatchField field) => field.Kind switch
    {
        MatchKind.FamilyName => .75,
        MatchKind.Phone => .4,
        MatchKind.Street => .85,
        MatchKind.City or MatchKind.State or MatchKind.PostalCode => .9,
        MatchKind.Country => .95,
        MatchKind.Company or MatchKind.Website when field.Scope == FieldScope.Place => .1,
        _ => null,
    };

    private static double? BranchShare(MatchField field) => field.Kind switch
    {
        MatchKind.Company or MatchKind.Website or MatchKind.Category when field.Scope == FieldScope.Firm => .95,
        // Head offices that answer for all, and branches in one town.
        MatchKind.Phone => .15,
        MatchKind.City or MatchKind.PostalCode => .1,
        MatchKind.State => .3,
        MatchKind.Country => .7,
        _ => null,
    };

    private static double? FirmShare(MatchField field) => field.Kind switch
    {
        // Family firms.
        MatchKind.FamilyName => .06,
        MatchKind.Phone => .35,
        MatchKind.Street => .7,
        MatchKind.City or MatchKind.State or MatchKind.PostalCode => .75,
        MatchKind.Country => .9,
        MatchKind.Company or MatchKind.Website when field.Scope == FieldScope.Place => .9,
        _ => null,
    };

    private static double[] Mix(MatchField field, double share)
    {
        var mixed = new double[field.Levels.Match.Length];
        for (var i = 0; i < mixed.Length; i++) mixed[i] = (share * field.Levels.Match[i]) + ((1 - share) * field.Levels.Unrelated[i]);
        return mixed;
    }
}
