using System;
using System.Collections.Generic;
using MopsPS.Core.Records;

namespace MopsPS.Core.Matching.Data;

/// <summary>A legal form of companies.</summary>
/// <param name="Name">Its short name: <c>gmbh</c>, <c>inc</c>.</param>
/// <param name="Countries">The countries that know it, ISO 3166-1 alpha-2, or INT.</param>
/// <param name="IsLoose">Whether it is only a word that is often left out (Group, Holding, Company), no form of law.</param>
public sealed record LegalForm(string Name, IReadOnlyList<string> Countries, bool IsLoose);

/// <summary>A company name without its legal form: the words from <paramref name="Start"/> to before <paramref name="End"/>.</summary>
/// <param name="Start">The first word of the name proper.</param>
/// <param name="End">The index after its last word.</param>
/// <param name="Form">The legal form found, or null.</param>
public readonly record struct CompanyCore(int Start, int End, LegalForm? Form);

/// <summary>Legal forms of companies and how they are written (Data/Matching/legal-forms.csv).</summary>
public static class LegalForms
{
    private static readonly Lazy<(PhraseTrie<LegalForm> AtStart, PhraseTrie<LegalForm> AtEnd)> Forms = new(Load);

    /// <summary>Strips legal forms from a company name, at its end and where usual at its start; one word always stays.</summary>
    /// <param name="words">The words of the name, normalised as by <see cref="MatchText"/>.</param>
    /// <param name="loose">Whether Group, Holding, Company and the like are stripped as well.</param>
    /// <returns>What is left, and the form that the law knows; a loose one when there is no other.</returns>
    public static CompanyCore Strip(IReadOnlyList<string> words, bool loose = true)
    {
        var (start, end) = (0, words.Count);
        LegalForm? form = null;
        for (var more = true; more;)
        {
            more = false;
            if (Forms.Value.AtEnd.Find(words, start, end, out var length) is { } last && Takes(last, length))
            {
                end -= length;
                more = true;
            }
            else if (Forms.Value.AtStart.Find(words, start, end, out length) is { } first && Takes(first, length))
            {
                start += length;
                more = true;
            }
        }

        return new CompanyCore(start, end, form);

        bool Takes(LegalForm found, int length)
        {
            if (length >= end - start || (found.IsLoose && !loose)) return false;
            if (form is null || (form.IsLoose && !found.IsLoose)) form = found;
            return true;
        }
    }

    /// <summary>The legal form that a word or words stand for.</summary>
    /// <param name="words">The words, normalised.</param>
    /// <returns>The form, or null when the words are more than a form or none.</returns>
    public static LegalForm? Find(IReadOnlyList<string> words) =>
        Forms.Value.AtEnd.Find(words, 0, words.Count, out var length) is { } form && length == words.Count ? form : null;

    private static (PhraseTrie<LegalForm> AtStart, PhraseTrie<LegalForm> AtEnd) Load()
    {
        var (atStart, atEnd) = (new PhraseTrie<LegalForm>(fromEnd: false), new PhraseTrie<LegalForm>(fromEnd: true));
        foreach (var row in EmbeddedTable.Read("Matching/legal-forms.csv"))
        {
            var form = new LegalForm(row[0], EmbeddedTable.Values(row[1]), row[3] == "Loose");
            foreach (var spelling in EmbeddedTable.Values(row[4]))
            {
                var phrase = MatchText.Normalize(spelling);
                if (row[2] != "End") atStart.Add(phrase, form);
                if (row[2] != "Start") atEnd.Add(phrase, form);
            }
        }

        return (atStart, atEnd);
    }
}
