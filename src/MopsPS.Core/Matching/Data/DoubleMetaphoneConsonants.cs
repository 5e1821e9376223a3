namespace MopsPS.Core.Matching.Data;

/// <summary>The consonants of Double Metaphone that have more than one sound; each method returns where to go on.</summary>
internal sealed partial class DoubleMetaphone
{
    private bool IsGermanic => Is(0, "VAN ", "VON ", "SCH");

    private int C(int at)
    {
        // Various Germanic: Bacher, Macher.
        if (at > 1 && !IsVowel(at - 2) && Is(at - 1, "ACH") && At(at + 2) != 'I' && (At(at + 2) != 'E' || Is(at - 2, "BACHER", "MACHER")))
        {
            Add("K");
            return at + 2;
        }

        if (at == 0 && Is(at, "CAESAR"))
        {
            Add("S");
            return at + 2;
        }

        if (Is(at, "CHIA"))
        {
            Add("K");
            return at + 2;
        }

        if (Is(at, "CH")) return Ch(at);
        if (Is(at, "CZ") && !Is(at - 2, "WICZ"))
        {
            Add("S", "X");
            return at + 2;
        }

        if (Is(at + 1, "CIA"))
        {
            Add("X");
            return at + 3;
        }

        if (Is(at, "CC") && !(at == 1 && At(0) == 'M')) return Cc(at);
        if (Is(at, "CK", "CG", "CQ"))
        {
            Add("K");
            return at + 2;
        }

        if (Is(at, "CI", "CE", "CY"))
        {
            // Italian against English.
            if (Is(at, "CIO", "CIE", "CIA")) Add("S", "X");
            else Add("S");
            return at + 2;
        }

        Add("K");
        if (Is(at + 1, " C", " Q", " G")) return at + 3;
        return Is(at + 1, "C", "K", "Q") && !Is(at + 1, "CE", "CI") ? at + 2 : at + 1;
    }

    private int Ch(int at)
    {
        if (at > 0 && Is(at, "CHAE")) Add("K", "X");
        else if (at == 0 && (Is(1, "HARAC", "HARIS") || Is(1, "HOR", "HYM", "HIA", "HEM")) && !Is(0, "CHORE")) Add("K");
        else if (IsGermanic || Is(at - 2, "ORCHES", "ARCHIT", "ORCHID") || At(at + 2) is 'T' or 'S'
            || ((Is(at - 1, "A", "O", "U", "E") || at == 0) && (At(at + 2) is 'L' or 'R' or 'N' or 'M' or 'B' or 'H' or 'F' or 'V' or 'W' or ' ' or '\0')))
            Add("K");
        else if (at > 0) Add(Is(0, "MC") ? "K" : "X", "K");
        else Add("X");
        return at + 2;
    }

    private int Cc(int at)
    {
        if (At(at + 2) is 'I' or 'E' or 'H' && !Is(at + 2, "HU"))
        {
            // Accident, accede, succeed; Bacci, Bertucci.
            Add((at == 1 && At(at - 1) == 'A') || Is(at - 1, "UCCEE", "UCCES") ? "KS" : "X");
            return at + 3;
        }

        Add("K");
        return at + 2;
    }

    private int D(int at)
    {
        if (Is(at, "DG"))
        {
            // Edge against Edgar.
            if (At(at + 2) is 'I' or 'E' or 'Y')
            {
                Add("J");
                return at + 3;
            }

            Add("TK");
            return at + 2;
        }

        Add("T");
        return Is(at, "DT", "DD") ? at + 2 : at + 1;
    }

    private int G(int at)
    {
        if (At(at + 1) == 'H') return Gh(at);
        if (At(at + 1) == 'N')
        {
            if (at == 1 && IsVowel(0) && !_isSlavoGermanic) Add("KN", "N");
            else if (!Is(at + 2, "EY") && At(at + 1) != 'Y' && !_isSlavoGermanic) Add("N", "KN");
            else Add("KN");
            return at + 2;
        }

        if (Is(at + 1, "LI") && !_isSlavoGermanic)
        {
            Add("KL", "L");
            return at + 2;
        }

        if (at == 0 && (At(1) == 'Y' || Is(1, "ES", "EP", "EB", "EL", "EY", "IB", "IL", "IN", "IE", "EI", "ER")))
        {
            Add("K", "J");
            return at + 2;
        }

        if ((Is(at + 1, "ER") || At(at + 1) == 'Y') && !Is(0, "DANGER", "RANGER", "MANGER") && !Is(at - 1, "E", "I") && !Is(at - 1, "RGY", "OGY"))
        {
            Add("K", "J");
            return at + 2;
        }

        if (Is(at + 1, "E", "I", "Y") || Is(at - 1, "AGGI", "OGGI"))
        {
            if (IsGermanic || Is(at + 1, "ET")) Add("K");
            else if (Is(at + 1, "IER ") || (Is(at + 1, "IER") && at + 3 == _last)) Add("J");
            else Add("J", "K");
            return at + 2;
        }

        Add("K");
        return Skip(at, 'G');
    }

    private int Gh(int at)
    {
        if (at > 0 && !IsVowel(at - 1)) Add("K");
        else if (at == 0) Add(At(at + 2) == 'I' ? "J" : "K");
        else if (!(Is(at - 2, "B", "H", "D") || Is(at - 3, "B", "H", "D") || Is(at - 4, "B", "H")))
        {
            // Laugh, McLaughlin, cough, tough; else a G that is not silent.
            if (at > 2 && At(at - 1) == 'U' && Is(at - 3, "C", "G", "L", "R", "T")) Add("F");
            else if (At(at - 1) != 'I') Add("K");
        }

        return at + 2;
    }

    private int J(int at)
    {
        if (Is(at, "JOSE") || Is(0, "SAN "))
        {
            if ((at == 0 && (At(at + 4) is ' ' or '\0')) || Is(0, "SAN ")) Add("H");
            else Add("J", "H");
            return at + 1;
        }

        if (at == 0) Add("J", "A");
        else if (IsVowel(at - 1) && !_isSlavoGermanic && At(at + 1) is 'A' or 'O') Add("J", "H");
        else if (at == _last) Add("J", "");
        else if (!Is(at + 1, "L", "T", "K", "S", "N", "M", "B", "Z") && !Is(at - 1, "S", "K", "L")) Add("J");
        return Skip(at, 'J');
    }

    private int L(int at)
    {
        if (At(at + 1) != 'L')
        {
            Add("L");
            return at + 1;
        }

        // Spanish: Cabrillo, Gallegos.
        var isSpanish = (at == _last - 2 && Is(at - 1, "ILLO", "ILLA", "ALLE"))
            || ((Is(_last - 1, "AS", "OS") || Is(_last, "A", "O")) && Is(at - 1, "ALLE"));
        Add("L", isSpanish ? "" : "L");
        return at + 2;
    }

    private int S(int at)
    {
        // Isle, Carlisle.
        if (Is(at - 1, "ISL", "YSL")) return at + 1;
        if (at == 0 && Is(at, "SUGAR"))
        {
            Add("X", "S");
            return at + 1;
        }

        if (Is(at, "SH"))
        {
            Add(Is(at + 1, "HEIM", "HOEK", "HOLM", "HOLZ") ? "S" : "X");
            return at + 2;
        }

        if (Is(at, "SIO", "SIA"))
        {
            if (_isSlavoGermanic) Add("S");
            else Add("S", "X");
            return at + 3;
        }

        // German and anglicised: Smith is Schmidt, Snider is Schneider; -sz- in Slavic names.
        if ((at == 0 && At(1) is 'M' or 'N' or 'L' or 'W') || At(at + 1) == 'Z')
        {
            Add("S", "X");
            return Skip(at, 'Z');
        }

        if (Is(at, "SC")) return Sc(at);

        // French: Resnais, Artois.
        if (at == _last && Is(at - 2, "AI", "OI")) Add("", "S");
        else Add("S");
        return At(at + 1) is 'S' or 'Z' ? at + 2 : at + 1;
    }

    private int Sc(int at)
    {
        if (At(at + 2) == 'H')
        {
            if (Is(at + 3, "OO", "ER", "EN", "UY", "ED", "EM"))
            {
                // Dutch: school, schooner; Schermerhorn, Schenker.
                if (Is(at + 3, "ER", "EN")) Add("X", "SK");
                else Add("SK");
            }
            else if (at == 0 && !IsVowel(3) && At(3) != 'W')
            {
                Add("X", "S");
            }
            else
            {
                Add("X");
            }

            return at + 3;
        }

        Add(At(at + 2) is 'I' or 'E' or 'Y' ? "S" : "SK");
        return at + 3;
    }

    private int T(int at)
    {
        if (Is(at, "TION", "TIA", "TCH"))
        {
            Add("X");
            return at + 3;
        }

        if (Is(at, "TH", "TTH"))
        {
            // Thomas, Thames; German names.
            if (Is(at + 2, "OM", "AM") || IsGermanic) Add("T");
            else Add("0", "T");
            return at + 2;
        }

        Add("T");
        return At(at + 1) is 'T' or 'D' ? at + 2 : at + 1;
    }

    private int W(int at)
    {
        if (Is(at, "WR"))
        {
            Add("R");
            return at + 2;
        }

        if (at == 0 && (IsVowel(1) || Is(at, "WH")))
        {
            // Wasserman is Vasserman.
            if (IsVowel(1)) Add("A", "F");
            else Add("A");
        }

        // Arnow is Arnoff.
        if ((at == _last && IsVowel(at - 1)) || Is(at - 1, "EWSKI", "EWSKY", "OWSKI", "OWSKY") || Is(0, "SCH"))
        {
            Add("", "F");
            return at + 1;
        }

        // Polish: Filipowicz.
        if (Is(at, "WICZ", "WITZ"))
        {
            Add("TS", "FX");
            return at + 4;
        }

        return at + 1;
    }

    private int Z(int at)
    {
        // Chinese: Zhao.
        if (At(at + 1) == 'H')
        {
            Add("J");
            return at + 2;
        }

        if (Is(at + 1, "ZO", "ZI", "ZA") || (_isSlavoGermanic && at > 0 && At(at - 1) != 'T')) Add("S", "TS");
        else Add("S");
        return Skip(at, 'Z');
    }
}
