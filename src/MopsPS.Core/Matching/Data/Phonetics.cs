using System;

namespace MopsPS.Core.Matching.Data;

/// <summary>How words sound.</summary>
public static class Phonetics
{
    private const int Length = 6;

    [ThreadStatic]
    private static DoubleMetaphone? _coder;

    /// <summary>
    /// Codes a word by Double Metaphone (Philips, C/C++ Users Journal, June 2000): <c>Schmidt</c> is <c>XMT</c> or <c>SMT</c>,
    /// <c>Smith</c> is <c>SM0</c> or <c>XMT</c>. Codes have up to six letters, two more than the article's, since surnames need them.
    /// </summary>
    /// <param name="word">The word; ASCII letters count.</param>
    /// <param name="alternate">The code of the other pronunciation; the same string as the first when there is none.</param>
    /// <returns>The code of the usual pronunciation; empty when there is no letter.</returns>
    public static string DoubleMetaphone(string word, out string alternate)
    {
        (var primary, alternate) = (_coder ??= new DoubleMetaphone()).Code(word, Length);
        return primary;
    }
}
