using System;
using System.Collections.Generic;
using System.Linq;

namespace MopsPS.Core.Naming;

/// <summary>Says which parts of a name do not follow the convention.</summary>
public static class NamingChecker
{
    /// <summary>
    /// The most part checks of the second reading. It bounds the work for a name of many separators; the conventions that
    /// need the reading at all have few parts.
    /// </summary>
    private const int MaxTries = 500;

    /// <summary>
    /// Checks a name. Comparison is exact: case counts. A value, date or pattern that itself contains the separator is
    /// understood: a name has no problem where any division of it fits all parts.
    /// </summary>
    /// <param name="convention">The convention, as the policy's loader proved it (only parts at the end are optional).</param>
    /// <param name="name">The name, for example a value of utm_campaign.</param>
    /// <returns>The problems in the order of the parts; empty for a good name. Never throws for any text.</returns>
    public static IReadOnlyList<NamingProblem> Check(NamingConvention convention, string name)
    {
        if (convention is null) throw new ArgumentNullException(nameof(convention));
        if (name is null) throw new ArgumentNullException(nameof(name));
        if (convention.Parts.Count == 0) return [];

        var pieces = convention.Separator.Length == 0 ? [name] : name.Split([convention.Separator], StringSplitOptions.None);
        var problems = CheckPieceByPiece(convention, pieces);
        if (problems.Count == 0 || pieces.Length == 1 || !convention.Parts.Any(part => MayContain(part, convention.Separator))) return problems;
        var tries = MaxTries;
        return Divides(convention, pieces, 0, 0, ref tries) ? [] : problems;
    }

    private static List<NamingProblem> CheckPieceByPiece(NamingConvention convention, string[] pieces)
    {
        var parts = convention.Parts;
        var problems = new List<NamingProblem>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i < pieces.Length)
            {
                if (NamingPartCheck.Check(parts[i], pieces[i]) is { } problem) problems.Add(problem);
            }
            else if (!parts[i].Optional)
            {
                problems.Add(new NamingProblem(parts[i].Name, null, $"The part '{parts[i].Name}' is missing; expected {NamingPartCheck.Expected(parts[i])}."));
            }
        }

        if (pieces.Length > parts.Count)
        {
            var extra = string.Join(convention.Separator, pieces.Skip(parts.Count));
            problems.Add(new NamingProblem(
                string.Empty, extra,
                $"The name has more parts than the convention: '{extra}' follows the last part '{parts[parts.Count - 1].Name}'; expected {Form(convention)}."));
        }

        return problems;
    }

    /// <summary>Whether some division of the pieces from here on fits the parts from here on.</summary>
    private static bool Divides(NamingConvention convention, string[] pieces, int piece, int part, ref int tries)
    {
        if (part == convention.Parts.Count) return piece == pieces.Length;
        if (piece == pieces.Length) return convention.Parts[part].Optional;
        var longest = MayContain(convention.Parts[part], convention.Separator) ? pieces.Length - piece : 1;
        for (var count = 1; count <= longest; count++)
        {
            if (tries-- <= 0) return false;
            var text = string.Join(convention.Separator, pieces, piece, count);
            if (NamingPartCheck.Check(convention.Parts[part], text) is null && Divides(convention, pieces, piece + count, part + 1, ref tries)) return true;
        }

        return false;
    }

    /// <summary>Whether a text of the part may hold the separator. Any text may not: too many parts would never be seen.</summary>
    private static bool MayContain(NamingPart part, string separator) =>
        part.Pattern is not null ||
        part.Date?.IndexOf(separator, StringComparison.Ordinal) >= 0 ||
        part.Values.Any(value => value.IndexOf(separator, StringComparison.Ordinal) >= 0);

    private static string Form(NamingConvention convention) => string.Join(
        convention.Separator, convention.Parts.Select(part => part.Optional ? $"[{part.Name}]" : $"<{part.Name}>"));
}
