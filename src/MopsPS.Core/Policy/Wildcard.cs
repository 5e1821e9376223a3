namespace MopsPS.Core.Policy;

/// <summary>Wildcards with <c>*</c> and <c>?</c>, no regard to case, in time linear in the text for each star.</summary>
public static class Wildcard
{
    /// <summary>Whether a pattern matches the whole text.</summary>
    /// <param name="pattern">The pattern; null matches everything, a missing text included.</param>
    /// <param name="text">The text; null matches only a null pattern or one of stars.</param>
    public static bool IsMatch(string? pattern, string? text)
    {
        if (pattern is null) return true;
        text ??= string.Empty;
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
