using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using MopsPS.Core.Policy;

namespace MopsPS.Core.Naming;

/// <summary>Checks the text of one part.</summary>
internal static class NamingPartCheck
{
    private const int ShownValues = 10;

    /// <summary>The time that a team's pattern may take for one part.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>The time for a second try: on a busy machine the clock runs on while the thread does not.</summary>
    private static readonly TimeSpan LongTimeLimit = TimeSpan.FromSeconds(2);

    /// <summary>The problem of a part, or null where the text is what the convention asks for.</summary>
    public static NamingProblem? Check(NamingPart part, string value)
    {
        if (value.Length == 0) return new(part.Name, value, $"The part '{part.Name}' is empty; expected {Expected(part)}.");
        if (part.MaxLength > 0 && value.Length > part.MaxLength)
        {
            return new(part.Name, value, Invariant($"The part '{part.Name}' has {value.Length} characters; the longest allowed is {part.MaxLength}."));
        }

        if (part.Values.Count > 0) return part.Values.Contains(value, StringComparer.Ordinal) ? null : Wrong(part, value, Nearest(part, value));
        if (part.Date is { } format)
        {
            return DateTime.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : Wrong(part, value, null);
        }

        return part.Pattern is { } pattern ? CheckPattern(part, pattern, value) : null;
    }

    /// <summary>Says what a part may be.</summary>
    public static string Expected(NamingPart part)
    {
        if (part.Values.Count > 0)
        {
            var more = part.Values.Count > ShownValues ? Invariant($" and {part.Values.Count - ShownValues} more") : string.Empty;
            return (part.Values.Count == 1 ? string.Empty : "one of ") + string.Join(", ", part.Values.Take(ShownValues)) + more;
        }

        if (part.Date is not null) return $"a date written as {part.Date}";
        return part.Pattern is not null ? $"text that fits the pattern {part.Pattern}" : "some text";
    }

    private static NamingProblem? CheckPattern(NamingPart part, string pattern, string value)
    {
        try
        {
            return IsMatch(pattern, value) ? null : Wrong(part, value, null);
        }
        catch (RegexMatchTimeoutException)
        {
            return new(part.Name, value, Invariant($"The part '{part.Name}' could not be checked: the pattern {pattern} took longer than {LongTimeLimit.TotalSeconds} s; make the pattern simpler."));
        }
        catch (ArgumentException exception)
        {
            return new(part.Name, value, $"The part '{part.Name}' could not be checked: its pattern is no regular expression ({exception.Message}).");
        }
    }

    private static bool IsMatch(string pattern, string value)
    {
        // The static call keeps parsed patterns in .NET's own cache.
        var whole = @"\A(?:" + pattern + @")\z";
        try
        {
            return Regex.IsMatch(value, whole, RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return Regex.IsMatch(value, whole, RegexOptions.CultureInvariant, LongTimeLimit);
        }
    }

    private static NamingProblem Wrong(NamingPart part, string value, string? suggestion) =>
        new(part.Name, value, $"The part '{part.Name}' is '{value}'; expected {Expected(part)}.", suggestion);

    private static string? Nearest(NamingPart part, string value) =>
        part.Values.FirstOrDefault(allowed => string.Equals(allowed, value, StringComparison.OrdinalIgnoreCase))
        ?? part.Values.FirstOrDefault(allowed => IsSwapped(allowed, value))
        ?? PolicyProblems.Nearest(value, part.Values);

    /// <summary>Whether two neighbouring characters changed places, the commonest slip that an edit distance counts twice.</summary>
    private static bool IsSwapped(string allowed, string value)
    {
        if (allowed.Length != value.Length) return false;
        var at = 0;
        while (at < value.Length && allowed[at] == value[at]) at++;
        return at + 1 < value.Length && allowed[at] == value[at + 1] && allowed[at + 1] == value[at] &&
            string.CompareOrdinal(allowed, at + 2, value, at + 2, value.Length) == 0;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
