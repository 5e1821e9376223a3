using System;
using System.Text;

namespace MopsPS.Core.Matching.Data;

/// <summary>
/// One run of Double Metaphone over one word: Lawrence Philips, "The Double Metaphone Search Algorithm", C/C++ Users Journal,
/// June 2000. The consonants are in DoubleMetaphoneConsonants.cs.
/// </summary>
internal sealed partial class DoubleMetaphone
{
    private readonly StringBuilder _primary = new(8);
    private readonly StringBuilder _alternate = new(8);
    private string _word = "";
    private int _last;
    private bool _isSlavoGermanic;

    /// <summary>Codes a word.</summary>
    /// <param name="word">The word in ASCII; what is no letter does not count.</param>
    /// <param name="length">The most letters of a code.</param>
    /// <returns>The code, and the code of its other pronunciation (the same when there is none).</returns>
    public (string Primary, string Alternate) Code(string word, int length)
    {
        Start(word);
        var at = 0;
        if (Is(0, "GN", "KN", "PN", "WR", "PS")) at = 1;
        if (At(0) == 'X')
        {
            Add("S");
            at = 1;
        }

        while (at <= _last && (_primary.Length < length || _alternate.Length < length)) at = Next(at);
        if (_primary.Length > length) _primary.Length = length;
        if (_alternate.Length > length) _alternate.Length = length;
        var primary = _primary.ToString();
        var alternate = _alternate.ToString();
        return (primary, string.Equals(primary, alternate, StringComparison.Ordinal) ? primary : alternate);
    }

    private void Start(string word)
    {
        _primary.Clear();
        _alternate.Clear();
        var letters = new StringBuilder(word.Length);
        foreach (var c in word)
            if (c is ' ' or (>= 'A' and <= 'Z')) letters.Append(c);
            else if (c is >= 'a' and <= 'z') letters.Append((char)(c - 32));
        _word = letters.ToString();
        _last = _word.Length - 1;
        _isSlavoGermanic = _word.IndexOf('W') >= 0 || _word.IndexOf('K') >= 0 || _word.IndexOf("CZ", StringComparison.Ordinal) >= 0;
    }

    private int Next(int at)
    {
        switch (At(at))
        {
            case 'A' or 'E' or 'I' or 'O' or 'U' or 'Y':
                if (at == 0) Add("A");
                return at + 1;
            case 'B':
                Add("P");
                return Skip(at, 'B');
            case 'C': return C(at);
            case 'D': return D(at);
            case 'F':
                Add("F");
                return Skip(at, 'F');
            case 'G': return G(at);
            case 'H':
                if ((at == 0 || IsVowel(at - 1)) && IsVowel(at + 1))
                {
                    Add("H");
                    return at + 2;
                }

                return at + 1;
            case 'J': return J(at);
            case 'K':
                Add("K");
                return Skip(at, 'K');
            case 'L': return L(at);
            case 'M':
                Add("M");
                return At(at + 1) == 'M' || (Is(at - 1, "UMB") && (at + 1 == _last || Is(at + 2, "ER"))) ? at + 2 : at + 1;
            case 'N':
                Add("N");
                return Skip(at, 'N');
            case 'P':
                if (At(at + 1) == 'H')
                {
                    Add("F");
                    return at + 2;
                }

                Add("P");
                return At(at + 1) is 'P' or 'B' ? at + 2 : at + 1;
            case 'Q':
                Add("K");
                return Skip(at, 'Q');
            case 'R':
                // French: Rogier, but Hochmeier keeps its R.
                Add(at == _last && !_isSlavoGermanic && Is(at - 2, "IE") && !Is(at - 4, "ME", "MA") ? "" : "R", "R");
                return Skip(at, 'R');
            case 'S': return S(at);
            case 'T': return T(at);
            case 'V':
                Add("F");
                return Skip(at, 'V');
            case 'W': return W(at);
            case 'X':
                // French: Breaux.
                if (!(at == _last && (Is(at - 3, "IAU", "EAU") || Is(at - 2, "AU", "OU")))) Add("KS");
                return At(at + 1) is 'C' or 'X' ? at + 2 : at + 1;
            case 'Z': return Z(at);
            default: return at + 1;
        }
    }

    private void Add(string code) => Add(code, code);

    private void Add(string primary, string alternate)
    {
        _primary.Append(primary);
        _alternate.Append(alternate);
    }

    private int Skip(int at, char twin) => At(at + 1) == twin ? at + 2 : at + 1;

    private char At(int index) => index >= 0 && index <= _last ? _word[index] : '\0';

    private bool IsVowel(int index) => At(index) is 'A' or 'E' or 'I' or 'O' or 'U' or 'Y';

    private bool Is(int index, params string[] parts)
    {
        if (index < 0) return false;
        foreach (var part in parts)
            if (index + part.Length <= _word.Length && string.CompareOrdinal(_word, index, part, 0, part.Length) == 0) return true;
        return false;
    }
}
